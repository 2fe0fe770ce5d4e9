import { compose } from '../../vietnamese/compose.ts';

/** A colleague who is mentioned in the base: an internal name, never for the public. */
const mention = /<airtable:mention\b[^>]*>[\s\S]*?<\/airtable:mention>/g;
/** “2026. Năm …” at the start of a line is a sentence, not the 2026th item of a list. */
const yearAtStart = /^([ \t]*\d{4,})([.)])(?=\s)/gm;
/** Bold or struck text within one paragraph; italic text, which Airtable writes with `_`. */
const marked =
  /(?<![*~])(\*\*|~~)(?![*~])((?:(?!\1)[^\n]|\n(?![ \t]*\n))+?)(?<![*~])\1(?![*~])|(?<![\p{L}\p{N}_])(_)([^_\n]+)_(?![\p{L}\p{N}_])/gu;
const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/**
 * Puts the marks of bold, italic and struck text where Markdown understands them: spaces at the edge move out, and signs too
 * where a letter follows at once, as in `**Mục tiêu:**giảm`. Marks around nothing go.
 */
function moveEdges(text: string): string {
  return text.replace(marked, (whole, strong, inStrong, weak, inWeak, offset: number) => {
    const mark: string = strong ?? weak;
    const inner: string = inStrong ?? inWeak;
    const before = isWord(text[offset - 1]) ? /^[\s\p{P}\p{S}]*/u : /^\s*/u;
    const after = isWord(text[offset + whole.length]) ? /[\s\p{P}\p{S}]*$/u : /\s*$/u;
    const lead = before.exec(inner)?.[0] ?? '';
    const core = inner.slice(lead.length);
    const tail = after.exec(core)?.[0] ?? '';
    const said = core.slice(0, core.length - tail.length);
    return said === '' ? inner : `${lead}${mark}${said}${mark}${tail}`;
  });
}

/** Marks in each other are moved one layer a round; nobody means more layers. */
const maxRounds = 8;

/** Moves edges until nothing is left to move. */
function moveAllEdges(text: string, rounds = maxRounds): string {
  const moved = moveEdges(text);
  return moved === text || rounds === 0 ? moved : moveAllEdges(moved, rounds - 1);
}

/**
 * Markdown as staff meant it: what Airtable's editor and Word leave behind is mended where it would show as raw marks, and
 * mentions of colleagues are taken out. Repairing twice changes nothing.
 */
export const repairMarkdown = (markdown: string): string =>
  moveAllEdges(compose(markdown).replace(mention, '')).replace(yearAtStart, '$1\\$2');
