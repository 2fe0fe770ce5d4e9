import { siteDigest } from '../../src/back-office/sync/rebuild.ts';
import type { ServedBuild } from '../../src/back-office/sync/served-build.ts';
import { readOwnerFiles } from '../../src/filing/settings/server/owner-files.ts';
import { readSettings } from '../../src/filing/settings/server/store.ts';
import { recordBuild } from '../../src/gallery/stories/server/record-build.ts';
import { readPublished } from '../../src/gallery/stories/server/store.ts';
import type { Database } from '../../src/platform/postgres.ts';
import { servedCases } from '../../src/progress/comments/server/served-cases.ts';
import { begunCases } from '../../src/vocabulary/comment-cases.ts';
import { followRows } from '../../src/vocabulary/owner-settings.ts';
import { startListsServer } from './lists-server.ts';

/** A build that has read and noted what it shows. The public gets it when it is deployed, if ever. */
export interface SeasonBuild {
  deploy: () => void;
}

/** The public site: ids of the stories of the build that it serves, and what that build says of itself and of lists over HTTP. */
export async function startSite(db: Database, embargoes: ReadonlyMap<string, Date>, faults: string[]) {
  const server = await startListsServer();
  let shown = new Set<string>();
  let served: ServedBuild | null = null;
  let isAsked = false;

  const begin = async ({ isPreview = false } = {}): Promise<SeasonBuild> => {
    const builtAt = new Date();
    followRows(await readSettings(db));
    const digest = await siteDigest(db, { samples: false }, builtAt);
    const stories = (await readPublished(db, { samples: false })).map((story) => ({ ...story, photo: null }));
    const lists = servedCases(begunCases(builtAt), await readOwnerFiles(db));
    await recordBuild(db, stories, { builtAt, isPreview });
    const deploy = () => {
      server.show(lists);
      shown = new Set(stories.map(({ id }) => id));
      served = { digest, builtAt };
      for (const id of shown)
        if ((embargoes.get(id)?.getTime() ?? 0) > builtAt.getTime())
          faults.push(`${id} was shown before ${embargoes.get(id)?.toISOString()}`);
    };
    return { deploy };
  };
  return {
    url: server.url,
    shownLists: server.shown,
    shown: (): ReadonlySet<string> => shown,
    rebuild: {
      ask: async () => {
        isAsked = true;
      },
      readServed: async () => served,
    },
    /** Begins the build that the sync asked for; undefined where it asked for none, or where the build dies before it notes anything. */
    beginAsked: async ({ isKilled = false } = {}): Promise<SeasonBuild | undefined> => {
      const isBegun = isAsked && !isKilled;
      isAsked = false;
      return isBegun ? begin() : undefined;
    },
    beginPreview: () => begin({ isPreview: true }),
    close: server.close,
  };
}
