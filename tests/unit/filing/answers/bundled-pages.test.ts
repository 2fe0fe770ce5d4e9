import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, matchesGlob } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerPages } from '../../../../src/filing/answers/answer-pages.ts';
import { batchForms, batchPath } from '../../../../src/filing/batches/batch-form.ts';
import { forms } from '../../../../src/filing/definitions/registry.ts';
import { includedFilesOf } from '../../../fixtures/netlify-toml.ts';

const isBundled = (file: string, name = 'forms') => {
  const globs = includedFilesOf(name);
  return (
    globs.some((glob) => matchesGlob(file, glob)) &&
    !globs.some((glob) => glob.startsWith('!') && matchesGlob(file, glob.slice(1)))
  );
};

/** Whether a function loads a file, at once or later. */
function loads(name: string, wanted: string): boolean {
  const known = new Set([name]);
  for (const file of known)
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()'(\.[^']*\.ts)'/g))
      known.add(join(dirname(file), path));
  return known.has(wanted);
}

test('a function that sets a PDF takes its faces along, and one that reads built pages takes these', () => {
  const functions = globSync('functions/*.ts');
  expect(functions.length).toBeGreaterThan(20);
  for (const file of functions) {
    const name = basename(file, '.ts');
    const ofFaces = loads(file, 'src/filing/receipts/pdf/faces.ts');
    expect(isBundled('src/platform/fonts/DejaVuSans.ttf', name), `${name}: faces`).toBe(ofFaces);
    const ofPages = loads(file, 'src/platform/http/built-page.ts');
    if (ofPages) expect(isBundled('dist/404.html', name), `${name}: pages`).toBe(true);
  }
});

test('every page that a function answers with travels with the functions on Netlify', () => {
  const paths = [
    ...answerPages.map(({ path }) => path),
    ...forms.map(({ path }) => path),
    ...batchForms.map(({ form }) => batchPath(form)),
    // Added to a copy of the project by add-a-form.test.ts.
    '/goi-y-thu/',
  ];
  expect(paths.filter((path) => !isBundled(`dist${path}index.html`))).toEqual([]);
});

test('no page of a story and no list but the gallery itself travels with the functions', () => {
  for (const path of ['/dien-hinh/mot-bai/', '/dien-hinh/2/', '/da-go/MH-0001/', '/dien-hinh/loc/nam/2026/'])
    expect(isBundled(`dist${path}index.html`), path).toBe(false);
});
