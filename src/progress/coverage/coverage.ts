import { owedBy } from '../../plan/owed.ts';
import { dayInVietnam } from '../../vietnamese/official-date.ts';
import { clusters, momentsOf } from '../../vocabulary/owner-settings.ts';
import { type Unit, units } from '../../vocabulary/units.ts';
import { type ConfirmedFiling, movementYears, planForm, reportForm, type ShownFiling } from '../filing.ts';

/** Where one thing stands that a unit owes. Days are `YYYY-MM-DD`. */
export type Standing =
  /** Staff confirmed it. `lateDays` counts from the day after the deadline. */
  | { is: 'there'; filedOn: string | null; confirmedOn: string; lateDays: number }
  /** Not confirmed, and the deadline is ahead or nobody announced one. */
  | { is: 'awaited'; due: string | null }
  /** Not confirmed, and the deadline is over. */
  | { is: 'overdue'; due: string };

/** The line of a unit: what it owes under the plan, and what of it staff confirmed. */
export interface CoverageLine {
  unit: Unit;
  /** Names of its cụm and khối. */
  clusters: readonly string[];
  plan: Standing;
  /** What it agreed to show of its plan; null where it did not or there is none. */
  shownPlan: (ShownFiling & { form: typeof planForm })['plan'];
  criteria: Standing;
  reports: readonly { year: number; standing: Standing }[];
}

/** The last day of quý II/2026, by which units issue plans and criteria (Kế hoạch 113/KH-UBND, V.1). */
export const planDue = '2026-06-30';

const dayMs = 86_400_000;

/** The last day on which the yearly report of a year is taken, by the rows of the owner; null where none names that year. */
export function reportDue(year: number): string | null {
  const ends = momentsOf('nhan-phieu')
    .filter((moment) => moment.year === year && moment.forms.includes(reportForm))
    .map(({ until }) => dayInVietnam(new Date(until.getTime() - 1)));
  return ends.toSorted().at(-1) ?? null;
}

/** The years whose reports rows have begun to take. @param today `YYYY-MM-DD` */
export const openedYears = (today: string): number[] =>
  momentsOf('nhan-phieu').flatMap(({ year, forms, from }) =>
    year !== null && forms.includes(reportForm) && dayInVietnam(from) <= today ? [year] : [],
  );

/** The years that coverage shows: those that have begun, and later ones for which something is there. */
export function shownYears(filings: readonly ConfirmedFiling[], today: string): number[] {
  const reported = filings.flatMap(({ shown }) => (shown.form === reportForm ? [shown.year] : []));
  const last = Math.max(Number(today.slice(0, 4)), ...reported, movementYears[0]);
  return movementYears.filter((year) => year <= last);
}

function standingOf(found: readonly ConfirmedFiling[], due: string | null, today: string): Standing {
  const [first] = found.toSorted((a, b) =>
    (a.shown.filedOn ?? a.confirmedOn).localeCompare(b.shown.filedOn ?? b.confirmedOn),
  );
  if (first) {
    const { filedOn } = first.shown;
    const late = due && filedOn && filedOn > due ? (Date.parse(filedOn) - Date.parse(due)) / dayMs : 0;
    return { is: 'there', filedOn, confirmedOn: first.confirmedOn, lateDays: late };
  }
  return due !== null && today > due ? { is: 'overdue', due } : { is: 'awaited', due };
}

const owes = (unit: Unit, form: string) =>
  owedBy(unit).some(({ duty, part }) => part === 'does' && duty.forms.includes(form));

/** The units that owe a plan and yearly reports: every listed one that the plan means. */
export const owingUnits: readonly Unit[] = units.filter(
  (unit) => owes(unit, planForm) || owes(unit, reportForm),
);

/** The coverage of every unit that owes something, in the order of the list. @param today `YYYY-MM-DD` */
export function coverage(filings: readonly ConfirmedFiling[], today: string): CoverageLine[] {
  const byUnit = Map.groupBy(filings, ({ shown }) => shown.unitCode);
  const years = shownYears(filings, today);
  const due = new Map(years.map((year) => [year, reportDue(year)]));
  const groups = clusters();
  return owingUnits.map((unit) => {
    const own = byUnit.get(unit.code) ?? [];
    const plans = own.flatMap((filing) => (filing.shown.form === planForm ? [filing] : []));
    const shownPlans = plans.flatMap(({ shown }) =>
      shown.form === planForm && shown.plan ? [shown.plan] : [],
    );
    const withCriteria = plans.filter(({ shown }) => shown.form === planForm && shown.hasCriteria);
    const reportsOf = (year: number) =>
      own.filter(({ shown }) => shown.form === reportForm && shown.year === year);
    return {
      unit,
      clusters: groups.filter((group) => group.units.includes(unit.code)).map(({ name }) => name),
      // What counts for a plan is the day of its issue, not that of its report: it is never called late.
      plan: { ...standingOf(plans, planDue, today), lateDays: 0 },
      shownPlan: shownPlans.toSorted((a, b) => b.issuedOn.localeCompare(a.issuedOn))[0] ?? null,
      criteria: { ...standingOf(withCriteria, planDue, today), lateDays: 0 },
      reports: years.map((year) => ({
        year,
        standing: standingOf(reportsOf(year), due.get(year) ?? null, today),
      })),
    };
  });
}

/** What of the coverage changes with the day alone, as one word: a site built with another is to be built anew. */
export function coverageDigest(now: Date): string {
  const today = dayInVietnam(now);
  const past = movementYears.filter((year) => (reportDue(year) ?? '9999') < today);
  const opened = Math.max(...openedYears(today), 0);
  return `~${today.slice(0, 4)}${past.map((year) => `.${year}`).join('')}${opened > 0 ? `>${opened}` : ''}`;
}
