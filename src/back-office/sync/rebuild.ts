import { z } from 'zod';
import type { Database } from '../../platform/postgres.ts';
import { openingsDigest } from '../../filing/definitions/periods.ts';
import { publishedDigest } from '../../gallery/stories/server/store.ts';
import type { SyncState } from './sync-state.ts';

const digestSchema = z.string().nullable();
const requestSchema = z.object({
  /** Digest of the public set for which a rebuild was last asked, and when. */
  asked: digestSchema,
  askedAt: z.coerce.date().nullable(),
  /** Digest that the last run saw, and since when it is not what was built. */
  seen: digestSchema,
  since: z.coerce.date().nullable(),
});

const nothingAsked = { asked: null, askedAt: null, seen: null, since: null };
const requestName = 'rebuild';
const begunName = 'build begun with';
const builtName = 'built with';

/** Staff who publish without a break for so long get a rebuild all the same. */
const longestWaitMs = 10 * 60_000;
/** A build that was asked for and has not been seen after this has failed, and is asked for again. */
const buildTakesMs = 15 * 60_000;

/** Asks the platform for a build: posts to its hook. Throws when there is no hook or it does not take the call. */
export async function postBuildHook(hookUrl: string | undefined): Promise<void> {
  if (!hookUrl) throw new Error('Set BUILD_HOOK_URL, so that published stories reach the site.');
  const answer = await fetch(hookUrl, { method: 'POST', signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`The build hook answered ${answer.status}.`);
}

/** A digest of all that a build shows and that changes without a change of the code: stories, and which forms are open. */
export const siteDigest = async (db: Database, shown: { samples: boolean }, now: Date): Promise<string> =>
  (await publishedDigest(db, shown)) + openingsDigest(now);

/** Notes with which public set a build began. */
export const noteBuildBegun = (memory: SyncState, digest: string) => memory.write(begunName, digest);

/** Notes that the build which began last is done. */
export async function noteBuilt(memory: SyncState): Promise<void> {
  await memory.write(builtName, await memory.read(begunName));
}

const olderThan = (then: Date | null, now: Date, ageMs: number) =>
  then !== null && now.getTime() - then.getTime() > ageMs;

/**
 * Asks for one rebuild when the public set is not the one last built and has been the same for two runs, so that a batch
 * of changes makes one build. A build that fails is asked for again. What `ask` throws is passed on; the next run asks
 * again.
 */
export async function askForRebuild(
  memory: SyncState,
  digest: string,
  now: Date,
  ask: () => Promise<void>,
): Promise<boolean> {
  const built = digestSchema.catch(null).parse(await memory.read(builtName));
  const { asked, askedAt, seen, since } = requestSchema
    .catch(nothingAsked)
    .parse(await memory.read(requestName));
  if (digest === built) {
    if (since !== null) await memory.write(requestName, { asked, askedAt, seen: digest, since: null });
    return false;
  }
  const isSettled = digest === seen || olderThan(since, now, longestWaitMs);
  const isUnderWay = digest === asked && !olderThan(askedAt, now, buildTakesMs);
  if (!isSettled || isUnderWay) {
    await memory.write(requestName, { asked, askedAt, seen: digest, since: since ?? now });
    return false;
  }
  await ask();
  await memory.write(requestName, { asked: digest, askedAt: now, seen: digest, since: null });
  return true;
}
