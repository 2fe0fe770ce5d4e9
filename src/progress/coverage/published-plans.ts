import { type Unit, unitByCode } from '../../vocabulary/units.ts';
import { type ConfirmedFiling, planForm, type ShownFiling } from '../filing.ts';

/** Address of the list of plans that units agreed to publish. */
export const publishedPlansPath = '/tien-do/ke-hoach-don-vi/';

/** A plan of a unit, as the unit agreed to publish it. */
export interface PublishedPlan {
  /** Place in the list, from 1: it names the entry on its page. */
  id: number;
  /** Null for a unit that is not on the list. */
  unit: Unit | null;
  name: string;
  plan: NonNullable<(ShownFiling & { form: typeof planForm })['plan']>;
  sample: boolean;
}

/** Anchor of an entry on the page of plans. */
export const planSlug = ({ id }: Pick<PublishedPlan, 'id'>): string => `kh-${id}`;

/** Plans on one page, so that each page stays light. */
const pageLength = 40;

/** The plans page by page. */
export const planPages = (plans: readonly PublishedPlan[]): PublishedPlan[][] =>
  Array.from({ length: Math.ceil(plans.length / pageLength) }, (_, at) =>
    plans.slice(at * pageLength, (at + 1) * pageLength),
  );

/** Address of a page of the list, counted from 1. */
export const planPagePath = (page: number): string =>
  page === 1 ? publishedPlansPath : `${publishedPlansPath}${page}/`;

/** Address of an entry. */
export const planPath = ({ id }: Pick<PublishedPlan, 'id'>): string =>
  `${planPagePath(Math.ceil(id / pageLength))}#${planSlug({ id })}`;

/** The plans that staff confirmed and units agreed to show, newest first. */
export function publishedPlans(filings: readonly ConfirmedFiling[]): PublishedPlan[] {
  return filings
    .flatMap(({ shown, sample }) => {
      if (shown.form !== planForm || !shown.plan) return [];
      const unit = unitByCode(shown.unitCode) ?? null;
      const name = unit?.name ?? shown.unitName;
      return name ? [{ unit, name, plan: shown.plan, sample }] : [];
    })
    .toSorted((a, b) => b.plan.issuedOn.localeCompare(a.plan.issuedOn) || a.name.localeCompare(b.name, 'vi'))
    .map((plan, at) => ({ id: at + 1, ...plan }));
}
