import storiesFacts from '../../../../content/open-data/dien-hinh.json' with { type: 'json' };
import { costBands, unitSizes, workFields } from '../../../vocabulary/problems.ts';
import { awardForms, criteria, criteriaGroups, occasions, strands } from '../../../vocabulary/taxonomy.ts';
import type { Adoption } from '../../adoptions/adoption.ts';
import { modelFilePath } from '../../model-files/model-file.ts';
import { photoFiles } from '../../photos/photo-files.ts';
import { figureLine } from '../../stories/figure-line.ts';
import { storyPath } from '../../stories/story-terms.ts';
import { englishSureness, storyFigures } from '../../stories/sureness.ts';
import { type Story, storyKindNames } from '../../story.ts';
import { defineDataSet, type Reads } from '../data-set.ts';
import { figuresInJson } from '../figures-in-json.ts';

const named = (list: readonly { id: string; name: string }[]): Record<string, string> =>
  Object.fromEntries(list.map(({ id, name }) => [id, name]));

/** The ids that stories use, with their names. */
const terms = {
  kind: storyKindNames,
  strands: named(strands),
  criteriaGroup: named(criteriaGroups),
  clauses: named([...strands, ...criteria]),
  occasion: named(occasions),
  awardForm: named(awardForms),
  workFields: named(workFields),
  costBand: named(costBands),
  unitSize: named(unitSizes),
};

/** A story, how many units publicly apply it, and where the site stands. */
interface StoryRow {
  story: Story;
  adoptions: readonly Adoption[];
  origin: URL;
}

const called = (names: Readonly<Record<string, string>>, ids: readonly (string | null)[]): string =>
  ids.flatMap((id) => (id === null ? [] : [names[id] ?? id])).join('; ');

const photoOf = ({ story, origin }: StoryRow) =>
  story.photo && {
    address: new URL(photoFiles(story.id, story.photo).at(-1)?.path ?? '', origin).href,
    width: story.photo.width,
    height: story.photo.height,
    alt: story.photo.alt,
    caption: story.photo.caption,
    credit: story.photo.credit,
  };

/** How each column is found. */
const columns = {
  id: ({ story }) => story.id,
  address: ({ story, origin }) => new URL(storyPath(story), origin).href,
  kindName: ({ story }) => called(terms.kind, [story.kind]),
  name: ({ story }) => story.name,
  summary: ({ story }) => story.summary,
  unitCode: ({ story }) => story.unitCode,
  unitName: ({ story }) => story.unitName,
  strandNames: ({ story }) => called(terms.strands, story.strands),
  criteriaGroupName: ({ story }) => called(terms.criteriaGroup, [story.criteriaGroup]),
  clauseNames: ({ story }) => called(terms.clauses, story.clauses),
  year: ({ story }) => story.year,
  occasionName: ({ story }) => called(terms.occasion, [story.occasion]),
  awardFormName: ({ story }) => called(terms.awardForm, [story.awardForm]),
  decisionNumber: ({ story }) => story.decisionNumber,
  decisionDate: ({ story }) => story.decisionDate,
  decisionBody: ({ story }) => story.decisionBody,
  publishedAt: ({ story }) => story.publishedAt,
  changedAt: ({ story }) => story.changedAt,
  note: ({ story }) => (story.sample ? 'Dữ liệu minh họa' : ''),
  kind: ({ story }) => story.kind,
  strands: ({ story }) => story.strands,
  criteriaGroup: ({ story }) => story.criteriaGroup,
  clauses: ({ story }) => story.clauses,
  occasion: ({ story }) => story.occasion,
  awardForm: ({ story }) => story.awardForm,
  motivation: ({ story }) => story.motivation,
  results: ({ story, adoptions }) => storyFigures(story, adoptions).map(figureLine).join('; '),
  adoptions: ({ adoptions }) => adoptions.length,
  photoAddress: (row) => photoOf(row)?.address ?? null,
  photoCaption: ({ story }) => story.photo?.caption ?? null,
  photoCredit: ({ story }) => story.photo?.credit ?? null,
  correctionsText: ({ story }) => story.corrections.map(({ day, text }) => `${day}: ${text}`).join('; '),
  sample: ({ story }) => story.sample,
  cost: ({ story }) => story.cost,
  duration: ({ story }) => story.duration,
  people: ({ story }) => story.people,
  conditions: ({ story }) => story.conditions,
  nameEn: ({ story }) => story.nameEn,
  summaryEn: ({ story }) => story.summaryEn,
  resultsEn: ({ story }) => story.resultsEn,
  surenessEn: ({ story, adoptions }) => story.resultsEn && englishSureness(story, adoptions),
  files: ({ story, origin }) =>
    story.files.map((file) => new URL(modelFilePath(story.id, file), origin).href),
  workFields: ({ story }) => story.workFields,
  costBand: ({ story }) => story.costBand,
  unitSize: ({ story }) => story.unitSize,
} satisfies Reads<StoryRow>;

/** One row for each published model and honoree, newest first. */
export const storySet = defineDataSet<StoryRow>(storiesFacts, {
  columns,
  terms,
  read: ({ stories, adoptions, origin }) => {
    const byModel = Map.groupBy(adoptions, ({ model }) => model);
    return stories.map((story) => ({ story, adoptions: byModel.get(story.id) ?? [], origin }));
  },
  nested: (row) => ({
    indicators: figuresInJson(storyFigures(row.story, row.adoptions)),
    photo: photoOf(row),
    corrections: row.story.corrections,
  }),
  head: () => ({ terms }),
});
