import { fold } from '../../vietnamese/fold.ts';

const maxLength = 80;

/** The last part of a story's address: its name without marks, cut at a word. `Mô hình “3 an”` → `mo-hinh-3-an`. */
export function storySlug(name: string): string {
  const words = fold(name)
    .replace(/&/g, ' va ')
    .match(/[a-z0-9]+/g) ?? ['dien-hinh'];
  let slug = words[0]?.slice(0, maxLength) ?? '';
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > maxLength) break;
    slug += `-${word}`;
  }
  return slug;
}
