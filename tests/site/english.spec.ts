import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { flatten } from '../../src/plan/outline.ts';
import { builtSite } from '../fixtures/addresses.ts';
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

/** Pages of the site to which a link of an English page leads. */
const linksOf = (path: string) =>
  [...read(path).querySelectorAll('body a[href^="/"]')].map((link) => {
    const href = link.getAttribute('href')?.replace(/[?#].*$/, '') ?? '';
    const lang = link.getAttribute('hreflang') ?? link.closest('[lang]')?.getAttribute('lang');
    return { href, lang, words: words(link.textContent ?? '') };
  });

test('two clicks from /en/, a link leads to English or says that it leads to Vietnamese', () => {
  const seen = new Set<string>(['/en/']);
  const silent: string[] = [];
  for (const path of seen)
    for (const { href, lang, words: label } of linksOf(path.slice(1))) {
      if (/\.[a-z]+$/.test(href) || href.startsWith('/api/')) continue;
      if (href.startsWith('/en/')) seen.add(href);
      else if (lang !== 'vi' && !label.includes('(in Vietnamese)')) silent.push(`${path} ${label} ${href}`);
    }
  expect(seen.size).toBeGreaterThanOrEqual(3);
  expect(silent).toEqual([]);
});

test('an honoree is told in English: name, award and result, with the Vietnamese name beside', () => {
  const page = read('en/honorees/');
  const rows = [...page.querySelectorAll('main .rows > li')];
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(words(row.querySelector('h2')?.textContent ?? '')).toMatch(/^[\x20-\x7e’–À-ỹ]+$/);
    expect(row.querySelector('[lang="vi"]')).not.toBeNull();
  }
});

test('the heading of /en/ keeps “for innovation” on one line on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto('/en/');
  const lines = await page.getByRole('heading', { level: 1 }).evaluate((heading) => {
    const text = heading.firstChild;
    const at = text?.textContent?.indexOf('for') ?? -1;
    if (!text || at < 0) return [];
    return [at, at + 4].map((start) => {
      const range = document.createRange();
      range.setStart(text, start);
      range.setEnd(text, start + 3);
      return Math.round(range.getBoundingClientRect().top);
    });
  });
  expect(new Set(lines).size).toBe(1);
});
