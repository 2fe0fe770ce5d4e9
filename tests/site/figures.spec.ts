import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { surenessLevels } from '../../src/gallery/stories/sureness.ts';
import { builtSite } from '../fixtures/addresses.ts';
import { figuresWithoutSureness, plainText, printedAt } from '../fixtures/figures-without-sureness.ts';
import { filesOf, textOf, textOfBytes } from '../fixtures/file-texts.ts';

const dataSchema = z.object({
  rows: z.array(
    z.object({
      storyId: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      sureness: z.string(),
    }),
  ),
});

/** Every figure that the site publishes, with all words that say how sure it is. */
async function publishedFigures(read: (path: string) => Promise<unknown>) {
  const { rows } = dataSchema.parse(await read('/api/v1/chi-so.json'));
  const names = new Map<string, string>(surenessLevels.map(({ id, name }) => [id, name]));
  const ids = new Set(rows.map(({ storyId }) => storyId));
  const figures = rows.flatMap(({ before, after, sureness }) =>
    before && after ? [{ before, after, sureness: [sureness, names.get(sureness) ?? sureness] }] : [],
  );
  return { ids, figures };
}

/** Files whose bytes are their text. */
const texts = /\.(?:html|xml|json|csv|txt|svg)$/;

test('no page, search, feed, table or paper prints a figure without saying beside it how sure it is', async ({
  request,
}) => {
  test.setTimeout(120_000);
  const { ids, figures } = await publishedFigures(async (path) => (await request.get(path)).json());
  expect(figures.length).toBeGreaterThan(10);
  const printing = new Set<string>();
  const lacking: string[] = [];
  const look = (name: string, text: string) => {
    // In a table two cells of figures stand beside each other.
    const plain = plainText(name.endsWith('csv') ? text.replaceAll(',', ' , ') : text);
    if (figures.some((figure) => printedAt(plain, figure, 0).length > 0))
      printing.add(name.replace(/.*\.(?=\w+$)/, ''));
    const around = /\.(?:csv|json)$/.test(name) ? 500 : 160;
    lacking.push(...figuresWithoutSureness(plain, figures, around).map((place) => `${name}: ${place}`));
  };
  for (const file of filesOf(builtSite))
    if (texts.test(file)) look(file, readFileSync(join(builtSite, file), 'utf8'));
    else if (/^chi-muc\/|\.docx$/.test(file)) look(`${file}.index`, textOf(join(builtSite, file)));
  for (const id of ids)
    for (const path of [
      `/nhung/${id}/`,
      `/tim-kiem/?q=${id}`,
      `/dien-hinh/?q=${id}`,
      `/bao-chi/dien-hinh/${id}/`,
      `/bao-chi/dien-hinh/${id}.txt`,
      ...(id.startsWith('MH')
        ? ['', '-mot-to', '-pham-vi'].map((end) => `/api/v1/lam-theo/${id}${end}.docx`)
        : []),
    ]) {
      const reply = await request.get(path);
      if (reply.ok()) look(path, textOfBytes(await reply.body()));
    }
  expect(lacking.slice(0, 20)).toEqual([]);
  for (const search of ['/tim-kiem/', '/dien-hinh/'])
    expect(
      [...printing].some((name) => name.startsWith(`${search}?`)),
      search,
    ).toBe(true);
  expect([...printing]).toEqual(
    expect.arrayContaining(['html', 'xml', 'json', 'csv', 'txt', 'docx', 'index']),
  );
});
