import { defineLiveCollection } from 'astro:content';
import type { LiveLoader } from 'astro/loaders';
import { readAdoptions } from './gallery/adoptions/server/store.ts';
import { readDatabaseEnv, readEnv } from './platform/env.ts';
import { withPhotos } from './gallery/photos/with-photos.ts';
import { openDatabase } from './platform/postgres.ts';
import { adoptionSchema } from './gallery/adoptions/adoption.ts';
import { storySchema, withdrawnSchema } from './gallery/story.ts';
import { readWithdrawn, recordPublication } from './gallery/stories/server/publication-log.ts';
import { isMigrated, keepsShown, readPublished } from './gallery/stories/server/store.ts';
import { servedBuildSchema } from './back-office/sync/served-build.ts';
import { readSettings } from './filing/settings/server/store.ts';
import { followRows, settingsSchema } from './vocabulary/owner-settings.ts';
import { siteDigest } from './back-office/sync/rebuild.ts';

/** Reads the store for a build. An error fails the build, so the last good site stays online. */
async function readStore() {
  const { isLocal, isPreview } = readEnv();
  const db = openDatabase(readDatabaseEnv().url);
  try {
    const now = new Date();
    const empty = {
      stories: [],
      adoptions: [],
      withdrawn: [],
      builds: [{ id: 'this', digest: '', builtAt: now }],
      settings: [],
    };
    if (!(await isMigrated(db))) return empty;
    const shown = { samples: isLocal };
    const rows = await readSettings(db);
    followRows(rows);
    const settings = [{ id: 'this', rows }];
    // Before the stories: what changes in between asks for another build.
    const digest = await siteDigest(db, shown, now);
    const builds = [{ id: 'this', digest, builtAt: now }];
    const stories = await withPhotos(db, await readPublished(db, shown));
    const adoptions = await readAdoptions(db, isLocal);
    if (!(await keepsShown(db))) return { stories, adoptions, withdrawn: [], builds, settings };
    if (!isPreview) await recordPublication(db, stories);
    return { stories, adoptions, withdrawn: await readWithdrawn(db), builds, settings };
  } finally {
    await db.end();
  }
}

/** One reading serves all collections of a build. */
let read: ReturnType<typeof readStore> | undefined;
const store = () => {
  read ??= readStore();
  return read;
};

/**
 * A loader for one kind of entry in the store. The collections are live, although a build reads the store once: Astro bundles
 * other collections with the pages, and ten thousand stories in a bundle take a gigabyte of memory.
 */
function kept<T extends { id: string }>(
  name: string,
  pick: (all: Awaited<ReturnType<typeof readStore>>) => readonly T[],
): LiveLoader<T, { id: string }> {
  const entries = async () => pick(await store()).map((data) => ({ id: data.id, data }));
  return {
    name,
    loadCollection: async () => ({ entries: await entries() }),
    loadEntry: async ({ filter }) => (await entries()).find(({ id }) => id === filter.id),
  };
}

export const collections = {
  stories: defineLiveCollection({ loader: kept('stories', ({ stories }) => stories), schema: storySchema }),
  builds: defineLiveCollection({ loader: kept('builds', ({ builds }) => builds), schema: servedBuildSchema }),
  settings: defineLiveCollection({
    loader: kept('settings', ({ settings }) => settings),
    schema: settingsSchema,
  }),
  adoptions: defineLiveCollection({
    loader: kept('adoptions', ({ adoptions }) => adoptions),
    schema: adoptionSchema,
  }),
  withdrawn: defineLiveCollection({
    loader: kept('withdrawn', ({ withdrawn }) => withdrawn),
    schema: withdrawnSchema,
  }),
};
