import { duties, type Duty, phases } from '../vocabulary/taxonomy.ts';

/** Something that the plan asks of somebody: a dated duty of V.1 or a duty of V.2. Its id is the clause's. */
export type Owed = Duty;

const dated: readonly Owed[] = phases
  .flatMap(({ milestones }) => milestones)
  .map(({ clause, when, duty }) => ({ id: clause, when, ...duty }));

/** All that the plan asks, dated work first: V.1 in order of time, then V.2 with a time, then the rest of V.2. */
export const owed: readonly Owed[] = [
  ...dated,
  ...duties.filter(({ when }) => when !== null),
  ...duties.filter(({ when }) => when === null),
];
