import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { readAdoptions } from './adoptions/store.ts';
import { readEnv } from './env.ts';
import { withPhotos } from './photos/with-photos.ts';
import { openDatabase } from './postgres.ts';
import { adoptionSchema } from './schemas/adoption.ts';
import { pageSchema } from './schemas/page.ts';
import { planPartSchema } from './schemas/plan.ts';
import { storySchema, withdrawnSchema } from './schemas/story.ts';
import { readWithdrawn, recordShown } from './stories/shown.ts';
import { isMigrated, keepsShown, readPublished } from './stories/store.ts';
import { syncMemory } from './sync/memory.ts';
import { noteBuildBegun, siteDigest } from './sync/rebuild.ts';

/** Reads the store for a build; what it throws fails the build, so that the last good site stays up. */
async function readStore() {
  const { DATABASE_URL, isLocal, isPreview } = readEnv();
  const db = openDatabase(DATABASE_URL);
  try {
    if (!(await isMigrated(db))) return { stories: [], adoptions: [], withdrawn: [] };
    const shown = { samples: isLocal };
    await noteBuildBegun(syncMemory(db), await siteDigest(db, shown, new Date()));
    const stories = await withPhotos(db, await readPublished(db, shown));
    const adoptions = await readAdoptions(db, isLocal);
    if (!(await keepsShown(db))) return { stories, adoptions, withdrawn: [] };
    if (!isPreview) await recordShown(db, stories);
    return { stories, adoptions, withdrawn: await readWithdrawn(db) };
  } finally {
    await db.end();
  }
}

/** Once, for the collections that come from the store. */
let read: ReturnType<typeof readStore> | undefined;
const store = () => {
  read ??= readStore();
  return read;
};

export const collections = {
  plan: defineCollection({
    loader: glob({ base: './content/plan', pattern: '*.mdx' }),
    schema: planPartSchema,
  }),
  pages: defineCollection({
    loader: glob({ base: './content/pages', pattern: '*.mdx' }),
    schema: pageSchema,
  }),
  stories: defineCollection({ loader: async () => (await store()).stories, schema: storySchema }),
  adoptions: defineCollection({ loader: async () => (await store()).adoptions, schema: adoptionSchema }),
  withdrawn: defineCollection({ loader: async () => (await store()).withdrawn, schema: withdrawnSchema }),
};
