import type { Story } from '../../story.ts';

type Indicator = Story['indicators'][number];

/** A figure with its unit: “71%”, “15 phút”. */
const withUnit = (figure: string, unit: string | null): string => {
  if (unit === null) return figure;
  return unit === '%' ? `${figure}%` : `${figure} ${unit}`;
};

/** An indicator in words: “từ 34% đến 71%”, or the only known figure; null where no figure is known. */
export function change({ name, before, after, unit }: Indicator): { name: string; figure: string } | null {
  if (after === null) return before === null ? null : { name, figure: `trước: ${withUnit(before, unit)}` };
  const now = withUnit(after, unit);
  return { name, figure: before === null ? now : `từ ${withUnit(before, unit)} đến ${now}` };
}
