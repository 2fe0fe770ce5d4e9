import { z } from 'zod';
import type { Database } from '../../platform/postgres.ts';
import { openingsDigest } from '../../filing/definitions/periods.ts';
import { publishedDigest } from '../../gallery/stories/server/store.ts';
import type { SyncState } from './sync-state.ts';

const digestSchema = z.string().nullable();
const requestSchema = z.object({
  /** Digest for which the last rebuild was requested; `askedAt` is the time of that request. */
  asked: digestSchema,
  askedAt: z.coerce.date().nullable(),
  /** Digest that the last run saw; `since` is when the site first differed from its last build. */
  seen: digestSchema,
  since: z.coerce.date().nullable(),
});

const nothingAsked = { asked: null, askedAt: null, seen: null, since: null };
const requestName = 'rebuild';
const begunName = 'build begun with';
const builtName = 'built with';

/** After this much uninterrupted publishing, a rebuild starts without waiting for the changes to settle. */
const longestWaitMs = 10 * 60_000;
/** A requested build that has not finished after this time counts as failed and is requested again. */
const buildTakesMs = 15 * 60_000;

/** Posts to the build hook of the platform. Throws when no hook is set or the hook refuses the call. */
export async function postBuildHook(hookUrl: string | undefined): Promise<void> {
  if (!hookUrl) throw new Error('Set BUILD_HOOK_URL, so that published stories reach the site.');
  const answer = await fetch(hookUrl, { method: 'POST', signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`The build hook answered ${answer.status}.`);
}

/** Digest of what a build shows and what changes without a deploy: the stories, and which forms are open. */
export const siteDigest = async (db: Database, shown: { samples: boolean }, now: Date): Promise<string> =>
  (await publishedDigest(db, shown)) + openingsDigest(now);

/** Records the digest with which a build began. */
export const noteBuildBegun = (memory: SyncState, digest: string) => memory.write(begunName, digest);

/** Records that the last build is done. */
export async function noteBuilt(memory: SyncState): Promise<void> {
  await memory.write(builtName, await memory.read(begunName));
}

const olderThan = (then: Date | null, now: Date, ageMs: number) =>
  then !== null && now.getTime() - then.getTime() > ageMs;

/**
 * Requests a rebuild when the digest differs from the last build and was the same in two runs, so several changes make one build.
 * Requests a failed build again. Throws what `ask` throws; the next run then tries again.
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
