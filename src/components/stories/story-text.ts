import { micromark } from 'micromark';

/** Pictures named in the text would be fetched from other sites: `![x](y)` stays a link. */
const withoutPictures = { disable: { null: ['labelStartImage'] } };

/**
 * The HTML of a story's Markdown, to stand under an `h1`: its highest heading becomes `h2`, the others keep
 * their distance. HTML in the text is shown as text, and links that are not web or mail addresses lead nowhere.
 */
export function storyHtml(markdown: string): string {
  const html = micromark(markdown.normalize('NFC'), { extensions: [withoutPictures] });
  const levels = [...html.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level));
  const shift = 2 - Math.min(...levels);
  return html.replace(/(<\/?h)([1-6])>/g, (_, tag, level) => `${tag}${Math.min(6, Number(level) + shift)}>`);
}
