import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { elsewhere } from '../../src/site/styleguide/elsewhere.ts';
import { tokenUses } from '../../src/site/styleguide/token-uses.ts';
import { readTokens } from '../../src/site/styleguide/tokens.ts';
import { builtSite } from '../fixtures/addresses.ts';

const address = '/thiet-ke/';
const html = readFileSync(join(builtSite, address, 'index.html'), 'utf8');
const page = parseHTML(html).document;
const tokens = readTokens(readFileSync('src/ui/styles/tokens.css', 'utf8'));

test('the parser of tokens finds both schemes, and leaves the raw scale out', () => {
  const ink = tokens.find(({ name }) => name === '--color-ink');
  expect(ink?.value).toEqual({ light: '#1a211d', dark: '#e8eae0' });
  expect(tokens.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['--space-8', '--corner', '--sign-step']),
  );
  expect(tokens.filter(({ name }) => name.startsWith('--ink-'))).toEqual([]);
});

test('every token has its place on the page, and a use', () => {
  const shown = [...page.querySelectorAll('[data-token]')].map((row) => row.getAttribute('data-token'));
  expect(shown.toSorted()).toEqual(tokens.map(({ name }) => name).toSorted());
  const unused = tokens.filter(({ name }) => !tokenUses.get(name));
  expect(unused, 'say what they are for in src/site/styleguide/token-uses.ts').toEqual([]);
});

test('each text is readable on each ground that it stands on, light and dark', () => {
  const pairs = [...page.querySelectorAll('[data-pair]')];
  expect(pairs.length).toBeGreaterThan(20);
  for (const pair of pairs) {
    const least = Number(pair.getAttribute('data-least'));
    const ratios = [...pair.querySelectorAll('[data-ratio]')].map((one) =>
      Number(one.getAttribute('data-ratio')),
    );
    expect(ratios).toHaveLength(2);
    for (const ratio of ratios) expect(ratio, pair.textContent ?? '').toBeGreaterThanOrEqual(least);
  }
});

test('every component has a specimen, or says where it is shown', () => {
  const root = 'src';
  const files = globSync(
    `${root}/{filing/{follow-up,forms,settings,status}/ui,plan/{answers,components,criteria,reference,timetable,versions},site,site/{chooser,duties,guide,home,staff,units},gallery/{clause-stories,cloth/ui,stories/ui},progress/{comments,coverage,map,reports,years}/ui,ui}/*.astro`,
  );
  const named = new Set([...page.querySelectorAll('.specimen .files code')].map((code) => code.textContent));
  const listed = elsewhere.map(({ file }) => file);
  const known = files.map((file) => relative(root, file));
  const missing = known.filter((file) => !named.has(file) && !listed.includes(file));
  expect(missing, 'give them a specimen, or list them in src/site/styleguide/elsewhere.ts').toEqual([]);
  expect(listed.filter((file) => !known.includes(file) || named.has(file))).toEqual([]);
});

test('a specimen keeps what its component shows', () => {
  const specimen = (id: string) => page.querySelector(`#${id} .stage`);
  expect(specimen('phieu-sai')?.querySelectorAll('.field-error:not([hidden])')).toHaveLength(9);
  for (const link of specimen('phieu-sai')?.querySelectorAll('.error-summary a') ?? []) {
    expect(page.querySelector(`[id="${link.getAttribute('href')?.slice(1)}"]`)).not.toBeNull();
  }
  expect(specimen('the-bai')?.querySelectorAll('.story-card')).toHaveLength(3);
  for (const stage of page.querySelectorAll('.specimen .stage')) {
    expect((stage.textContent ?? '').trim().length + stage.querySelectorAll('svg').length).toBeGreaterThan(0);
  }
});

test('the page is kept out of search engines, the site map and the search of the site', () => {
  expect(page.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
  expect(html).not.toContain('data-pagefind');
  for (const other of ['so-do', '.']) {
    expect(readFileSync(join(builtSite, other, 'index.html'), 'utf8')).not.toContain(address);
  }
});

test('no form of the page sends anything', () => {
  const forms = [...page.querySelectorAll('main form')];
  expect(forms.length).toBeGreaterThan(5);
  for (const form of forms) {
    expect([form.getAttribute('method'), form.getAttribute('action')?.[0]]).toEqual(['get', '#']);
  }
});

test('headings go down one level at a time', () => {
  const levels = [...page.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].map((heading) =>
    Number(heading.getAttribute('aria-level') ?? heading.localName.slice(1)),
  );
  const leaps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  expect([levels[0], leaps]).toEqual([1, []]);
});

test('nothing on it is refused by the policy of the site', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  expect(said).toEqual([]);
});
