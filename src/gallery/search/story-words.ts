import { type Story, storyKindNames } from '../story.ts';
import { awardForms } from '../../vocabulary/taxonomy.ts';
import { formerNames } from '../../vocabulary/former-unit-names.ts';
import { type Word, wordsOf } from '../../vietnamese/words.ts';
import { gap } from './fields.ts';

/** A word and where it stands in its field. */
export interface PlacedWord extends Word {
  at: number;
}

function placed(texts: readonly string[]): PlacedWord[] {
  let at = 0;
  return texts.flatMap((text) => {
    const words = wordsOf(text).map((word) => ({ ...word, at: at++ }));
    at += gap;
    return words;
  });
}

/** The words of a story, field by field in the order of `fields`. */
export function storyWords(story: Story): PlacedWord[][] {
  const award = awardForms.find(({ id }) => id === story.awardForm)?.name ?? '';
  const former = formerNames.get(story.unitCode ?? '') ?? [];
  const facts = [story.id, String(story.year), storyKindNames[story.kind], award, story.decisionNumber ?? ''];
  return [[story.name], [story.unitName], [story.summary], [...facts, ...former]].map(placed);
}
