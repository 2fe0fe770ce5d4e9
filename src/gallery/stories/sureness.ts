import { nameKey } from '../../vietnamese/name-key.ts';
import type { Story } from '../story.ts';
import { figuresOf } from './change.ts';
import { localDay } from './story-terms.ts';

/** How sure a figure is, the least first. */
export const surenessLevels = [
  {
    id: 'tu-khai',
    name: 'tự khai',
    nameEn: 'stated by the unit',
    about: 'đơn vị nêu, chưa kèm tài liệu',
  },
  {
    id: 'co-tai-lieu',
    name: 'có tài liệu',
    nameEn: 'documented',
    about: 'Sở Nội vụ giữ tài liệu chứng minh',
  },
  {
    id: 'lam-lai-duoc',
    name: 'nơi khác làm lại được',
    nameEn: 'repeated elsewhere',
    about: 'đơn vị áp dụng mô hình báo cùng chỉ số, thay đổi cùng chiều',
  },
  {
    id: 'do-lai',
    name: 'đo lại sau 12 tháng',
    nameEn: 'measured again after 12 months',
    about: 'đo lại sau ít nhất 12 tháng, vẫn cùng chiều',
  },
] as const;

/** One of `surenessLevels`. */
export type Sureness = (typeof surenessLevels)[number];

type Indicator = Story['indicators'][number];
type Reported = Pick<Story, 'indicators'>;

/** A figure with how sure it is. Whatever prints a figure of a story or an adoption takes this. */
export type SureFigure = Indicator & { sureness: Sureness };

/** 1 where the figure grew, -1 where it fell; null where that is not plain. */
function directionOf(indicator: Pick<Indicator, 'before' | 'after' | 'unit'>): number | null {
  const { from, to } = figuresOf(indicator);
  return from === null || to === null || from === to ? null : Math.sign(to - from);
}

/** Whole months from a day, `YYYY-MM-DD`, to a month, `YYYY-MM`. */
const monthsBetween = (day: string, month: string): number => {
  const [year = 0, at = 0] = day.split('-').map(Number);
  const [laterYear = 0, laterAt = 0] = month.split('-').map(Number);
  return (laterYear - year) * 12 + laterAt - at;
};

const [claimed, documented, repeated, remeasured] = surenessLevels;

/** Whether a figure was measured again at least 12 months after a day, and still moved the same way. */
function isRemeasured(indicator: Indicator, since: string): boolean {
  const { before, unit, later } = indicator;
  const direction = directionOf(indicator);
  return (
    later !== undefined &&
    direction !== null &&
    monthsBetween(since, later.month) >= 12 &&
    directionOf({ before, after: later.figure, unit }) === direction
  );
}

/** Whether units that apply a model report the same figure, moving the same way. */
function isRepeated(indicator: Indicator, adoptions: readonly Reported[]): boolean {
  const direction = directionOf(indicator);
  return adoptions
    .flatMap(({ indicators }) => indicators)
    .some(
      (other) =>
        nameKey(other.name) === nameKey(indicator.name) &&
        direction !== null &&
        directionOf(other) === direction,
    );
}

/**
 * How sure a figure of a story is, by what is attached to its row: documents, units that apply the model and report the same
 * figure moving the same way, a measure at least 12 months after publication that still moves that way.
 * @param adoptions the public adoptions of the story
 */
export function surenessOf(
  indicator: Indicator,
  story: Pick<Story, 'documents' | 'publishedAt'>,
  adoptions: readonly Reported[],
): Sureness {
  if (isRemeasured(indicator, localDay(story.publishedAt))) return remeasured;
  if (isRepeated(indicator, adoptions)) return repeated;
  return story.documents > 0 ? documented : claimed;
}

/** The figures of a story, in its order. `adoptions`: see `surenessOf`. */
export const storyFigures = (
  story: Pick<Story, 'indicators' | 'documents' | 'publishedAt'>,
  adoptions: readonly Reported[],
): SureFigure[] =>
  story.indicators.map((indicator) => ({
    ...indicator,
    sureness: surenessOf(indicator, story, adoptions),
  }));

/** The figures of a unit that applies a model since a month, `YYYY-MM`: sure by its documents and by a later measure. */
export const adoptionFigures = ({
  indicators,
  documents,
  since,
}: Reported & { documents: number; since: string }): SureFigure[] =>
  indicators.map((indicator) => {
    if (isRemeasured(indicator, since)) return { ...indicator, sureness: remeasured };
    return { ...indicator, sureness: documents > 0 ? documented : claimed };
  });

/** What the levels of these figures mean: “Mức chắc chắn: tự khai là đơn vị nêu, chưa kèm tài liệu.” */
export function surenessLegend(figures: readonly Pick<SureFigure, 'sureness'>[]): string {
  const used = surenessLevels.filter(({ id }) => figures.some(({ sureness }) => sureness.id === id));
  return `Mức chắc chắn: ${used.map(({ name, about }) => `${name} là ${about}`).join('; ')}.`;
}

/** How sure the figures are that staff put into English words: “stated by the unit; documented”. None is surer than its row. */
export function englishSureness(
  story: Pick<Story, 'indicators' | 'documents' | 'publishedAt'>,
  adoptions: readonly Reported[],
): string {
  const figures = storyFigures(story, adoptions).map(({ sureness }) => sureness);
  const levels = figures.length > 0 ? figures : [story.documents > 0 ? documented : claimed];
  return [...new Set(levels.map(({ nameEn }) => nameEn))].join('; ');
}
