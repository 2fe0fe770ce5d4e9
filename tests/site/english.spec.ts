import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { builtSite } from '../fixtures/addresses.ts';
import { flatten } from '../../src/plan/outline.ts';
import { clausesOfPlan } from '../unit/plan/plan-files.ts';

const dist = new URL(`../../${builtSite}/`, import.meta.url);
const read = (path: string) => parseHTML(readFileSync(new URL(`${path}index.html`, dist), 'utf8')).document;
const words = (text: string): string => text.trim().split(/\s+/).join(' ');
const notice = 'Unofficial translation. Only the Vietnamese text signed on 24 June 2026 is authoritative.';
const clauses = flatten(clausesOfPlan);

test('/en/plan/ sets every clause beside its Vietnamese, under its own id, linked to its page', () => {
  const page = read('en/plan/');
  for (const { id, title, paragraphs } of clauses) {
    const pair = page.querySelector(`[id="${id}"] > .pair`);
    const vietnamese = words(pair?.querySelector('[lang="vi"].vietnamese')?.textContent ?? '');
    for (const text of [title ?? '', ...paragraphs]) expect(vietnamese, id).toContain(text);
    expect(pair?.querySelector(`a[href="#${id}"]`), id).not.toBeNull();
    expect(pair?.querySelector(`a[href="/ke-hoach/${id}/"][hreflang="vi"]`), id).not.toBeNull();
  }
});

test('/en/plan/ says at the top, and on each printed sheet, that it is unofficial', async ({ page }) => {
  await page.goto('/en/plan/');
  await expect(page.getByText(notice)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(notice)).toBeVisible();
  expect(await page.locator('main').evaluate((main) => getComputedStyle(main).page)).toBe('translation');
});

for (const path of ['en/', 'en/plan/', 'en/honorees/']) {
  test(`/${path} is English, with Vietnamese marked as such around and inside it`, () => {
    const page = read(path);
    expect(page.documentElement.getAttribute('lang')).toBe('en');
    for (const part of page.querySelectorAll('body > header, body > footer')) {
      expect(part.getAttribute('lang')).toBe('en');
      for (const name of part.querySelectorAll('[lang="vi"]')) name.remove();
      expect(words(part.textContent ?? '').replaceAll('Đồng Nai', '')).not.toMatch(/[À-Ỹà-ỹĐđƠơƯư]/);
    }
    const main = page.querySelector('main');
    for (const part of main?.querySelectorAll('[lang="vi"]') ?? []) part.remove();
    // Only names of places and people, and symbols of documents, are left.
    const left = words(main?.textContent ?? '').replace(/Đồng Nai|Việt Nam|Lê Trường Sơn|QĐ-TTg/g, '');
    expect(left).not.toMatch(/[À-Ỹà-ỹĐđƠơƯư]/);
  });
}

for (const [vi, en] of [
  ['', 'en/'],
  ['ke-hoach/', 'en/plan/'],
] as const) {
  test(`/${vi} and /${en} name each other as their other language`, () => {
    for (const path of [vi, en]) {
      const page = read(path);
      const alternates = [...page.querySelectorAll('link[rel="alternate"][hreflang]')].map((link) => [
        link.getAttribute('hreflang'),
        new URL(link.getAttribute('href') ?? '').pathname,
      ]);
      expect(alternates).toEqual([
        ['vi', `/${vi}`],
        ['en', `/${en}`],
      ]);
      const [lang, other] = path === vi ? ['en', en] : ['vi', vi];
      expect(page.querySelector(`body > header a[lang="${lang}"]`)?.getAttribute('href')).toBe(`/${other}`);
    }
  });
}
