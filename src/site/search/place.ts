import type { Clause } from '../../plan/clauses.ts';

/** The nearest heading above a clause, as a result shows it: “1.2. Đối với …”; undefined for a top clause. */
export function headingAbove(ancestors: readonly Clause[]): string | undefined {
  const nearest = ancestors.findLast(({ title }) => title !== null);
  return nearest && `${nearest.marker} ${nearest.title}`.replace(/:$/, '');
}
