import indicatorsFacts from '../../../../content/open-data/chi-so.json' with { type: 'json' };
import type { Adoption } from '../../adoptions/adoption.ts';
import { changeInWords, figuresOf } from '../../stories/change.ts';
import { type Sureness, surenessLevels, surenessOf } from '../../stories/sureness.ts';
import { storyPath } from '../../stories/story-terms.ts';
import type { Story } from '../../story.ts';
import { defineDataSet } from '../data-set.ts';

interface IndicatorRow {
  story: Pick<Story, 'id' | 'unitName' | 'sample'>;
  address: string;
  /** The unit whose figure it is: that of the story, or one that applies the model. */
  unitName: string;
  source: 'dien-hinh' | 'ap-dung';
  place: number;
  indicator: Story['indicators'][number];
  /** How sure the figure is. */
  sureness: Sureness;
}

const sources = { 'dien-hinh': 'Đơn vị của điển hình', 'ap-dung': 'Đơn vị áp dụng mô hình' } as const;

function rowsOf(story: Story, adoptions: readonly Adoption[], origin: URL): IndicatorRow[] {
  const address = new URL(storyPath(story), origin).href;
  const own = story.indicators.map(
    (indicator): Omit<IndicatorRow, 'place'> => ({
      story,
      address,
      unitName: story.unitName,
      source: 'dien-hinh',
      indicator,
      sureness: surenessOf(indicator, story, adoptions),
    }),
  );
  const others = adoptions.flatMap(({ unitName, indicators }) =>
    indicators.map(
      (indicator): Omit<IndicatorRow, 'place'> => ({
        story,
        address,
        unitName,
        source: 'ap-dung',
        indicator,
        sureness: surenessLevels[0],
      }),
    ),
  );
  return [...own, ...others].map((row, index) => ({ ...row, place: index + 1 }));
}

/** One row for each figure before and after: of stories, and of units that apply a model. */
export const indicatorSet = defineDataSet<IndicatorRow>(indicatorsFacts, {
  columns: {
    storyId: ({ story }) => story.id,
    place: ({ place }) => place,
    source: ({ source }) => source,
    unitName: ({ unitName }) => unitName,
    name: ({ indicator }) => indicator.name,
    before: ({ indicator }) => indicator.before,
    after: ({ indicator }) => indicator.after,
    unit: ({ indicator }) => indicator.unit,
    beforeNumber: ({ indicator }) => figuresOf(indicator).from,
    afterNumber: ({ indicator }) => figuresOf(indicator).to,
    change: ({ indicator }) => changeInWords(indicator),
    address: ({ address }) => address,
    sureness: ({ sureness }) => sureness.id,
    laterMonth: ({ indicator }) => indicator.later?.month ?? null,
    later: ({ indicator }) => indicator.later?.figure ?? null,
    sample: ({ story }) => story.sample,
  },
  terms: {
    source: sources,
    sureness: Object.fromEntries(surenessLevels.map(({ id, name, about }) => [id, `${name}: ${about}`])),
  },
  read: ({ stories, adoptions, origin }) => {
    const byModel = Map.groupBy(adoptions, ({ model }) => model);
    return stories.flatMap((story) => rowsOf(story, byModel.get(story.id) ?? [], origin));
  },
});
