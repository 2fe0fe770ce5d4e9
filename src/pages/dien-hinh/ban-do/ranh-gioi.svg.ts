import { cityDrawing } from '../../../gallery/map/city-drawing.ts';

/** The shapes of the map by unit code. A separate file keeps the page small and stays cached for later visits. */
export function GET(): Response {
  const shapes = cityDrawing.units.map(
    ({ code, path }) => `<path id="${code}" d="${path}" vector-effect="non-scaling-stroke"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><defs>\n${shapes.join('\n')}\n</defs></svg>\n`;
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
}
