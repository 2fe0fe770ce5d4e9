import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { clauseCitation, flatten } from '../../src/plan/outline.ts';
import { planDocument } from '../../src/plan/schema.ts';
import { summaries, summaryMark } from '../../src/plan/summaries.ts';
import { criteria, criteriaGroups } from '../../src/vocabulary/taxonomy.ts';
import { builtSite } from '../fixtures/addresses.ts';
import { clausesOfPlan, parts, sourceText } from '../unit/plan/plan-files.ts';

const dist = new URL(`../../${builtSite}/`, import.meta.url);
const read = (path: string) => parseHTML(readFileSync(new URL(`${path}index.html`, dist), 'utf8')).document;
const words = (text: string): string[] => text.trim().split(/\s+/);
const clauses = flatten(clausesOfPlan);

test('/ke-hoach/ holds every word of the source in order, but for the listed repairs', () => {
  const repairs = [...parts.flatMap((part) => part.repairs), ...planDocument.repairs];
  const repaired = repairs.reduce((text, { source, printed }) => text.replace(source, printed), sourceText);
  const pieces = [...read('ke-hoach/').querySelectorAll('[data-plan-text]')];
  expect(pieces.flatMap((piece) => words(piece.textContent))).toEqual(words(repaired));
});

test('/ke-hoach/ lists each repair for the reader', () => {
  const listed = read('ke-hoach/').querySelectorAll('#chinh-ly li');
  expect(listed).toHaveLength(parts.flatMap((part) => part.repairs).length + planDocument.repairs.length);
});

test('every clause has its anchor, a link to the anchor and a link to its own page', () => {
  const page = read('ke-hoach/');
  for (const { id } of clauses) {
    expect(page.querySelectorAll(`[id="${id}"]`), id).toHaveLength(1);
    expect(page.querySelector(`[id="${id}"] a[href="#${id}"]`), id).not.toBeNull();
    expect(page.querySelector(`[id="${id}"] a[href="/ke-hoach/${id}/"]`), id).not.toBeNull();
    expect(existsSync(new URL(`ke-hoach/${id}/index.html`, dist)), id).toBe(true);
  }
});

test('the contents list leads to clauses that are there', () => {
  const page = read('ke-hoach/');
  const links = [...page.querySelectorAll('nav[aria-label="Mục lục"] a')];
  expect(links.length).toBeGreaterThan(5);
  for (const link of links)
    expect(page.querySelector(`[id="${link.getAttribute('href')?.slice(1)}"]`)).not.toBeNull();
});

test('a clause page gives the text, the citation and the clauses before and after', () => {
  for (const [index, clause] of clauses.entries()) {
    const main = read(`ke-hoach/${clause.id}/`).querySelector('main');
    const text = words(main?.textContent ?? '').join(' ');
    for (const paragraph of clause.paragraphs) expect(text).toContain(words(paragraph).join(' '));
    expect(text.toLowerCase()).toContain(clauseCitation(clause).toLowerCase());
    const previous = main?.querySelector('a[rel="prev"]')?.getAttribute('href') ?? null;
    const next = main?.querySelector('a[rel="next"]')?.getAttribute('href') ?? null;
    const address = (at: number) => (clauses[at] ? `/ke-hoach/${clauses[at].id}/` : null);
    expect([previous, next]).toEqual([address(index - 1), address(index + 1)]);
  }
});

test('a criterion for collectives leads to the form with its group and itself chosen', () => {
  const collectives = criteriaGroups.filter(({ nominee }) => nominee === 'collective');
  for (const { id, group } of criteria) {
    const link = read(`ke-hoach/${id}/`).querySelector('main a[href^="/de-cu/tap-the/?"]');
    const expected = collectives.some((one) => one.id === group)
      ? `/de-cu/tap-the/?nhom=${group}&tieu-chi=${id}`
      : undefined;
    expect(link?.getAttribute('href')).toBe(expected);
  }
});

test('each group page shows the official text of each of its criteria', () => {
  for (const group of criteriaGroups) {
    const text = words(read(`tieu-chi/${group.id}/`).querySelector('main')?.textContent ?? '').join(' ');
    for (const { id } of criteria.filter((criterion) => criterion.group === group.id)) {
      const paragraphs = clauses.find((clause) => clause.id === id)?.paragraphs ?? [];
      expect(paragraphs.length).toBeGreaterThan(0);
      for (const paragraph of paragraphs) expect(text).toContain(words(paragraph).join(' '));
    }
  }
});

test('each summary stands beside its clause, marked as ours and outside the plan’s own words', () => {
  const page = read('ke-hoach/');
  for (const { id, text } of summaries) {
    const beside = page.querySelector(`[id="${id}"] > aside`);
    expect(words(beside?.textContent ?? ''), id).toEqual(words(`${summaryMark} ${text}`));
    expect(beside?.closest('[data-plan-text]'), id).toBeNull();
    expect(read(`ke-hoach/${id}/`).querySelector('main')?.textContent).toContain(text);
  }
});

test('the text of every clause as JSON is the text of the plan, and its page leads to it', () => {
  for (const { id, marker, title, paragraphs, children } of clauses) {
    const path = `/api/v1/ke-hoach/${id}.json`;
    const data: unknown = JSON.parse(readFileSync(new URL(`.${path}`, dist), 'utf8'));
    const ids = children.map((child) => child.id);
    expect(data).toMatchObject({ id, marker, title, paragraphs, children: ids });
    expect(read(`ke-hoach/${id}/`).querySelector(`a[href="${path}"]`), id).not.toBeNull();
  }
});

test('a clause page names the stories that prove it, or says that there is none', () => {
  const storiesOf = (id: string) => read(`ke-hoach/${id}/`).querySelector('[aria-labelledby="dien-hinh"]');
  // Only what is competed in, and its criteria, can be proved.
  expect(storiesOf('v-1-1')).toBeNull();
  const empty = criteria.filter(({ id }) => !storiesOf(id)?.querySelector('a'));
  expect(empty.length).toBeGreaterThan(0);
  for (const { id } of empty)
    expect(storiesOf(id)?.textContent).toContain('Chưa có điển hình nào thuộc mục này.');
  const story = storiesOf('iii-1-2-3')?.querySelector('a[href^="/dien-hinh/"]');
  expect(story).not.toBeNull();
});

test('the contents list follows the reader', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/ke-hoach/');
  const current = page.getByRole('navigation', { name: 'Mục lục', exact: true }).locator('[aria-current]');
  await expect(current).toHaveCount(0);
  for (const id of ['iv', 'i-2', 'iii-1-3', 'v-1-2']) {
    await page.evaluate((part) => document.getElementById(part)?.scrollIntoView(), id);
    await expect(current).toHaveAttribute('href', `#${id}`);
  }
});

test('a citation is copied in one click and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/ke-hoach/ii-3/');
  await page.getByRole('button', { name: 'Chép bản ngắn' }).click();
  await expect(page.getByText('Đã chép', { exact: true })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.trim()).toBe('Gạch đầu dòng thứ 3 mục II Kế hoạch 113/KH-UBND');
});
