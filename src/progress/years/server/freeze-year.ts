import { readPublicAnswers } from '../../../filing/public-answers/store.ts';
import { readAdoptions } from '../../../gallery/adoptions/server/store.ts';
import type { Sources } from '../../../gallery/open-data/data-set.ts';
import { EditionTakenError, hasEdition, takeEdition } from '../../../gallery/open-data/server/editions.ts';
import { withDrawnSizes } from '../../../gallery/photos/drawn-sizes.ts';
import { readShownSlugs, readWithdrawn } from '../../../gallery/stories/server/publication-log.ts';
import { readPublished } from '../../../gallery/stories/server/store.ts';
import { servedClauses } from '../../../plan/served-clauses.ts';
import type { Database } from '../../../platform/postgres.ts';
import { dayInVietnam } from '../../../vietnamese/official-date.ts';
import { begunCases } from '../../../vocabulary/comment-cases.ts';
import { coverage } from '../../coverage/coverage.ts';
import { publishedPlans } from '../../coverage/published-plans.ts';
import { standingsOf } from '../../coverage/standings.ts';
import { readRollUps } from '../../reports/server/roll-up-tools.ts';
import { readFilings } from '../../server/store.ts';
import { closingDocument } from '../closing.ts';
import { pathsOfYear } from '../year-pages.ts';
import { closeYear } from './closings.ts';
import type { Known } from './year-pages.ts';

/** What became of a request to close a year. */
export interface Freezing {
  /** False where the year was closed before: it never changes. */
  isClosed: boolean;
  /**
   * Rows of each data set that were frozen; or why none were: the edition of the year was taken before, or the site did not say the
   * plan, and another try is worth it.
   */
  editions: Map<string, number> | 'taken' | 'unserved';
  /** Pages that are to be kept as the site serves them now. */
  paths: string[];
  /** What is public now, of which these pages may tell. */
  known: Known;
}

/** Freezes every data set as it is now, all of them or none. */
async function freezeData(
  db: Database,
  year: number,
  read: Pick<Sources, 'stories' | 'adoptions' | 'standings'>,
  siteUrl: string,
): Promise<Freezing['editions']> {
  if (await hasEdition(db, year)) return 'taken';
  const clauses = await servedClauses(siteUrl);
  if (!clauses) return 'unserved';
  const sources = { ...read, withdrawn: await readWithdrawn(db), clauses, origin: new URL(siteUrl) };
  return takeEdition(db, year, sources).catch((error: unknown) => {
    if (error instanceof EditionTakenError) return 'taken' as const;
    throw error;
  });
}

/**
 * Closes a year: coverage, decisions, forms and legal texts as they are, and the edition of its data. `withSums` releases the sums of
 * the yearly reports, too. Settings must be followed before.
 */
export async function freezeYear(
  db: Database,
  year: number,
  { withSums, siteUrl, now }: { withSums: boolean; siteUrl: string; now: Date },
): Promise<Freezing> {
  const stories = await withDrawnSizes(db, await readPublished(db, { samples: false }));
  const [rolled] = await readRollUps(db, [year], false);
  const filings = await readFilings(db, false);
  const lines = coverage(filings, dayInVietnam(now));
  const isClosed = rolled
    ? await closeYear(db, year, closingDocument(year, { stories, lines, rolled, withSums }))
    : false;
  const adoptions = await readAdoptions(db, false);
  const editions = await freezeData(db, year, { stories, adoptions, standings: standingsOf(lines) }, siteUrl);
  const answers = await readPublicAnswers(db);
  const plans = publishedPlans(filings);
  const things = { stories, adoptions, answers, plans, cases: begunCases(now) };
  const slugs = new Map([
    ...(await readShownSlugs(db)),
    ...stories.map(({ slug, id }) => [slug, id] as const),
  ]);
  const known = { things, slugs };
  return { isClosed, editions, paths: pathsOfYear(year, things, now), known };
}
