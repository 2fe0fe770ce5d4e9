import type { Story } from '../../schemas/story.ts';
import { wordsOf } from '../words.ts';
import { Bits } from './often.ts';
import { storyWords } from './story-words.ts';

/** From so many stories on, and from this share of all, a word is asked of a list instead of Pagefind. */
const fewest = 500;
const share = 0.08;

/** By key and spelling, the stories that have a word anywhere, for the words that very many have. */
export function oftenWords(stories: readonly Story[]): Map<string, Map<string, Bits>> {
  const docsOf = new Map<string, Map<string, number[]>>();
  for (const [doc, story] of stories.entries()) {
    const words = [...storyWords(story).flat(), ...wordsOf(story.body)];
    for (const { key, form } of new Map(words.map((word) => [word.form, word])).values()) {
      const forms = docsOf.get(key) ?? docsOf.set(key, new Map()).get(key);
      const docs = forms?.get(form) ?? [];
      forms?.set(form, docs);
      docs.push(doc);
    }
  }
  const enough = Math.max(fewest, stories.length * share);
  const often = [...docsOf].filter(([, forms]) => [...forms.values()].flat().length >= enough);
  return new Map(
    often.map(([key, forms]) => [
      key,
      new Map([...forms].map(([form, docs]) => [form, Bits.of(docs, stories.length)])),
    ]),
  );
}
