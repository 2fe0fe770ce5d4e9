import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { readEnv } from './env.ts';
import { openDatabase } from './postgres.ts';
import { pageSchema } from './schemas/page.ts';
import { planPartSchema } from './schemas/plan.ts';
import { storySchema } from './schemas/story.ts';
import { isMigrated, publishedDigest, readPublished } from './stories/store.ts';
import { syncMemory } from './sync/memory.ts';
import { noteBuildBegun } from './sync/rebuild.ts';

/** Reads the store once for a build; what it throws fails the build, so that the last good site stays up. */
async function loadStories() {
  const { DATABASE_URL, isLocal } = readEnv();
  const db = openDatabase(DATABASE_URL);
  try {
    const shown = { samples: isLocal };
    if (await isMigrated(db)) await noteBuildBegun(syncMemory(db), await publishedDigest(db, shown));
    return await readPublished(db, shown);
  } finally {
    await db.end();
  }
}

export const collections = {
  plan: defineCollection({
    loader: glob({ base: './content/plan', pattern: '*.mdx' }),
    schema: planPartSchema,
  }),
  pages: defineCollection({
    loader: glob({ base: './content/pages', pattern: '*.mdx' }),
    schema: pageSchema,
  }),
  stories: defineCollection({ loader: loadStories, schema: storySchema }),
};
