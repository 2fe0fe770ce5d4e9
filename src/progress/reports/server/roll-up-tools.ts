import { readAdoptions } from '../../../gallery/adoptions/server/store.ts';
import { readPublished } from '../../../gallery/stories/server/store.ts';
import type { Database } from '../../../platform/postgres.ts';
import { dayInVietnam } from '../../../vietnamese/official-date.ts';
import { phases } from '../../../vocabulary/taxonomy.ts';
import { coverage } from '../../coverage/coverage.ts';
import { readFilings } from '../../server/store.ts';
import { appliedIn, honoursOf } from '../applied.ts';
import { packReport, type ReportOccasion } from '../draft-report.ts';
import { type RollUp, rollUp } from '../roll-up.ts';
import { readReports } from './read-reports.ts';

/** The years that a report of this occasion covers: the year, or the phase that ends with it; null where no phase does. */
export function yearsOf(year: number, occasion: ReportOccasion): number[] | null {
  if (occasion === 'nam') return [year];
  const phase = phases.find(({ to }) => to === year);
  const isLast = phase === phases.at(-1);
  if (!phase || isLast !== (occasion === 'tong-ket')) return null;
  const from = isLast ? Math.min(...phases.map((each) => each.from)) : phase.from;
  return Array.from({ length: year - from + 1 }, (_, at) => from + at);
}

/** The report of a phase that ends with the year; null for other years. */
export const phaseOccasion = (year: number): ReportOccasion | null =>
  (['so-ket', 'tong-ket'] as const).find((occasion) => yearsOf(year, occasion)) ?? null;

/** The roll-ups of some years. */
export async function readRollUps(
  db: Database,
  years: readonly number[],
  samples: boolean,
): Promise<RollUp[]> {
  const reports = await readReports(db, years, samples);
  return years.map((year) => rollUp(reports, year));
}

/** The draft of a report as a Word file, from what is confirmed now. Settings must be followed before: they hold deadlines. */
export async function draftOf(
  db: Database,
  { years, occasion }: { years: readonly number[]; occasion: ReportOccasion },
  now: Date,
  samples: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const today = dayInVietnam(now);
  const lines = coverage(await readFilings(db, samples), today);
  const stories = await readPublished(db, { samples });
  return packReport({
    years: await readRollUps(db, years, samples),
    lines,
    honours: honoursOf(stories, years),
    adoptions: appliedIn(stories, await readAdoptions(db, samples), years),
    today,
    occasion,
  });
}
