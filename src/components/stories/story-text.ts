import { micromark } from 'micromark';

/** Pictures named in the text would be fetched from other sites: `![x](y)` stays a link. */
const withoutPictures = { disable: { null: ['labelStartImage'] } };

/**
 * The HTML of a story's Markdown, to stand under an `h1`: the headings it uses become `h2`, `h3` … without a
 * gap. HTML in the text is shown as text, and links that are not web or mail addresses lead nowhere.
 */
export function storyHtml(markdown: string): string {
  const html = micromark(markdown.normalize('NFC'), { extensions: [withoutPictures] });
  const used = [...new Set([...html.matchAll(/<h([1-6])>/g)].map(([, level]) => level))].toSorted();
  return html.replace(
    /(<\/?h)([1-6])>/g,
    (_, tag, level) => `${tag}${Math.min(6, used.indexOf(level) + 2)}>`,
  );
}
