import { z } from 'zod';
import { openingsDigest } from '../../filing/definitions/periods.ts';
import { publicAnswersDigest, questionTable } from '../../filing/public-answers/store.ts';
import { ownerFilesDigest } from '../../filing/settings/server/owner-files.ts';
import { settingsDigest } from '../../filing/settings/server/store.ts';
import { medianAnswerDays } from '../../filing/status/state-days.ts';
import { comingDigest } from '../../gallery/press/coming.ts';
import { isSetChanged } from '../../gallery/stories/server/gone-now.ts';
import { publishedDigest } from '../../gallery/stories/server/store.ts';
import type { Database } from '../../platform/postgres.ts';
import { coverageDigest } from '../../progress/coverage/coverage.ts';
import { filingsDigest } from '../../progress/server/store.ts';
import { closingsDigest } from '../../progress/years/server/closings.ts';
import { casesDigest } from '../../vocabulary/comment-cases.ts';
import { lapsesDigest } from '../../vocabulary/lapses.ts';
import type { ServedBuild } from './served-build.ts';
import type { SyncState } from './sync-state.ts';
import type { BackOffice } from './used-back-office.ts';

const digestSchema = z.string().nullable();
const requestSchema = z.object({
  /** Digest that the site was last seen to serve. */
  served: digestSchema.default(null),
  /** When the build that it was last seen to serve read what it shows. */
  servedAt: z.coerce.date().nullable().default(null),
  /** Digest for which a rebuild was requested and is not yet served; `askedAt` is the time of the last request. */
  asked: digestSchema,
  askedAt: z.coerce.date().nullable(),
  /** How often a rebuild was requested for `asked`. */
  times: z.number().default(1),
  /** When the site was last asked what it serves although nothing was to be built. */
  lookedAt: z.coerce.date().nullable().default(null),
  /** Digest that the last run saw; `since` is when the site first differed from what is published. */
  seen: digestSchema,
  since: z.coerce.date().nullable(),
});

const nothingAsked = {
  ...{ served: null, servedAt: null, asked: null, askedAt: null },
  ...{ times: 0, lookedAt: null, seen: null, since: null },
};
const requestName = 'rebuild';

/** After this much uninterrupted publishing, a rebuild starts without waiting for the changes to settle. */
const longestWaitMs = 3 * 60_000;
/** A requested build that is not served after this time counts as failed and is requested again. The wait doubles each time. */
const buildTakesMs = 6 * 60_000;
const longestRetryMs = 6 * 60 * 60_000;
/** How often the site is asked what it serves although nothing is to be built: an older build that ends late may have replaced it. */
const lookEveryMs = 5 * 60_000;

