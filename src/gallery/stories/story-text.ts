import { compose } from '../../vietnamese/compose.ts';
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';

/** Disables pictures in the text, which browsers would fetch from other sites: `![x](y)` stays a link. */
const withoutPictures = { disable: { null: ['labelStartImage'] } };

/** Wraps tables: a table wider than a phone scrolls on its own, with a keyboard too. Aligns figures to the end. */
const withTables = (html: string) =>
  html
    .replaceAll('<table>', '<div class="wide" role="region" aria-label="Bảng số liệu" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replace(/<(t[hd]) align="(left|center|right)">/g, (_, cell, side) =>
      side === 'right' ? `<${cell} class="end">` : `<${cell}>`,
    );

/**
 * The HTML of a story's Markdown, for a place under an `h1`: the headings of the text become `h2`, `h3` … without a gap.
 * HTML in the text is shown as text. Links other than web and mail addresses lead nowhere.
 */
export function storyHtml(markdown: string): string {
  const html = withTables(
    micromark(compose(markdown), {
      extensions: [gfmTable(), withoutPictures],
      htmlExtensions: [gfmTableHtml()],
    }),
  );
  const used = [...new Set([...html.matchAll(/<h([1-6])>/g)].map(([, level]) => level))].toSorted();
  return html.replace(
    /(<\/?h)([1-6])>/g,
    (_, tag, level) => `${tag}${Math.min(6, used.indexOf(level) + 2)}>`,
  );
}
