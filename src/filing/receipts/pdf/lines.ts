import type { Face } from './faces.ts';
import { printable } from './printable.ts';

/** Splits a word into pieces that each fit a line. */
function cutWord(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const pieces = [''];
  for (const letter of word) {
    const longer = `${pieces.at(-1)}${letter}`;
    if (fits(longer)) pieces.splice(-1, 1, longer);
    else pieces.push(letter);
  }
  return pieces;
}

function linesOfParagraph(paragraph: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(' ').flatMap((each) => cutWord(each, fits))) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines;
}

/** Breaks a paragraph into lines of at most `width` points, at spaces, and inside a word only if it is wider than a line. */
export function wrapLines(
  text: string,
  face: Face,
  { size, width }: { size: number; width: number },
): string[] {
  const fits = (line: string) => face.widthOf(line, size) <= width;
  return linesOfParagraph(printable(text, face), fits);
}
