import { noteServed } from '../../gallery/stories/server/publication-log.ts';
import type { Database } from '../../platform/postgres.ts';
import { alone } from './alone.ts';
import { type Asked, askForRebuild, isUrgent, type RebuildTools, siteDigest } from './rebuild.ts';
import type { SyncState } from './sync-state.ts';

/** Requests a build of the site where one is due, unless another run is at it. */
export async function askForDueBuild(
  db: Database,
  memory: SyncState,
  { samples, now, rebuild }: { samples: boolean; now: Date; rebuild: RebuildTools },
): Promise<Asked> {
  let asked: Asked = 'nothing';
  await alone(db, async () => {
    const digest = await siteDigest(db, { samples }, now);
    asked = await askForRebuild(memory, digest, now, {
      ...rebuild,
      isUrgent: await isUrgent(db, memory, now),
      noteServed: ({ builtAt }) => noteServed(db, builtAt),
    });
  });
  return asked;
}
