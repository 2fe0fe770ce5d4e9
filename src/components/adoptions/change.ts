import type { Story } from '../../schemas/story.ts';

type Indicator = Story['indicators'][number];

/** A figure with its unit: “71%”, “15 phút”. */
const withUnit = (figure: string, unit: string | null): string => {
  if (unit === null) return figure;
  return unit === '%' ? `${figure}%` : `${figure} ${unit}`;
};

/** Before and after in words: “từ 34% đến 71%”; one alone where the other is not known. */
export function change({ before, after, unit }: Indicator): string {
  if (before !== null && after !== null) return `từ ${withUnit(before, unit)} đến ${withUnit(after, unit)}`;
  if (after !== null) return withUnit(after, unit);
  return before === null ? 'chưa có số liệu' : `trước khi áp dụng: ${withUnit(before, unit)}`;
}
