import { gap } from '../../search/fields.ts';
import { indexWords, type Word } from '../../vietnamese/words.ts';
import { formerNames } from '../../vocabulary/former-unit-names.ts';
import { workFields } from '../../vocabulary/problems.ts';
import { awardForms, criteriaGroups, occasions, strands } from '../../vocabulary/taxonomy.ts';
import { type Story, storyKindNames } from '../story.ts';

/** A word and where it stands in its field. */
export interface PlacedWord extends Word {
  at: number;
}

function placed(texts: readonly string[]): PlacedWord[] {
  let at = 0;
  return texts.flatMap((text) => {
    const words = indexWords(text).map((word) => ({ ...word, at: at++ }));
    at += gap;
    return words;
  });
}

/** The names of what a story is filtered by. */
function facetNames({ strands: own, workFields: fields, criteriaGroup, occasion }: Story): string[] {
  const named = [
    ...strands.filter(({ id }) => own.includes(id)),
    ...workFields.filter(({ id }) => fields.includes(id)),
    ...criteriaGroups.filter(({ id }) => id === criteriaGroup),
    ...occasions.filter(({ id }) => id === occasion),
  ];
  return named.map(({ name }) => name);
}

/** The words of a story, field by field in the order of `fields`. */
export function storyWords(story: Story): PlacedWord[][] {
  const award = awardForms.find(({ id }) => id === story.awardForm)?.name ?? '';
  const former = formerNames.get(story.unitCode ?? '') ?? [];
  const facts = [story.id, String(story.year), storyKindNames[story.kind], award, story.decisionNumber ?? ''];
  return [[story.name], [story.unitName], [story.summary], [...facts, ...former], facetNames(story)].map(
    placed,
  );
}
