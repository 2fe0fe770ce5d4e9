import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { placeTones } from '../../src/vietnamese/tone-placement.ts';
import { communes } from '../../src/vocabulary/units.ts';
import { builtPages, readPage } from '../fixtures/built-pages.ts';
import { avoided } from '../fixtures/house-words.ts';

// The pages are read once for all of them.
test.describe.configure({ mode: 'default' });

/** A page with the site's own words alone: not the plan's, not those of stories, without styles and scripts. */
function ownPart(path: string): Document {
  const { document } = parseHTML(readPage(path));
  for (const node of document.querySelectorAll(
    'script, style, svg, option, [data-plan-text], blockquote, #dien-hinh-moi ~ ol, .story, .stories, .story-card, [data-pagefind-body]',
  ))
    node.remove();
  return document;
}

/** The same as one text, with its labels. */
function wordsOf(document: Document): string {
  const labels = [...document.querySelectorAll('[aria-label], [placeholder], meta[name="description"]')].map(
    (node) =>
      node.getAttribute('aria-label') ??
      node.getAttribute('placeholder') ??
      node.getAttribute('content') ??
      '',
  );
  return [document.title, ...labels, document.body.textContent ?? ''].join(' ').normalize('NFC');
}

/** The page of a story: its title, its description and its structured data are the unit's words, too. */
const isStory = (path: string): boolean => readPage(path).includes('data-pagefind-body');

const pages = builtPages.filter(
  (path) => !path.startsWith('/thiet-ke/') && !path.startsWith('/en/') && !isStory(path),
);

interface OwnTexts {
  path: string;
  words: string;
  /** The text of its elements apart. */
  parted: string;
}
let read: OwnTexts[] | undefined;
const ownTexts = (): readonly OwnTexts[] =>
  (read ??= pages.map((path) => {
    const document = ownPart(path);
    return { path, words: wordsOf(document), parted: document.body.innerHTML.replace(/<[^>]*>/g, ' ') };
  }));

/** Official lists write some names of communes the other way. */
const officialNames = communes.flatMap(({ name, formedFrom }) => `${name} ${formedFrom}`.split(/[^\p{L}]+/u));
const mayStay = new Set(officialNames.filter((word) => placeTones(word) !== word));

test('our own words put every tone where the plan puts it', () => {
  const misplaced = ownTexts().flatMap(({ path, words }) =>
    [...new Set(words.match(/\p{L}+/gu) ?? [])]
      .filter((word) => placeTones(word) !== word && !mayStay.has(word))
      .map((word) => `${path}: ${word}`),
  );
  expect(misplaced).toEqual([]);
});

test('no page uses a phrase that readers stumbled over', () => {
  const found = ownTexts().flatMap(({ path, words }) => {
    // The pages of the plan hold its text, which is never corrected.
    const rules = path.startsWith('/ke-hoach/')
      ? avoided.filter(([, instead]) => instead !== 'hằng năm')
      : avoided;
    return rules.flatMap(([phrase, instead]) => {
      const [hit] = phrase.exec(words) ?? [];
      return hit ? [`${path}: “${hit}” → ${instead}`] : [];
    });
  });
  expect(found).toEqual([]);
});

test('a percentage has its sign beside the number, and a middle dot has room on both sides', () => {
  const found = builtPages.flatMap((path) => {
    const { document } = parseHTML(readPage(path));
    for (const node of document.querySelectorAll('script, style, svg, code, pre, template')) node.remove();
    const text = document.body.textContent ?? '';
    const hits = text.match(/\d\s%(?!\d)|[^\s·“]·|·[^\s·]/gu) ?? [];
    return [...new Set(hits)].map((hit) => `${path}: ${hit}`);
  });
  expect(found).toEqual([]);
});

/** Numbers that are no quantities: years, codes, and what has letters or signs at its side. */
const bareNumber =
  /(?<![\p{L}\p{N}.,/\-–#:_=])(?!(?:19|20)\d\d(?!\d))[1-9]\d{3,}(?![\p{L}\p{N}/\-_])(?=\s\p{L})/u;

test('a quantity of a thousand or more has its points', () => {
  const bare = ownTexts().flatMap(({ path, parted }) => {
    const [hit] = bareNumber.exec(parted) ?? [];
    return hit ? [`${path}: ${hit}`] : [];
  });
  expect(bare).toEqual([]);
});
