import { criteria, criteriaGroups, duties, occasions, phases } from '../vocabulary/taxonomy.ts';
import { nearestSummary, summaryOf } from './summaries.ts';

/** Whom a clause concerns, what the clause asks of them, and by when. */
export interface Glance {
  readonly who: string;
  /** Page for those concerned. */
  readonly href: string | null;
  /** A criterion or a duty in our words; null elsewhere. */
  readonly gist: string | null;
  /** True where the gist is a duty, so that `due` can only be its time. */
  readonly isDuty: boolean;
  /** A time, or outside V.2 a standing duty; null where the clause sets neither. */
  readonly due: string | null;
}

/** The criteria group that the clause is, or belongs to; undefined outside III.1. */
export function criteriaGroupOf(id: string) {
  return criteriaGroups.find(({ clause }) => isWithin(id, clause));
}

/** The most important facts about a clause, from the lists of the site and from the clause's summary. */
export function glanceOf(id: string): Glance {
  const group = criteriaGroupOf(id);
  const duty = duties.find((one) => one.id === id);
  return {
    who: duty?.who ?? group?.name ?? nearestSummary(id)?.who ?? 'Mọi người',
    href: group ? `/tieu-chi/${group.id}/` : null,
    gist: duty?.what ?? criteria.find((one) => one.id === id)?.name ?? null,
    isDuty: duty !== undefined,
    due: duty?.when ?? phaseTimes(id) ?? summaryOf(id)?.due ?? occasionOf(id) ?? null,
  };
}

/** True for the clause itself and for every clause inside it. */
export function isWithin(id: string, clause: string): boolean {
  return id === clause || id.startsWith(`${clause}-`);
}

function phaseTimes(id: string): string | undefined {
  const phase = phases.find((one) => one.id === id);
  return phase?.milestones.map(({ when, name }) => `${when}: ${lowerFirst(name)}`).join('; ');
}

function occasionOf(id: string): string | undefined {
  return occasions.find(({ clause }) => isWithin(id, clause))?.name;
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
