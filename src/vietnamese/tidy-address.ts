import { fold } from './fold.ts';

/** What a sentence leaves at the end of an address that a program made into a link. */
const behind = /[\s.,;:!?'"“”‘’«»()[\]{}<>…]+$/u;

/**
 * The path of a page that was meant by one in another spelling: in capitals, with tones, with blanks, dots or long dashes for
 * hyphens, or with the signs of the sentence around it: `/Ke-Hoach/III.1.2).` → `/ke-hoach/iii-1-2/`. Null where nothing is
 * to be tidied, or where the path is not one of a page.
 */
export function tidyAddress(path: string): string | null {
  const plain = fold(path.replace(behind, ''))
    .replace(/[\s.\p{Pd}_]+/gu, '-')
    .replace(/-*\/-*/g, '/')
    .replace(/^([^/])/, '/$1');
  if (!/^(?:\/[a-z0-9-]+)+\/?$/.test(plain)) return null;
  const page = plain.endsWith('/') ? plain : `${plain}/`;
  return page === path || page === `${path}/` ? null : page;
}
