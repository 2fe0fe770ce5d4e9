import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { KeptPages } from '../../../../src/build/page-cache/page-cache.ts';
import { PageStore } from '../../../../src/build/page-cache/page-store.ts';
import { PageRegister } from '../../../../src/build/page-history/page-register.ts';
import type { KnownPage } from '../../../../src/build/page-history/store.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';

/** What builds share: the folder of kept pages, what the database knows, and how many there were. */
interface Builds {
  folder: string;
  known: Map<string, KnownPage>;
  count: number;
}

const test = base.extend<{ builds: Builds }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  builds: async ({}, use) => {
    const { path, remove } = await temporaryFolder();
    await use({ folder: path, known: new Map(), count: 0 });
    await remove();
  },
});

const html = (words: string) =>
  `<link rel="canonical" href="x"><main>${words} <time data-changed="vi"></time></main>`;
const pages = {
  '/dien-hinh/a/': { story: { name: 'Ao cá' }, related: [{ name: 'Bờ đê' }], adoptions: [] },
  '/dien-hinh/b/': { story: { name: 'Bờ đê' }, related: [], adoptions: [{ unitName: 'Ấp 1' }] },
};
const now = (count: number) => new Date(Date.UTC(2026, 10, count));

/** A build of the pages; the paths of those that were rendered, and the register. `fails` before anything is kept. */
async function build(
  builds: Builds,
  shown: Record<string, unknown> = pages,
  { surroundings = 'x', fails = false } = {},
) {
  builds.count += 1;
  const dir = join(builds.folder, `site-${builds.count}`);
  const register = new PageRegister(builds.known, now(builds.count));
  const store = await PageStore.open(join(builds.folder, 'kept'));
  const kept = new KeptPages({ store, register, surroundings, dir });
  const rendered: string[] = [];
  for (const [path, madeFrom] of Object.entries(shown)) {
    if (await kept.show(path, madeFrom)) continue;
    rendered.push(path);
    await mkdir(join(dir, path), { recursive: true });
    const page = register.enter(path, html(JSON.stringify(madeFrom)));
    await writeFile(join(dir, path, 'index.html'), page);
  }
  if (fails) return { rendered, register };
  builds.known = new Map([...builds.known, ...register.dated]);
  await kept.keep();
  const names = Object.fromEntries(Object.keys(pages).map((path) => [path, kept.nameOf(path)]));
  return {
    rendered,
    register,
    names,
    read: (path: string) => readFile(join(dir, path, 'index.html'), 'utf8'),
  };
}

const changed = (path: keyof typeof pages, change: object) => ({
  ...pages,
  [path]: { ...pages[path], ...change },
});

test('a page that is made from the same things is taken as it was, with its day, and is known to the register', async ({
  builds,
}) => {
  const first = await build(builds);
  expect(first.rendered).toEqual(Object.keys(pages));
  const second = await build(builds);
  expect(second.rendered).toEqual([]);
  expect(await second.read?.('/dien-hinh/a/')).toBe(await first.read?.('/dien-hinh/a/'));
  expect(second.register.pages).toEqual(first.register.pages);
  expect(second.register.listed).toContainEqual({ path: '/dien-hinh/a/', changedAt: now(1) });
});

for (const [what, shown, rendered] of [
  ['story', changed('/dien-hinh/a/', { story: { name: 'Ao cá sạch' } }), '/dien-hinh/a/'],
  ['related story', changed('/dien-hinh/a/', { related: [{ name: 'Bờ đê mới' }] }), '/dien-hinh/a/'],
  ['list of adoptions', changed('/dien-hinh/b/', { adoptions: [] }), '/dien-hinh/b/'],
] as const)
  test(`a changed ${what} has its page rendered anew, and no other`, async ({ builds }) => {
    await build(builds);
    expect((await build(builds, shown)).rendered).toEqual([rendered]);
    expect((await build(builds, shown)).rendered).toEqual([]);
  });

test('a change in what surrounds the pages has all of them rendered anew', async ({ builds }) => {
  await build(builds);
  const second = await build(builds, pages, { surroundings: 'y' });
  expect(second.rendered).toEqual(Object.keys(pages));
});

test('a page is rendered where the database knows it with another day, with other words, or not at all', async ({
  builds,
}) => {
  const [a, b] = ['/dien-hinh/a/', '/dien-hinh/b/'];
  const { register } = await build(builds);
  const digest = register.dated.get(a)?.digest ?? '';
  builds.known = new Map([[a, { digest, changedAt: now(9) }]]);
  const second = await build(builds);
  expect(second.rendered).toEqual([a, b]);
  expect(await second.read?.(a)).toContain('2026-11-09');
  builds.known.set(b, { digest: 'other', changedAt: now(2) });
  expect((await build(builds)).rendered).toEqual([b]);
});

test('nothing is kept of a build that fails', async ({ builds }) => {
  await build(builds, changed('/dien-hinh/a/', { story: {} }), { fails: true });
  expect((await build(builds)).rendered).toEqual(Object.keys(pages));
});

test('a page that the site no longer has is kept no longer', async ({ builds }) => {
  await build(builds);
  const { '/dien-hinh/a/': left } = pages;
  await build(builds, { '/dien-hinh/a/': left });
  const files = (await readdir(join(builds.folder, 'kept'))).filter((name) => name.endsWith('.html'));
  expect(files).toHaveLength(1);
  expect((await build(builds)).rendered).toEqual(['/dien-hinh/b/']);
});

test('a store that is damaged or has lost a file is as good as none', async ({ builds }) => {
  await build(builds);
  const kept = join(builds.folder, 'kept');
  const before = await PageStore.open(kept);
  const page = before.get('/dien-hinh/a/');
  expect(page && (await before.show('/dien-hinh/c/', page, join(kept, 'c.html')))).toBe(false);
  await writeFile(join(kept, 'pages.json'), '{"/dien-hinh/a/":');
  expect((await build(builds)).rendered).toEqual(Object.keys(pages));
});

test('a page has one name as long as it is the same, and no name where the site has none', async ({
  builds,
}) => {
  const first = await build(builds);
  expect((await build(builds)).names).toEqual(first.names);
  const next = await build(builds, changed('/dien-hinh/a/', { story: { name: 'Ao cá sạch' } }));
  expect(next.names?.['/dien-hinh/a/']).not.toBe(first.names?.['/dien-hinh/a/']);
  expect(next.names?.['/dien-hinh/b/']).toBe(first.names?.['/dien-hinh/b/']);
  const { '/dien-hinh/a/': left } = pages;
  expect((await build(builds, { '/dien-hinh/a/': left })).names?.['/dien-hinh/b/']).toBeNull();
});
