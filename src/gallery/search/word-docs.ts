import { indexWords } from '../../vietnamese/words.ts';
import type { Story } from '../story.ts';
import { storyWords } from './story-words.ts';

/** From this many stories on, and from this share of all stories, Pagefind is slow for a word. */
const fewest = 500;
const share = 0.08;

/** The stories that contain a word anywhere, by key and spelling. */
type WordDocs = Map<string, Map<string, number[]>>;

/** The text of a story's page, without name, unit, summary and facts. */
const textsOf = ({ body, motivation, indicators, corrections, photo }: Story): string =>
  [
    body,
    motivation,
    ...indicators.flatMap(({ name, before, after, unit }) => [name, before, after, unit]),
    ...corrections.map(({ text }) => text),
    photo?.alt,
    photo?.caption,
    photo?.credit,
  ]
    .filter((text) => text)
    .join('\n');

/** Every word of the stories. */
export function wordDocs(stories: readonly Story[]): WordDocs {
  const docsOf: WordDocs = new Map();
  for (const [doc, story] of stories.entries()) {
    const seen = new Set<string>();
    for (const { key, form } of [...storyWords(story).flat(), ...indexWords(textsOf(story))]) {
      if (seen.has(form)) continue;
      seen.add(form);
      const forms = docsOf.get(key) ?? docsOf.set(key, new Map()).get(key);
      const docs = forms?.get(form);
      if (docs) docs.push(doc);
      else forms?.set(form, [doc]);
    }
  }
  return docsOf;
}

/** From how many occurrences on a word is frequent among stories. */
export const frequentFrom = (stories: number): number => Math.max(fewest, stories * share);

/** The words that very many stories contain. */
export const oftenWords = (docsOf: Readonly<WordDocs>, stories: number): string[] =>
  [...docsOf]
    .filter(([, forms]) => [...forms.values()].flat().length >= frequentFrom(stories))
    .map(([key]) => key);
