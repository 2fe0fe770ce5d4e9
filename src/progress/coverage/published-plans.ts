import { fold } from '../../vietnamese/fold.ts';
import { type Unit, unitByCode } from '../../vocabulary/units.ts';
import { type ConfirmedFiling, planForm, type ShownFiling } from '../filing.ts';

/** Address of the list of plans that units agreed to publish. */
export const publishedPlansPath = '/tien-do/ke-hoach-don-vi/';

/** A plan of a unit, as the unit agreed to publish it. */
export interface PublishedPlan {
  /** Given once, at its first confirmation: it names the entry and its page for good. */
  id: number;
  /** Null for a unit that is not on the list. */
  unit: Unit | null;
  name: string;
  plan: NonNullable<(ShownFiling & { form: typeof planForm })['plan']>;
  sample: boolean;
}

/** Anchor of an entry on the page of plans. */
export const planSlug = ({ id }: Pick<PublishedPlan, 'id'>): string => `kh-${id}`;

/** Numbers on one page, so that each page stays light. */
const pageLength = 40;

const pageOf = ({ id }: Pick<PublishedPlan, 'id'>): number => Math.ceil(id / pageLength);

/** Address of a page of plans, counted from 1: that of the oldest. A plan never moves to another page. */
const planPagePath = (page: number): string => `${publishedPlansPath}${page}/`;

/** Address of an entry. */
export const planPath = (plan: Pick<PublishedPlan, 'id'>): string =>
  `${planPagePath(pageOf(plan))}#${planSlug(plan)}`;

/** A page of plans. */
export interface PlanPage {
  page: number;
  path: string;
  plans: PublishedPlan[];
}

/** The pages of the plans, newest first. */
export const planPages = (plans: readonly PublishedPlan[]): PlanPage[] =>
  [...Map.groupBy(plans, pageOf)]
    .toSorted(([a], [b]) => b - a)
    .map(([page, own]) => ({ page, path: planPagePath(page), plans: own }));

/** The newest plans, for the page that leads to all of them. */
export const newestPlans = (plans: readonly PublishedPlan[]): PublishedPlan[] => plans.slice(0, pageLength);

/** Several rows of one plan make one entry: the address of the first, the words of the last. */
function joined(rows: readonly PublishedPlan[]): PublishedPlan[] {
  const last = rows.toSorted((a, b) => a.id - b.id).at(-1);
  return last ? [{ ...last, id: Math.min(...rows.map(({ id }) => id)) }] : [];
}

/** What two rows of one plan share: whose it is, its number, and the year, as numbers begin anew each year. */
const sameness = ({ unit, name, plan }: PublishedPlan): string =>
  [unit?.code ?? name, plan.number, plan.issuedOn.slice(0, 4)]
    .map((part) => fold(part).replace(/\s+/g, ''))
    .join(' ');

/** The plans that staff confirmed and units agreed to show, newest first. */
export function publishedPlans(filings: readonly ConfirmedFiling[]): PublishedPlan[] {
  const all = filings.flatMap(({ shown, sample, place }) => {
    if (shown.form !== planForm || !shown.plan || place === null) return [];
    const unit = unitByCode(shown.unitCode) ?? null;
    const name = unit?.name ?? shown.unitName;
    return name ? [{ id: place, unit, name, plan: shown.plan, sample }] : [];
  });
  return [...Map.groupBy(all, sameness).values()]
    .flatMap(joined)
    .toSorted(
      (a, b) =>
        b.plan.issuedOn.localeCompare(a.plan.issuedOn) || a.name.localeCompare(b.name, 'vi') || a.id - b.id,
    );
}
