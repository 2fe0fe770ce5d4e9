import { matchesGlob } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerPages } from '../../../../src/filing/answers/answer-pages.ts';
import { batchForms, batchPath } from '../../../../src/filing/batches/batch-form.ts';
import { forms } from '../../../../src/filing/definitions/registry.ts';
import { includedFiles } from '../../../fixtures/netlify-toml.ts';

const isBundled = (file: string) =>
  includedFiles.some((glob) => matchesGlob(file, glob)) &&
  !includedFiles.some((glob) => glob.startsWith('!') && matchesGlob(file, glob.slice(1)));

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
