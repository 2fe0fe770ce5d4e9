import { type Duty, duties, otherDuties, type Phase, phases } from '../vocabulary/taxonomy.ts';
import type { Unit } from '../vocabulary/units.ts';
import { periodOf } from './timetable/period.ts';

type Milestone = Phase['milestones'][number];

/** Something that the plan asks of somebody: a dated duty of V.1, a duty of V.2 or of another clause. */
export interface Owed extends Duty {
  /** What a unit does before, in and after the time; null for a duty without a quarter or year. */
  readonly advice: Milestone['advice'] | null;
  /** Ids of the forms with which the duty is done or reported. */
  readonly forms: readonly string[];
}

const dated: readonly Owed[] = phases
  .flatMap(({ milestones }) => milestones)
  .map(({ clause, when, duty, advice, forms }) => ({ id: clause, when, ...duty, advice, forms }));

const undated: readonly Owed[] = [...duties, ...otherDuties].map((duty) => ({
  ...duty,
  advice: null,
  forms: duty.form === null ? [] : [duty.form],
}));

/** Duties of every year come after those of the first quarter and before those of a later year; occasional ones last. */
function timeOf({ when, advice }: Owed): string {
  if (advice && when) return periodOf(when).from;
  return when?.toLowerCase().includes('hằng năm') ? '2026-12-31' : '9999';
}

/** All that the plan asks: first what has a time, in order of time, then the rest in the plan's order. */
export const owed: readonly Owed[] = [
  ...[...dated, ...undated.filter(({ when }) => when !== null)].sort((a, b) =>
    timeOf(a) < timeOf(b) ? -1 : Number(timeOf(a) > timeOf(b)),
  ),
  ...undated.filter(({ when }) => when === null),
];

/** What a unit has to do with a duty: it does it, takes part in it, or receives its report. */
export type DutyPart = 'does' | 'joins' | 'receives';

function partOf(unit: Pick<Unit, 'name' | 'group'>, duty: Owed): DutyPart | undefined {
  const isNamedIn = (text: string | null) => unit.name !== '' && text?.includes(unit.name) === true;
  if (isNamedIn(duty.who)) return 'does';
  if (isNamedIn(duty.reportsTo)) return 'receives';
  if (duty.with.some(isNamedIn)) return 'joins';
  if (duty.groups.includes(unit.group)) return 'does';
  return duty.withGroups.includes(unit.group) ? 'joins' : undefined;
}

/** What the plan asks of a unit, in the order of `owed`, with the unit's part in it. */
export function owedBy(unit: Pick<Unit, 'name' | 'group'>): { duty: Owed; part: DutyPart }[] {
  return owed.flatMap((duty) => {
    const part = partOf(unit, duty);
    return part ? [{ duty, part }] : [];
  });
}
