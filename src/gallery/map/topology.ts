import { z } from 'zod';

/** A place in the plane or on the sphere: x or longitude first. */
export type Point = readonly [number, number];

/** A line between two places where more than two areas meet; areas on both of its sides share it. */
export type Arc = readonly Point[];

/** An area as rings of arcs, in order. A negative number `n` means arc `~n`, drawn backwards. */
interface Area {
  code: string;
  rings: readonly (readonly number[])[];
}

const pairSchema = z.tuple([z.number(), z.number()]);

const topologySchema = z.object({
  type: z.literal('Topology'),
  transform: z.object({ scale: pairSchema, translate: pairSchema }),
  arcs: z.array(z.array(pairSchema).min(2)),
  objects: z.object({
    communes: z.object({
      geometries: z.array(
        z.object({
          type: z.literal('Polygon'),
          arcs: z.array(z.array(z.number().int()).min(1)).min(1),
          properties: z.object({ code: z.string() }),
        }),
      ),
    }),
  }),
});

/**
 * Reads a quantised TopoJSON file whose object `communes` holds polygons with a `code`.
 * Arcs are in degrees. Throws when the file is anything else.
 */
export function readTopology(text: string): { arcs: Arc[]; areas: Area[] } {
  const { transform, arcs, objects } = topologySchema.parse(JSON.parse(text));
  const [scaleX, scaleY] = transform.scale;
  const [left, bottom] = transform.translate;
  return {
    arcs: arcs.map((steps) => {
      let x = 0;
      let y = 0;
      return steps.map(([dx, dy]) => {
        x += dx;
        y += dy;
        return [left + x * scaleX, bottom + y * scaleY];
      });
    }),
    areas: objects.communes.geometries.map(({ arcs: rings, properties }) => ({
      code: properties.code,
      rings,
    })),
  };
}
