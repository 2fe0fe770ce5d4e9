import { threads } from '../../vocabulary/threads.ts';
import { numbersFrom } from './seed.ts';

/** One of the four threads, one for each subject of the movement. */
export type Thread = (typeof threads)[number];

/** One repeat of the cloth: `size` × `size` cells of one unit each, seamless on all four sides. */
export interface Pattern {
  size: number;
  /** Path data of the lighter lozenges under the stitches. */
  field: string;
  /** Path data of the stitches, a path a thread. */
  stitches: { thread: Thread; d: string }[];
}

/** How a ring of a lozenge is stitched: whole, every second cell, or left as cloth. */
type Ring = { stroke: 'whole' | 'second' | 'cloth'; thread: Thread };

/**
 * The weave of a seed: two lozenges that tile the plane, each a nest of rings about its heart.
 * @param seed a story's id, or a page's name
 * @param used the threads to weave with, the leading one first; all four when empty
 * @param half cells from the heart of one lozenge to the heart of the next along an axis (a repeat is twice that)
 */
export function pattern(seed: string, used: readonly Thread[], half = 12): Pattern {
  const next = numbersFrom(seed);
  const pick = used.length > 0 ? used : threads;
  const outer = lozenge(half, pick, next, false);
  const inner = lozenge(half, pick, next, true);
  const lead = pick[0] ?? threads[0];
  const edge = half - (next() < 0.4 ? 1 : 0);
  const size = half * 2;
  const threadAt = (across: number, down: number): Thread | null => {
    const distance = across + down;
    if (distance >= edge && distance <= half) return lead;
    const ring = distance < half ? outer[distance] : inner[size - distance];
    const position = distance < half ? across : half - across;
    return ring && stitched(ring, position) ? ring.thread : null;
  };
  const cells = new Map<Thread, Run[]>();
  const field: Run[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const across = Math.abs(x - half);
      const down = Math.abs(y - half);
      if (across + down <= half) extend(field, x, y);
      const thread = threadAt(across, down);
      if (thread === null) continue;
      const runs = cells.get(thread) ?? [];
      extend(runs, x, y);
      cells.set(thread, runs);
    }
  }
  return {
    size,
    field: toPath(field),
    stitches: [...cells].map(([thread, runs]) => ({ thread, d: toPath(runs) })),
  };
}

/** Rings from the heart (0) outward: a solid heart, then bands of one or two rings set apart by bare cloth. */
function lozenge(half: number, pick: readonly Thread[], next: () => number, quiet: boolean): Ring[] {
  const rings: Ring[] = [];
  let turn = Math.floor(next() * pick.length);
  const band = (width: number, stroke: Ring['stroke']): void => {
    for (let i = 0; i < width; i += 1) rings.push({ stroke, thread: pick[turn % pick.length] ?? threads[0] });
  };
  band(1 + Math.floor(next() * (quiet ? 2 : 3)), 'whole');
  while (rings.length < half - 1) {
    band(next() < (quiet ? 0.3 : 0.6) ? 1 : 2, 'cloth');
    turn += 1;
    const chance = next();
    if (quiet) band(1, chance < 0.5 ? 'second' : 'whole');
    else band(chance < 0.55 ? 2 : 1, chance < 0.78 ? 'whole' : 'second');
  }
  return [...rings.slice(0, half - 1), { stroke: 'cloth', thread: threads[0] }];
}

function stitched(ring: Ring, position: number): boolean {
  return ring.stroke === 'whole' || (ring.stroke === 'second' && position % 2 === 0);
}

/** Cells side by side in a row, drawn as one rectangle. */
type Run = { x: number; y: number; length: number };

function extend(runs: Run[], x: number, y: number): void {
  const last = runs.at(-1);
  if (last && last.y === y && last.x + last.length === x) last.length += 1;
  else runs.push({ x, y, length: 1 });
}

function toPath(runs: Run[]): string {
  return runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join('');
}
