import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { generateStories } from '../../../fixtures/story-generator/generate.ts';
import { insertStories } from '../../../fixtures/story-generator/insert.ts';

test('generated stories are published stories to the store, and samples that no real build shows', async ({
  db,
}) => {
  const stories = generateStories(8);
  await insertStories(db, stories);
  const shown = await readPublished(db, { samples: true });
  expect(shown.map(({ name }) => name).toSorted()).toEqual(stories.map(({ name }) => name).toSorted());
  expect(await readPublished(db, { samples: false })).toEqual([]);
});
