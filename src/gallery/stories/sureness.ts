import { nameKey } from '../../vietnamese/name-key.ts';
import type { Adoption } from '../adoptions/adoption.ts';
import type { Story } from '../story.ts';
import { figuresOf } from './change.ts';
import { localDay } from './story-terms.ts';

/** How sure a figure is, the least first. */
export const surenessLevels = [
  { id: 'tu-khai', name: 'tự khai', about: 'đơn vị nêu, chưa kèm tài liệu' },
  { id: 'co-tai-lieu', name: 'có tài liệu', about: 'Sở Nội vụ giữ tài liệu chứng minh' },
  {
    id: 'lam-lai-duoc',
    name: 'nơi khác làm lại được',
    about: 'đơn vị áp dụng mô hình báo cùng chỉ số, thay đổi cùng chiều',
  },
  { id: 'do-lai', name: 'đo lại sau 12 tháng', about: 'đo lại sau ít nhất 12 tháng, vẫn cùng chiều' },
] as const;

/** One of `surenessLevels`. */
export type Sureness = (typeof surenessLevels)[number];

type Indicator = Story['indicators'][number];

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

/**
 * How sure a figure of a story is, by what is attached to its row: documents, units that apply the model and report the same
 * figure moving the same way, a measure at least 12 months after publication that still moves that way.
 * @param adoptions the public adoptions of the story
 */
export function surenessOf(
  indicator: Indicator,
  story: Pick<Story, 'documents' | 'publishedAt'>,
  adoptions: readonly Pick<Adoption, 'indicators'>[],
): Sureness {
  const { name, before, unit, later } = indicator;
  const direction = directionOf(indicator);
  const isSame = (other: Pick<Indicator, 'before' | 'after' | 'unit'>) =>
    direction !== null && directionOf(other) === direction;
  const isLate = later !== undefined && monthsBetween(localDay(story.publishedAt), later.month) >= 12;
  if (isLate && isSame({ before, after: later.figure, unit })) return remeasured;
  const others = adoptions.flatMap(({ indicators }) => indicators);
  if (others.some((other) => nameKey(other.name) === nameKey(name) && isSame(other))) return repeated;
  return story.documents > 0 ? documented : claimed;
}
