import { z } from 'zod';
import { blankStory } from '../../../src/gallery/blank-story.ts';
import { storySlug } from '../../../src/gallery/stories/slug.ts';
import { type Story, storyKinds, storySchema } from '../../../src/gallery/story.ts';
import { fold, nfc } from '../../../src/vietnamese/fold.ts';
import { units } from '../../../src/vocabulary/units.ts';
import type { AskedQuery } from './classes.ts';
import knownFile from './known-stories.json' with { type: 'json' };

const queries = z.array(z.string()).default([]);

const knownSchema = z.strictObject({
  name: z.string(),
  /** A unit's code, or the name of one that is not listed. */
  unit: z.string(),
  kind: z.enum(storyKinds).default('mo-hinh'),
  summary: z.string(),
  body: z.string(),
  queries: z.strictObject({
    toned: queries,
    spelling: queries,
    abbreviation: queries,
    typo: queries,
    oldPlace: queries,
    swapped: queries,
    text: queries,
    mixed: queries,
  }),
});

const known = z.array(knownSchema).parse(knownFile);
/** The codes of generated stories end far below. */
const firstNumber = 90_001;
const published = '2026-11-02T01:00:00.000Z';

const codeOf = (at: number, kind: Story['kind']): string =>
  `${kind === 'mo-hinh' ? 'MH' : 'VD'}-${firstNumber + at}`;

/** Without tones and hats, with đ as it is: as people type in haste. */
const withoutTones = (text: string): string =>
  nfc(text)
    .split(/(đ)/i)
    .map((part) => (/^đ$/i.test(part) ? part : fold(part)))
    .join('');

/** The written stories, to stand among generated ones. */
export const writtenStories: readonly Story[] = known.map(({ unit, kind, name, summary, body }, at) => {
  const id = codeOf(at, kind);
  const listed = units.find(({ code }) => code === unit);
  return storySchema.parse({
    ...blankStory,
    id,
    slug: storySlug(name),
    kind,
    name,
    summary,
    body: `## Cách làm\n\n${summary} ${body}`,
    unitCode: listed?.code ?? null,
    unitName: listed?.name ?? unit,
    strands: ['ii-3'],
    decisionNumber: kind === 'mo-hinh' ? null : '00/QĐ-MINHHOA',
    sample: true,
    publishedAt: published,
    changedAt: published,
  });
});

/** The written queries; those with tones are also asked without. */
export const writtenQueries: readonly AskedQuery[] = known.flatMap(({ kind, queries: own }, at) => {
  const answer = codeOf(at, kind);
  const ask = (name: AskedQuery['kind'], list: readonly string[]): AskedQuery[] =>
    list.map((query) => ({ kind: name, query, answer }));
  return [
    ...ask('toned', own.toned),
    ...ask('untoned', own.toned.map(withoutTones)),
    ...ask('plain', own.toned.map(fold)),
    ...ask('spelling', own.spelling),
    ...ask('abbreviation', own.abbreviation),
    ...ask('typo', own.typo),
    ...ask('oldPlace', own.oldPlace),
    ...ask('swapped', own.swapped),
    ...ask('text', own.text),
    ...ask('mixed', [...new Set(own.mixed.flatMap((query) => [query, fold(query)]))]),
  ];
});
