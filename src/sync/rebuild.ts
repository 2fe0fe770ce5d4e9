import { z } from 'zod';
import type { SyncMemory } from './memory.ts';

const requestSchema = z.object({
  /** Digest of the public set for which a rebuild was last asked. */
  asked: z.string().nullable(),
  /** Digest that the last run saw, and since when it differs from `asked`. */
  seen: z.string().nullable(),
  since: z.iso.datetime().nullable(),
});

const nothingAsked = { asked: null, seen: null, since: null };
const memoryName = 'rebuild';

/** Staff who publish without a break for so long get a rebuild all the same. */
const longestWaitMs = 10 * 60_000;

/** Asks the platform for a build: posts to its hook. Throws when there is no hook or it does not take the call. */
export async function postBuildHook(hookUrl: string | undefined): Promise<void> {
  if (!hookUrl) throw new Error('Set BUILD_HOOK_URL, so that published stories reach the site.');
  const answer = await fetch(hookUrl, { method: 'POST', signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`The build hook answered ${answer.status}.`);
}

/**
 * Asks for one rebuild when the public set differs from the one last asked for and has been the same for two runs, so
 * that a batch of changes makes one build. What `ask` throws is passed on, and the next run asks again.
 */
export async function askForRebuild(
  memory: SyncMemory,
  digest: string,
  now: Date,
  ask: () => Promise<void>,
): Promise<boolean> {
  const { asked, seen, since } = requestSchema.catch(nothingAsked).parse(await memory.read(memoryName));
  if (digest === asked) {
    if (seen !== asked) await memory.write(memoryName, { asked, seen: asked, since: null });
    return false;
  }
  const settled = digest === seen || (since !== null && now.getTime() - Date.parse(since) > longestWaitMs);
  if (!settled) {
    await memory.write(memoryName, { asked, seen: digest, since: since ?? now.toISOString() });
    return false;
  }
  await ask();
  await memory.write(memoryName, { asked: digest, seen: digest, since: null });
  return true;
}
