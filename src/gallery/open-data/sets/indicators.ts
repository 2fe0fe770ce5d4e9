import indicatorsFacts from '../../../../content/open-data/chi-so.json' with { type: 'json' };
import type { Adoption } from '../../adoptions/adoption.ts';
import { changeInWords, figuresOf } from '../../stories/change.ts';
import { storyPath } from '../../stories/story-terms.ts';
import { adoptionFigures, type SureFigure, storyFigures, surenessLevels } from '../../stories/sureness.ts';
import type { Story } from '../../story.ts';
import { defineDataSet } from '../data-set.ts';

interface IndicatorRow {
  story: Pick<Story, 'id' | 'unitName' | 'sample'>;
  address: string;
  /** The unit whose figure it is: that of the story, or one that applies the model. */
  unitName: string;
  source: 'dien-hinh' | 'ap-dung';
  place: number;
  figure: SureFigure;
}

const sources = { 'dien-hinh': 'Đơn vị của điển hình', 'ap-dung': 'Đơn vị áp dụng mô hình' } as const;

function rowsOf(story: Story, adoptions: readonly Adoption[], origin: URL): IndicatorRow[] {
  const address = new URL(storyPath(story), origin).href;
  const rowOf =
    (unitName: string, source: IndicatorRow['source']) =>
    (figure: SureFigure): Omit<IndicatorRow, 'place'> => ({ story, address, unitName, source, figure });
  const own = storyFigures(story, adoptions).map(rowOf(story.unitName, 'dien-hinh'));
  const others = adoptions.flatMap((adoption) =>
    adoptionFigures(adoption).map(rowOf(adoption.unitName, 'ap-dung')),
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
    name: ({ figure }) => figure.name,
    before: ({ figure }) => figure.before,
    after: ({ figure }) => figure.after,
    unit: ({ figure }) => figure.unit,
    beforeNumber: ({ figure }) => figuresOf(figure).from,
    afterNumber: ({ figure }) => figuresOf(figure).to,
    change: ({ figure }) => changeInWords(figure),
    address: ({ address }) => address,
    sureness: ({ figure }) => figure.sureness.id,
    laterMonth: ({ figure }) => figure.later?.month ?? null,
    later: ({ figure }) => figure.later?.figure ?? null,
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
