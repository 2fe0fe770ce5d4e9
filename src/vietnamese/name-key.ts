import { nfc } from './fold.ts';
import { wordsOf } from './words.ts';

/** A letter, any apostrophe, spaces: `K'Hà`, `K’ Hà`, `KʼHà` and `K` Hà` are spellings of one name. */
const apostrophe =
  /(?<=\p{L})[\u0027\u0060\u00b4\u2018-\u201b\u2032\u02b9-\u02bf\u02c8\ua78b\ua78c\uff07]\s?/gu;

/** Forms of address before a name, as folded words. */
const forms = [['dong', 'chi'], ['d', 'c'], ['ong'], ['ba']];

/**
 * The key by which names are compared: without tones, capitals, apostrophes and hyphens, i and y as one (`kỹ`, `kĩ`),
 * without “Ông”, “Bà”, “Đồng chí” in front. Empty for a value without a name.
 */
export function nameKey(name: unknown): string {
  if (typeof name !== 'string') return '';
  // Each part is read on its own, so that the y of `K'Mỹ` counts as in `Mỹ`.
  const parts = nfc(name).split(apostrophe);
  const keys = parts.map((part) =>
    wordsOf(part)
      .map(({ key }) => key)
      .join(' '),
  );
  const words = keys.join('').split(' ');
  const form = forms.find(
    (each) => words.length > each.length + 1 && each.every((word, at) => words[at] === word),
  );
  return words.slice(form?.length ?? 0).join(' ');
}
