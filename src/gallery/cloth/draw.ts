import { lozengeCells, radii, ringsOf, steppedPath } from '../../ui/weave/lozenge.ts';
import type { Thread } from '../../ui/weave/pattern.ts';
import { threads } from '../../vocabulary/threads.ts';
import type { Cloth, Lozenge } from './cloth.ts';

/** How a cloth is laid out and coloured. */
export interface ClothStyle {
  /** Lozenges side by side, and rows of lozenges in each year. */
  across: number;
  rows: number;
  /** The colour of a thread, of the bare cloth and of a lozenge that is still to come. */
  colourOf: (part: Thread | 'ground' | 'field') => string;
  /** What stands inside the link of a lozenge, before its shape. */
  inside?: (lozenge: Lozenge) => string;
  /** The attributes of the link of a lozenge. */
  link: (lozenge: Lozenge) => string;
}

/** From one lozenge to the next of its row, in cells. The rows between stand half of it aside. */
const pitch = lozengeCells + 1;

/** Size of a cloth in cells. */
export const clothSize = ({ across, rows }: Pick<ClothStyle, 'across' | 'rows'>, years: number) => ({
  width: across * pitch + pitch / 2,
  height: (years * rows + 1) * (pitch / 2),
});

/** A lozenge that is still to come, outermost first: its outline and its heart, as a weaver marks them. */
const bareRings = [
  [6, 'field'],
  [5, 'ground'],
  [1, 'field'],
] as const;

/** The four threads by number: `d01` is a lozenge of the first thread, then the second. */
const nameOf = (used: readonly Thread[]) => `d${used.map((thread) => threads.indexOf(thread)).join('')}`;

function shapeOf(used: readonly Thread[], colourOf: ClothStyle['colourOf']): string {
  const rings = ringsOf(used);
  const layers = radii.map((radius, index) => {
    const colour = index % 2 === 0 ? colourOf(rings[index / 2] ?? 'field') : colourOf('ground');
    return `<use href="#r${radius}" fill="${colour}"/>`;
  });
  return `<g id="${nameOf(used)}">${layers.join('')}</g>`;
}

/** What the lozenges are made of: shapes, each kind of lozenge that the cloth has, and the lozenges still to come. */
function definitions({ years }: Cloth, { colourOf }: ClothStyle): string {
  const shapes = radii.map((radius) => `<path id="r${radius}" d="${steppedPath(radius)}"/>`);
  const all = years.flatMap(({ lozenges }) => lozenges);
  const kinds = [...new Map(all.map((lozenge) => [nameOf(lozenge.threads), lozenge.threads])).values()];
  const half = pitch / 2;
  const places = [[0, 0], ...[-half, half].flatMap((x) => [-half, half].map((y) => [x, y]))];
  const toCome = places.map(([x, y]) => `<use href="#cho" x="${x}" y="${y}"/>`).join('');
  const empty = `<pattern id="trong" width="${pitch}" height="${pitch}" patternUnits="userSpaceOnUse">${toCome}</pattern>`;
  const still = `<g id="cho">${bareRings.map(([radius, part]) => `<use href="#r${radius}" fill="${colourOf(part)}"/>`).join('')}</g>`;
  return `<defs>${shapes.join('')}${kinds.map((used) => shapeOf(used, colourOf)).join('')}${still}${empty}</defs>`;
}

/** The content of an SVG element of `clothSize`: the whole cloth. Each year grows from the left, column by column. */
export function clothMarkup(cloth: Cloth, style: ClothStyle): string {
  const { rows, colourOf, link, inside = () => '' } = style;
  const drawn = cloth.years.flatMap(({ lozenges }, year) =>
    lozenges.map((lozenge, index) => {
      const row = index % rows;
      const x = Math.floor(index / rows) * pitch + (row % 2) * (pitch / 2);
      const y = (year * rows + row) * (pitch / 2);
      const shape = `<use href="#${nameOf(lozenge.threads)}" x="${x}" y="${y}"/>`;
      return `<a ${link(lozenge)}>${inside(lozenge)}${shape}</a>`;
    }),
  );
  const all = 'width="100%" height="100%"';
  return `${definitions(cloth, style)}<rect ${all} fill="${colourOf('ground')}"/><rect ${all} fill="url(#trong)"/>${drawn.join('')}`;
}