/** Posts to the build hook of the platform. Throws when no hook is set or the hook refuses the call. */
export async function postBuildHook(hookUrl: string | undefined): Promise<void> {
  if (!hookUrl) throw new Error('Set BUILD_HOOK_URL, so that published stories reach the site.');
  const answer = await fetch(hookUrl, { method: 'POST', signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`The build hook answered ${answer.status}.`);
}

/**
 * Digest of what a build shows and what changes without a deploy: the stories, what the owner set, which forms are open, which
 * legal texts have lapsed, what is over. Call `followSettings` first: the digest depends on the owner's settings.
 */
export const siteDigest = async (db: Database, shown: { samples: boolean }, now: Date): Promise<string> =>
  (await publishedDigest(db, shown)) +
  (await filingsDigest(db, shown.samples)) +
  (await publicAnswersDigest(db)) +
  `~${(await medianAnswerDays(db)) ?? ''}` +
  (await settingsDigest(db)) +
  (await ownerFilesDigest(db)) +
  (await closingsDigest(db)) +
  casesDigest(now) +
  openingsDigest(now) +
  lapsesDigest(now) +
  comingDigest(now) +
  coverageDigest(now);

const listedSchema = z.looseObject({ fullAt: z.coerce.date().nullable() });

/** What a build shows first of all: the names under which the sync remembers how far it has listed them. */
const galleryTables = ['stories', 'adoptions'];

/** What a build shows beside stories and adoptions: the names under which the sync remembers how far it has listed them. */
export const shownBeside = ({ settings, filings }: Pick<BackOffice, 'settings' | 'filings'>): string[] => [
  ...settings.map(({ name }) => `settings ${name}`),
  ...[questionTable, ...filings.map(({ name }) => name)].map((name) => `decisions ${name}`),
];

/**
 * Whether everything that a build shows was listed completely once. Until then the database may hold less than the site shows,
 * as after a loss, and a build from it would take away what stands there. Where a build of this database is served already, a table
 * that a later version adds, and that the base may lack, holds nothing up.
 */
async function isListed(memory: SyncState, others: readonly string[]): Promise<boolean> {
  const { served } = requestSchema.catch(nothingAsked).parse(await memory.read(requestName));
  for (const name of served === null ? [...galleryTables, ...others] : galleryTables) {
    const { data } = listedSchema.safeParse(await memory.read(name));
    if (!data?.fullAt) return false;
  }
  return true;
}

const olderThan = (then: Date | null, now: Date, ageMs: number) =>
  then !== null && now.getTime() - then.getTime() > ageMs;

/**
 * Whether somebody waits for this build, so that it must not wait for other changes: a story was taken down, or one is public that
 * the site does not show. After the first, publications within three minutes share one build.
 */
export async function isUrgent(db: Database, memory: SyncState, now: Date): Promise<boolean> {
  const { isLess, isMore } = await isSetChanged(db);
  if (isLess || !isMore) return isLess;
  const { askedAt } = requestSchema.catch(nothingAsked).parse(await memory.read(requestName));
  return askedAt === null || olderThan(askedAt, now, longestWaitMs);
}

/** What became of asking; `unlisted`: see `isListed`. */
export type Asked = 'requested' | 'nothing' | 'unlisted';

/** How a rebuild is requested, and how one sees that it is served. */
export interface RebuildTools {
  ask: () => Promise<void>;
  /** What the public site says of itself; null when it does not say. Never throws. */
  readServed: () => Promise<ServedBuild | null>;
  /** Is told which build the public site serves, each time it was asked. */
  noteServed?: (build: ServedBuild) => Promise<void>;
  /** See `isUrgent`. */
  isUrgent?: boolean;
  /** See `isListed`. */
  otherTables?: readonly string[];
}

/**
 * Requests a rebuild when the digest differs from that of the public site and was the same in two runs, so several changes make one
 * build; an urgent one does not wait for a second run. A build counts as done when the site serves its digest, not when the build
 * says so: one that failed or was cancelled is requested again. While a request is open, a build counts only if it read the stories
 * after it: an older one with the same digest may yet be replaced by one that was under way. Where nothing is to be built, the site is
 * asked every five minutes whether it still serves the digest. Throws what `ask` throws; the next run then tries again.
 */
export async function askForRebuild(
  memory: SyncState,
  digest: string,
  now: Date,
  { ask, readServed, noteServed, isUrgent: mustNotWait = false, otherTables = [] }: RebuildTools,
): Promise<Asked> {
  const request = requestSchema.catch(nothingAsked).parse(await memory.read(requestName));
  const { served, servedAt, asked, askedAt, times, lookedAt, seen, since } = request;
  if (digest === served && asked === null) {
    const isLookDue = lookedAt === null || olderThan(lookedAt, now, lookEveryMs);
    const found = isLookDue ? await readServed() : null;
    if (isLookDue || since !== null) {
      const kept = { ...nothingAsked, served, servedAt, seen: digest };
      await memory.write(requestName, { ...kept, lookedAt: isLookDue ? now : lookedAt });
    }
    if (found === null || found.digest === digest) return 'nothing';
  }
  if (!(await isListed(memory, otherTables))) return 'unlisted';
  if (!mustNotWait && digest !== seen && !olderThan(since, now, longestWaitMs)) {
    await memory.write(requestName, { ...request, seen: digest, since: since ?? now });
    return 'nothing';
  }
  const build = await readServed();
  if (build) await noteServed?.(build);
  if (build?.digest === digest && (askedAt === null || build.builtAt > askedAt)) {
    const shown = { served: digest, servedAt: build.builtAt, lookedAt: now, seen: digest };
    await memory.write(requestName, { ...nothingAsked, ...shown });
    return 'nothing';
  }
  const patienceMs = Math.min(buildTakesMs * 2 ** Math.max(0, times - 1), longestRetryMs);
  if (digest === asked && !olderThan(askedAt, now, patienceMs)) return 'nothing';
  await ask();
  const again = digest === asked ? times + 1 : 1;
  const open = { asked: digest, askedAt: now, times: again, seen: digest, since: null };
  await memory.write(requestName, { served, servedAt, ...open });
  return 'requested';
}
