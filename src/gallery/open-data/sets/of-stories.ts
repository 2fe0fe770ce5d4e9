import adoptionsFacts from '../../../../content/open-data/ap-dung.json' with { type: 'json' };
import withdrawnFacts from '../../../../content/open-data/da-go.json' with { type: 'json' };
import correctionsFacts from '../../../../content/open-data/dinh-chinh.json' with { type: 'json' };
import textsFacts from '../../../../content/open-data/toan-van.json' with { type: 'json' };
import type { Adoption } from '../../adoptions/adoption.ts';
import { figureLine } from '../../stories/figure-line.ts';
import { storyPath } from '../../stories/story-terms.ts';
import { adoptionFigures } from '../../stories/sureness.ts';
import type { Story, WithdrawnStory } from '../../story.ts';
import { defineDataSet } from '../data-set.ts';
import { figuresInJson } from '../figures-in-json.ts';

const addressOf = (story: Pick<Story, 'slug'>, origin: URL) => new URL(storyPath(story), origin).href;

/** One row for each unit that publicly applies a model. */
export const adoptionSet = defineDataSet<{ adoption: Adoption; model: Story; origin: URL }>(adoptionsFacts, {
  columns: {
    model: ({ model }) => model.id,
    modelName: ({ model }) => model.name,
    unitCode: ({ adoption }) => adoption.unitCode,
    unitName: ({ adoption }) => adoption.unitName,
    since: ({ adoption }) => adoption.since,
    result: ({ adoption }) => adoption.result,
    changed: ({ adoption }) => adoption.changed,
    figures: ({ adoption }) => adoptionFigures(adoption).map(figureLine).join('; '),
    address: ({ model, origin }) => addressOf(model, origin),
    sample: ({ adoption }) => adoption.sample,
  },
  read: ({ stories, adoptions, origin }) => {
    const models = new Map(stories.map((story) => [story.id, story]));
    return adoptions.flatMap((adoption) => {
      const model = models.get(adoption.model);
      return model ? [{ adoption, model, origin }] : [];
    });
  },
  nested: ({ adoption }) => ({ indicators: figuresInJson(adoptionFigures(adoption)) }),
});

/** One row for each correction of a published story, latest first. */
export const correctionSet = defineDataSet<{
  story: Story;
  correction: Story['corrections'][number];
  origin: URL;
}>(correctionsFacts, {
  columns: {
    storyId: ({ story }) => story.id,
    day: ({ correction }) => correction.day,
    text: ({ correction }) => correction.text,
    name: ({ story }) => story.name,
    address: ({ story, origin }) => addressOf(story, origin),
  },
  read: ({ stories, origin }) =>
    stories
      .flatMap((story) => story.corrections.map((correction) => ({ story, correction, origin })))
      .toSorted((a, b) => b.correction.day.localeCompare(a.correction.day)),
});

/** The text of every published story, as Markdown. */
export const textSet = defineDataSet<Story>(textsFacts, {
  columns: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    body: ({ body }) => body,
  },
  read: ({ stories }) => stories,
});

/** One row for each story that was public and no longer is: its id and the reason, never its name. */
export const withdrawnSet = defineDataSet<{ gone: WithdrawnStory; origin: URL }>(withdrawnFacts, {
  columns: {
    id: ({ gone }) => gone.id,
    withdrawnAt: ({ gone }) => gone.withdrawnAt.toISOString(),
    reason: ({ gone }) => gone.reason,
    isPostponed: ({ gone }) => gone.isPostponed ?? false,
    address: ({ gone, origin }) => new URL(`/da-go/${gone.id}/`, origin).href,
  },
  read: ({ withdrawn, origin }) => withdrawn.map((gone) => ({ gone, origin })),
});
