import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { fromShadow, htmlToShadow, toShadow } from '../../../src/search/shadow.ts';
import { placeTones } from '../../../src/vietnamese/tone-placement.ts';

test('the shadow has no đ, and folds to plain d by taking marks away', () => {
  const shadow = toShadow('Đường đổi mới');
  expect(shadow).toBe('Ḏường ḏổi mới');
  expect(shadow.normalize('NFD').replace(/\p{M}/gu, '')).toBe('Duong doi moi');
});

test('the way back from the shadow gives every character of the plan again', async () => {
  const folder = new URL('../../../content/plan/', import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.mdx'));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const text = (await readFile(new URL(file, folder), 'utf8')).normalize('NFC');
    expect(fromShadow(toShadow(text))).toBe(text);
  }
});

test('a page may write đ as a character reference', () => {
  expect(htmlToShadow('&#273;&#x111;&dstrok; &#272;&#X110;&Dstrok;')).toBe('ḏḏḏ ḎḎḎ');
  expect(htmlToShadow('<p title="a &amp; b">đ</p>')).toBe('<p title="a &amp; b">ḏ</p>');
});

test('both places of a tone become one, and only where both are in use', () => {
  expect(placeTones('hoà khoẻ thuý Hoà, hòa')).toBe('hòa khỏe thúy Hòa, hòa');
  expect(placeTones('quý hoàn thuỷ ngoại hoặc của')).toBe('quý hoàn thủy ngoại hoặc của');
});
