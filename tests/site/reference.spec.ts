import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { awardForms, citedTexts, occasions } from '../../src/vocabulary/taxonomy.ts';
import { builtSite } from '../fixtures/addresses.ts';
import { builtDocument as read, textOf } from '../fixtures/built-pages.ts';

test('each award stands in the row of who decides it and the column of its occasion, with its clause', () => {
  const page = read('khen-thuong');
  for (const { name, awards } of occasions) {
    for (const { form, clause } of awards) {
      const award = awardForms.find(({ id }) => id === form);
      const cell = page.querySelector(`td[data-label="${name}"]:has(a[href="/ke-hoach/${clause}/"])`);
      expect(textOf(cell), clause).toContain(award?.name);
      expect(textOf(cell?.parentElement?.querySelector('th') ?? null), clause).toBe(award?.decidedBy);
    }
  }
  const links = page.querySelectorAll('td li a');
  expect(links).toHaveLength(occasions.flatMap(({ awards }) => awards).length);
});

test('no page says that the plan names a form for the annual occasion (III.2.1 names none)', () => {
  const cells = [...read('khen-thuong').querySelectorAll('td[data-label="Hằng năm"]')].map(textOf);
  expect(cells.filter((text) => text !== '–')).toEqual([
    expect.stringContaining('Kế hoạch không kể tên hình thức; theo thẩm quyền của từng đơn vị'),
  ]);
  for (const group of ['co-quan', 'doan-the', 'doanh-nghiep', 'ca-nhan']) {
    const annual = [...read(`tieu-chi/${group}`).querySelectorAll('.occasion')][0];
    expect(textOf(annual?.querySelector('h3') ?? null)).toBe('Hằng năm');
    expect(annual?.querySelector('dt'), group).toBeNull();
    expect(textOf(annual ?? null)).toContain('không kể tên hình thức');
  }
});

test('what the plan does not say is marked as the law’s: who decides, and what an award is called', () => {
  const table = read('khen-thuong').querySelector('table');
  expect(textOf(table?.querySelector('caption') ?? null)).toContain('theo Luật Thi đua, khen thưởng');
  expect(textOf(table?.querySelector('thead th') ?? null)).toBe('Ai quyết định (theo Luật)');
});

test('no page calls a form closed that is open', () => {
  const pages = readdirSync(builtSite, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('index.html') && !path.startsWith('thiet-ke'),
  );
  for (const path of pages)
    expect(readFileSync(join(builtSite, path), 'utf8'), path).not.toMatch(
      /[Pp]hiếu[^.]{0,40}(chưa mở|đang đóng)/,
    );
});

test('a cited text gives its number and its clauses, and its address only where one is known', () => {
  const page = read('van-ban');
  for (const { id, kind, number, title, address, clauses } of citedTexts) {
    const item = page.querySelector(`[id="${id}"]`);
    for (const words of [`${kind} ${number}`, title]) expect(textOf(item)).toContain(words);
    for (const clause of clauses)
      expect(item?.querySelector(`a[href="/ke-hoach/${clause}/"]`)).not.toBeNull();
    const outside = item?.querySelector('a[rel~="external"]') ?? null;
    expect(outside?.getAttribute('href') ?? null).toBe(address);
    if (outside) expect(textOf(outside)).toContain('liên kết ngoài');
  }
});

test('the site map leads to every page for readers, but for itself, single clauses, stories and tables', () => {
  const listed = [...read('so-do').querySelectorAll('main a')].map((link) => link.getAttribute('href'));
  const single = /^\/(ke-hoach|dien-hinh|don-vi)\/[^/]+\/$|^\/d\/|^\/so-do\/$|^\/de-cu\/[^/]+\/nhieu\/$/;
  const missing = readdirSync(builtSite, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('index.html'))
    .filter(
      (path) => !/<meta name="robots" content="noindex/.test(readFileSync(join(builtSite, path), 'utf8')),
    )
    .map((path) => `/${path.replace(/index\.html$/, '')}`)
    .filter((address) => !single.test(address) && !listed.includes(address));
  expect(missing, 'name them in src/site/site-sections.ts').toEqual([]);
});
