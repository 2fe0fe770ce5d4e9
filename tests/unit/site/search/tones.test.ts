import { expect, test } from '@playwright/test';
import { askDocs } from '../../../../src/search/ask-docs.ts';
import type { SearchDoc } from '../../../../src/search/doc.ts';
import { MemoryIndex } from '../../../../src/search/memory-index.ts';
import { expanded, isOpen } from '../../../../src/search/wordings.ts';
import { indexWords, isMarked, queryWords, type Word } from '../../../../src/vietnamese/words.ts';
import { siteIndexDocs } from '../../../fixtures/site-index.ts';

// Every pair of the site's own words that tones alone keep apart: “Biên Hòa” and “biện … hóa”.
const docs = siteIndexDocs();
const index = new MemoryIndex(docs);

const runs = (words: readonly Word[], length: number): Word[][] =>
  words.slice(length - 1).map((_, at) => words.slice(at, at + length));
const formOf = (run: readonly Word[]): string => run.map(({ form }) => form).join(' ');
const keyOf = (run: readonly Word[]): string => run.map(({ key }) => key).join(' ');
const textsOf = ({ title, summary, text, names, former }: SearchDoc): string[] => [
  title,
  summary,
  text,
  ...names.filter((name) => !isOpen(name)).flatMap(expanded),
  ...former,
];

/** What is typed from titles and names, of which other pages have the letters with other tones. */
function minimalPairs(length: number) {
  const formsOf = new Map<SearchDoc, Set<string>>();
  const twins = new Map<string, Set<string>>();
  for (const doc of docs) {
    const own = textsOf(doc).flatMap((text) => runs(indexWords(text), length));
    formsOf.set(doc, new Set(own.map(formOf)));
    for (const run of own) twins.set(keyOf(run), (twins.get(keyOf(run)) ?? new Set()).add(formOf(run)));
  }
  const titles = docs.flatMap(({ title, former }) => [title, ...former]);
  const asked = new Map(
    titles.flatMap((title) => runs(indexWords(title), length)).map((run) => [formOf(run), keyOf(run)]),
  );
  const queries = [...asked].filter(
    ([form, key]) => queryWords(form).some(isMarked) && (twins.get(key)?.size ?? 0) > 1,
  );
  return {
    queries,
    has: (title: string, form: string) =>
      docs.some((doc) => doc.title === title && formsOf.get(doc)?.has(form)),
    twins,
  };
}

/** The queries for which a page with other tones comes before one with those that were typed. */
async function outOfOrder(length: number) {
  const { queries, has, twins } = minimalPairs(length);
  const wrong: string[] = [];
  for (const [form, key] of queries) {
    const { found } = await askDocs(index, form);
    const order = found.map(({ doc: { title } }) => {
      if (has(title, form)) return 'typed';
      return [...(twins.get(key) ?? [])].some((twin) => has(title, twin)) ? 'other' : 'neither';
    });
    const other = order.indexOf('other');
    if (other >= 0 && other < order.lastIndexOf('typed')) wrong.push(`${form}: ${found[other]?.doc.title}`);
  }
  return { asked: queries.length, wrong };
}

test('a word that was typed with tones finds no page first that has its letters with others', async () => {
  const { asked, wrong } = await outOfOrder(1);
  expect(asked).toBeGreaterThan(300);
  // All are other names of the same thing: “địa phương” for “phường”, “quên” for “mất”, “hình” for “ảnh”.
  expect(wrong.filter((each) => !/^(?:phường|mất|ảnh):/.test(each))).toEqual([]);
});

test('two words that were typed with tones come before the same letters with others', async () => {
  const { asked, wrong } = await outOfOrder(2);
  expect(asked).toBeGreaterThan(100);
  // What is left are words that stand together by chance: “khen có”, “xã thanh”.
  expect(wrong.length / asked, wrong.join('\n')).toBeLessThan(0.05);
});

test('a tone that is a slip still finds what was meant', async () => {
  for (const [typed, title] of [
    ['kỹ luật', 'Đang bị xem xét kỷ luật'],
    ['bổ xung hồ sơ', 'bổ sung'],
  ] as const)
    expect((await askDocs(index, typed)).found[0]?.doc.title, typed).toContain(title);
});
