import type { Story } from '../../../src/gallery/story.ts';
import { fold } from '../../../src/vietnamese/fold.ts';
import { wordsOf } from '../../../src/vietnamese/words.ts';
import { formerNames } from '../../../src/vocabulary/former-unit-names.ts';
import { Random } from '../../../tests/fixtures/story-generator/random.ts';
import type { AskedQuery, QueryClass } from './classes.ts';

const shortened: readonly (readonly [RegExp, string])[] = [
  [/ủy ban nhân dân/i, 'UBND'],
  [/hợp tác xã/i, 'HTX'],
  [/trí tuệ nhân tạo/i, 'AI'],
  [/khu công nghiệp/i, 'KCN'],
  [/trung học cơ sở/i, 'THCS'],
  [/phòng cháy chữa cháy/i, 'PCCC'],
  [/Sở Khoa học và Công nghệ/i, 'Sở KHCN'],
];

/** One letter lost, doubled, or two changed, in one word of three letters or more. */
function slip(random: Random, text: string): string {
  const words = text.split(' ');
  const long = words.flatMap((word, at) => (word.length > 2 && !/\d/.test(word) ? [at] : []));
  if (long.length === 0) return text;
  const at = random.pick(long);
  const word = words[at] ?? '';
  const cut = random.whole(1, word.length - 1);
  const ways = [
    word.slice(0, cut) + word.slice(cut + 1),
    word.slice(0, cut) + word.charAt(cut) + word.slice(cut),
    word.slice(0, cut - 1) + word.charAt(cut) + word.charAt(cut - 1) + word.slice(cut + 1),
  ];
  return words.with(at, random.pick(ways)).join(' ');
}

/** The other place of a tone, and y for i. */
const respelt = (text: string): string =>
  text
    .replace(/oà/g, 'òa')
    .replace(/oá/g, 'óa')
    .replace(/ủy/g, 'uỷ')
    .replace(/kỹ/g, 'kĩ')
    .replace(/tỉ lệ/g, 'tỷ lệ')
    .toUpperCase();

const swap = (random: Random, text: string): string => {
  const words = text.split(' ');
  const cut = random.whole(1, Math.max(1, words.length - 1));
  return [...words.slice(cut), ...words.slice(0, cut)].join(' ');
};

interface Draft {
  query: string;
  /** The same before it was shortened or spoilt: only one story may answer it. */
  meant: string;
}

function ask(random: Random, story: Story, kind: QueryClass): Draft | null {
  const words = story.name.replace(/[“”:,]/g, '').split(' ');
  const start = random.chance(0.5) ? 0 : random.whole(0, Math.floor(words.length / 3));
  const part = words.slice(start, start + random.whole(5, 11)).join(' ');
  const former = formerNames.get(story.unitCode ?? '') ?? [];
  const short = shortened.find(([long]) => long.test(part));
  const same = (query: string): Draft => ({ query, meant: query });
  const ways: Partial<Record<QueryClass, Draft | null>> = {
    toned: same(part),
    plain: same(fold(part)),
    spelling: same(respelt(part)),
    abbreviation: short ? { query: part.replace(...short), meant: part } : null,
    typo: { query: slip(random, random.chance(0.5) ? fold(part) : part), meant: part },
    oldPlace: former.length > 0 ? same(`${part} ${random.pick(former)}`) : null,
    swapped: same(swap(random, part)),
  };
  return ways[kind] ?? null;
}

/** Whether no other story has all words of a query, when marks do not count. */
function isOnlyAnswer(query: string, story: Story, texts: ReadonlyMap<string, Set<string>>): boolean {
  const keys = wordsOf(query).map(({ key }) => key);
  for (const [id, own] of texts) if (id !== story.id && keys.every((key) => own.has(key))) return false;
  return keys.every((key) => texts.get(story.id)?.has(key));
}

/**
 * `count` queries of each class with one right answer each: parts of names, with the unit's former name, with a slip … A query that
 * another story could answer as well is left out.
 */
export function generatedQueries(stories: readonly Story[], count: number, seed: number): AskedQuery[] {
  const random = new Random(seed);
  const texts = new Map(
    stories.map((story) => {
      const former = formerNames.get(story.unitCode ?? '') ?? [];
      const text = [story.name, story.unitName, story.summary, ...former].join(' ');
      return [story.id, new Set(wordsOf(text).map(({ key }) => key))];
    }),
  );
  const kinds: QueryClass[] = ['toned', 'plain', 'spelling', 'abbreviation', 'typo', 'oldPlace', 'swapped'];
  return kinds.flatMap((kind) => {
    const asked: AskedQuery[] = [];
    for (let tries = 0; asked.length < count && tries < count * 40; tries += 1) {
      const story = random.pick(stories);
      const draft = ask(random, story, kind);
      if (draft === null || draft.query.split(' ').length < 3) continue;
      if (isOnlyAnswer(draft.meant, story, texts)) asked.push({ kind, query: draft.query, answer: story.id });
    }
    return asked;
  });
}
