import { expect, test } from '@playwright/test';
import { keepOpen } from '../../scripts/bench/search/browser.ts';
import { buildStorySite } from '../../scripts/bench/search/build-sites.ts';
import { serveSlowly } from '../../scripts/bench/search/slow-server.ts';
import { generateStories } from '../fixtures/story-generator/generate.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

test('the index finds a word in every text that has it, and first those with the tones that were typed', async ({
  browser,
}) => {
  const folder = await temporaryFolder();
  const stories = generateStories(16, 7).map((story, at) => ({
    ...story,
    body: `${story.body}\n\nNgười dân gọi là ${at % 2 === 0 ? 'zẽng' : 'zéng'}.`,
  }));
  const idsOf = (remainder: number) =>
    stories.flatMap(({ id }, at) => (at % 2 === remainder ? [id] : [])).toSorted();
  await buildStorySite(folder.path, stories);
  const server = await serveSlowly(folder.path);
  const page = await keepOpen(browser, server);
  try {
    const first = async (text: string) => (await page.ask(text)).ids.slice(0, 8).toSorted();
    expect(await first('zẽng')).toEqual(idsOf(0));
    expect(await first('zéng')).toEqual(idsOf(1));
    expect((await page.ask('zeng')).ids).toHaveLength(10);
    expect(await first('gọi là zẽng')).toEqual(idsOf(0));
  } finally {
    await page.close();
    server.close();
    await folder.remove();
  }
});
