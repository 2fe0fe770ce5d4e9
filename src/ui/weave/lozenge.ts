import { threads } from '../../vocabulary/threads.ts';
import type { Thread } from './pattern.ts';

/** Cells from one edge of a lozenge to the other. */
export const lozengeCells = 13;

/** Radii in cells of the shapes that make up a lozenge, the outermost first: thread and bare cloth in turn. */
export const radii = [6, 5, 4, 3, 2, 1] as const;

const heart = (lozengeCells - 1) / 2;

/** Path data of a lozenge with steps of one cell, about the middle of a square of `lozengeCells`. */
export function steppedPath(radius: number): string {
  const stairs = (step: string) => step.repeat(radius);
  return `M${heart} ${heart - radius}h1${stairs('v1h1')}v1${stairs('h-1v1')}h-1${stairs('v-1h-1')}v-1${stairs('h1v-1')}z`;
}

/** The rings of thread of a lozenge, outermost first: the leading thread outside, then the others in turn. */
export const ringsOf = (used: readonly Thread[]): Thread[] => {
  const pick = used.length > 0 ? used : threads;
  return [0, 1, 2].map((ring) => pick[ring % pick.length] ?? threads[0]);
};
