import { compose } from '../../vietnamese/compose.ts';
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';

/** Pictures named in the text would be fetched from other sites: `![x](y)` stays a link. */
const withoutPictures = { disable: { null: ['labelStartImage'] } };

/** A table wider than a phone scrolls by itself, with a keyboard too; figures stand at the end of their column. */
const withTables = (html: string) =>
  html
    .replaceAll('<table>', '<div class="wide" role="region" aria-label="Bảng số liệu" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replace(/<(t[hd]) align="(left|center|right)">/g, (_, cell, side) =>
      side === 'right' ? `<${cell} class="end">` : `<${cell}>`,
    );

/**
 * The HTML of a story's Markdown, to stand under an `h1`: the headings it uses become `h2`, `h3` … without a
 * gap. HTML in the text is shown as text, and links that are not web or mail addresses lead nowhere.
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
