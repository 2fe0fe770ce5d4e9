import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { goneStory } from '../../src/server/files/gone-thing.ts';
import { builtSite, testBuilds } from '../fixtures/addresses.ts';
import { textOfBytes } from '../fixtures/file-texts.ts';
import { serverWithout } from '../fixtures/server/without-gone.ts';

const storySchema = z.object({
  id: z.string(),
  address: z.string(),
  name: z.string(),
  unitName: z.string(),
  decisionNumber: z.string().nullable(),
});

const stories = () =>
  z
    .object({ stories: z.array(storySchema) })
    .parse(JSON.parse(readFileSync(join(builtSite, 'api/v1/dien-hinh.json'), 'utf8'))).stories;

/** Files that name a story until the next build, each with the reason. */
const exceptions: readonly { at: RegExp; why: string }[] = [
  { at: /^\/thiet-ke\/$/, why: 'for those who build the site; no production site has it' },
];

/** Where the id of a story tells of it; hints of forms and blank cards have one, too. */
const isOfData = /^\/(?:api\/v1\/(?!forms\/)|xac-minh\/|rss|dien-hinh\/)/;

test('from the moment a story is taken down no file of the build names it, though no build has run', async () => {
  test.setTimeout(240_000);
  const needed = new Set<string>();
  const left: string[] = [];
  const all = stories();
  for (const { id, address, name, unitName } of all) {
    const slug = new URL(address).pathname.split('/')[2] ?? '';
    const gone = [goneStory({ id, slugs: [slug], reason: 'Theo đề nghị.' })];
    const isIn = (text: string, path: string) =>
      text.includes(`/dien-hinh/${slug}/`) ||
      (name !== unitName && text.toLowerCase().includes(name.toLowerCase())) ||
      (isOfData.test(path) && text.toLowerCase().includes(id.toLowerCase()));
    const { ask, end, faults, paths } = await serverWithout(testBuilds, async () => gone);
    for (const path of paths) {
      if (path.startsWith('/_astro/')) continue;
      const { status, body } = await ask(path);
      if (status === 410 || status === 503 || !isIn(textOfBytes(body), path)) continue;
      const excepted = exceptions.find(({ at }) => at.test(path));
      if (excepted) needed.add(excepted.why);
      else left.push(`${id} in ${path}`);
    }
    await end();
    expect(faults, id).toEqual([]);
  }
  expect(left).toEqual([]);
  expect(exceptions.map(({ why }) => why).filter((why) => !needed.has(why))).toEqual([]);
});

test('what is left of a page or a file is whole: other stories stay, and totals count them', async () => {
  const [first, ...others] = stories();
  const slug = new URL(first?.address ?? '').pathname.split('/')[2] ?? '';
  const { ask, end } = await serverWithout(testBuilds, async () => [
    goneStory({ id: first?.id ?? '', slugs: [slug], reason: null }),
  ]);
  const text = async (path: string) => (await ask(path)).body.toString('utf8');
  const data = z
    .object({ total: z.number(), stories: z.array(storySchema) })
    .parse(JSON.parse(await text('/api/v1/dien-hinh.json')));
  expect(data.total).toBe(others.length);
  expect(data.stories.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
  const csv = await text('/api/v1/dien-hinh.csv');
  for (const { id } of others) expect(csv).toContain(id);
  const list = await text('/dien-hinh/tat-ca/');
  expect(list).toMatch(/^<!doctype html>/i);
  for (const { address } of others) expect(list).toContain(new URL(address).pathname);
  expect((await text('/rss.xml')).trimEnd()).toMatch(/<\/rss>$/);
  await end();
});
