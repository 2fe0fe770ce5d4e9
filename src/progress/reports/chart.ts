import { escapeMarkup } from '../../platform/markup.ts';
/** A bar of a chart. */
export interface Bar {
  label: string;
  value: number;
  /** The number as it is read beside the bar, and of how many where that matters. */
  shown: string;
  /** What the number is made of, where it opens: each with its place on the page. */
  parts?: readonly { name: string; shown: string; href: string }[];
}

function wordsOf({ label, shown, parts }: Bar): string {
  const words = `<span>${escapeMarkup(label)}:</span> <strong>${escapeMarkup(shown)}</strong>`;
  if (!parts) return words;
  const list = parts.map(
    (part) =>
      `<li><a href="${escapeMarkup(part.href)}">${escapeMarkup(part.name)}</a>${part.shown === '' ? '' : `: ${escapeMarkup(part.shown)}`}</li>`,
  );
  return `<details><summary>${words}</summary><ul>${list.join('')}</ul></details>`;
}

/**
 * A chart as a list: label and number are text that everybody reads, the bar between them is an SVG as wide as there is room. All bars
 * begin at zero and share one scale, whose end is `most`, or the longest bar.
 */
export function barChart(bars: readonly Bar[], most?: number): string {
  const full = Math.max(1, most ?? Math.max(0, ...bars.map(({ value }) => value)));
  const lines = bars.map((bar) => {
    const share = ((bar.value / full) * 100).toFixed(2);
    return `<li>${wordsOf(bar)}<svg aria-hidden="true" focusable="false" width="100%" height="12"><rect class="rail" width="100%" height="12"></rect><rect class="bar" width="${share}%" height="12"></rect></svg></li>`;
  });
  return `<ul class="chart bare">${lines.join('')}</ul>`;
}
