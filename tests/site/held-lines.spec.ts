import { expect, type Page, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { planDocument } from '../../src/plan/schema.ts';
import { builtPages, readPage } from '../fixtures/built-pages.ts';

test.describe.configure({ mode: 'parallel', timeout: 240_000 });

const storySchema = z.object({
  stories: z.array(z.object({ id: z.string(), decisionNumber: z.string().nullable() })),
});
const figureSchema = z.object({
  rows: z.array(
    z.object({ before: z.string().nullable(), after: z.string().nullable(), unit: z.string().nullable() }),
  ),
});

/** What no line may part, as the data have it: numbers of documents, codes, a figure with its unit. */
async function inData(page: Page): Promise<{ ids: string[]; words: string[] }> {
  const read = async (path: string): Promise<unknown> => (await page.request.get(path)).json();
  const { stories } = storySchema.parse(await read('/api/v1/dien-hinh.json'));
  const figures = figureSchema.parse(await read('/api/v1/chi-so.json')).rows;
  const units = figures.flatMap(({ before, after, unit }) =>
    before && after && unit && !/\s/.test(unit) ? [`→ ${after}${unit === '%' ? '' : ' '}${unit}`] : [],
  );
  const decisions = stories.flatMap(({ decisionNumber }) => decisionNumber ?? []);
  return {
    ids: stories.map(({ id }) => id),
    words: [...decisions, ...stories.map(({ id }) => id), ...units],
  };
}

/** Numbers of the legal texts that the plan cites, and of the plan. */
const cited = [
  planDocument.number,
  ...[...parseHTML(readPage('/van-ban/')).document.querySelectorAll('main h2, main h3, main th')].flatMap(
    ({ textContent }) => textContent?.match(/\d+(?:\/\d+)?[-/][A-ZĐ]{2,}(?:-[\wĐ]+)*/gu) ?? [],
  ),
];

/** The places of a page where a line ends inside one of these words, or between a figure and the word before it. */
const parted = (page: Page, words: readonly string[]) =>
  page.evaluate((whole) => {
    const quoted = whole.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
    const held = new RegExp(
      `(?<![\\p{L}\\d/.-])(?:${quoted})(?![\\p{L}\\d/-])|(?:tăng|giảm) \\d[\\d.,]*(?:%| điểm)`,
      'gu',
    );
    const found: string[] = [];
    for (const block of document.querySelectorAll(
      'p, li, td, th, dd, dt, h1, h2, h3, h4, figcaption, caption, a, strong, small',
    )) {
      if (block.querySelector('p, li, td, dd') || block.closest('svg, .visually-hidden, [aria-hidden]'))
        continue;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const nodes: { node: Node; start: number }[] = [];
      let text = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node, start: text.length });
        text += node.textContent ?? '';
      }
      const at = (place: number) => {
        const last = nodes.filter(({ start }) => start <= place).at(-1);
        return last && { node: last.node, offset: place - last.start };
      };
      for (const { 0: word, index } of text.matchAll(held)) {
        const [from, to] = [at(index), at(index + word.length - 1)];
        if (!from || !to) continue;
        const range = document.createRange();
        range.setStart(from.node, from.offset);
        range.setEnd(to.node, to.offset + 1);
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
        if (
          boxes.length > 1 &&
          Math.max(...boxes.map(({ top }) => top)) >= Math.min(...boxes.map(({ bottom }) => bottom))
        )
          found.push(text.slice(Math.max(0, index - 20), index + word.length));
      }
    }
    for (const run of document.querySelectorAll('main .nowrap')) {
      const block = run.parentElement?.closest('p, li, td, th, dd, dt, h1, h2, h3, h4, div');
      const [box, around] = [run.getBoundingClientRect(), block?.getBoundingClientRect()];
      if (around && box.width > 0 && box.right > around.right + 1)
        found.push(`stands out: ${run.textContent}`);
    }
    return [...new Set(found)];
  }, words);

const widths = [360, 768, 1280];

/** The same at each width, for the page that is open. */
async function faultsOf(page: Page, path: string, words: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const found = await parted(page, [...cited, ...words]);
    faults.push(...found.map((where) => `${path} ${width}: ${where}`));
  }
  return faults;
}

const shares = 4;
/** The style guide shows its pieces in boxes of its own. */
const shown = builtPages.filter((path) => path !== '/thiet-ke/');

for (let share = 0; share < shares; share += 1)
  test(`no line of a built page ends inside a number or a figure, at three widths (${share + 1} of ${shares})`, async ({
    browser,
  }) => {
    // Scripts change no words of these pages, and it is faster without.
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const { words } = await inData(page);
    const faults: string[] = [];
    for (const path of shown.filter((_, place) => place % shares === share)) {
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      faults.push(...(await faultsOf(page, path, words)));
    }
    expect(faults).toEqual([]);
    await context.close();
  });

test('nor of an answer that a function makes', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const { ids, words } = await inData(page);
  const faults: string[] = [];
  const answers = ids.flatMap((id) => [
    `/bao-chi/dien-hinh/${id}/`,
    `/nhung/${id}/`,
    `/xac-minh/?q=${id}`,
    `/dien-hinh/?q=${id}`,
  ]);
  for (const path of answers) {
    const reply = await page.goto(path, { waitUntil: 'domcontentloaded' });
    expect(reply?.status(), path).toBe(200);
    faults.push(...(await faultsOf(page, path, words)));
  }
  expect(faults).toEqual([]);
  await context.close();
});

test('what is copied of a number is the number', async ({ page }) => {
  await page.goto('/van-ban/');
  const number = page.locator('main .nowrap').filter({ hasText: planDocument.number }).first();
  expect(
    await number.evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      return getSelection()?.toString();
    }),
  ).toBe(planDocument.number);
});
