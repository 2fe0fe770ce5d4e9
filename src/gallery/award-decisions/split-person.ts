import { fold, nfc } from '../../vietnamese/fold.ts';
import { unitOfName } from '../../vocabulary/unit-said.ts';
import type { Part } from './heading-parts.ts';
import { kindOfName } from './kind-of.ts';

/** What a cell says of one person; `isSure` is false where the words do not show where one part ends. */
export interface SplitPerson {
  name: string | null;
  position: string | null;
  unit: string | null;
  isSure: boolean;
}

const separator = /\s*[,;|\n]\s*|\s+[-–—]\s+/u;
/** “Tổ trưởng”, “Phó Chủ tịch”, “cán bộ”: words of a post, even where a collective begins so. */
const post =
  /^(?:\S+ )?(?:trưởng|phó|viên|s[ĩ\u1ef9])(?: |$)|^(?:chủ tịch|chủ nhiệm|giám đốc|bí thư|kế toán|cán bộ|công chức|quyền|nguyên|điều dưỡng|công nhân|nông dân|lái xe|văn thư|thủ quỹ)(?: |$)/u;
const startsAsPost = /^(?:trưởng|phó|chủ tịch|chủ nhiệm|giám đốc|bí thư|cán bộ|công chức|nguyên) /u;
const address = /^(?:ông|bà|đồng chí|đ\/c|anh|chị|em|cháu)[ .]+/iu;
const degree =
  /^(?:(?:pgs|gs|ts|ths|cn|ks|bs|ds|bác s[ĩ\u1ef9]|dược sĩ|kỹ sư|thạc sĩ|tiến sĩ|cử nhân|ck ?[i1]+|bsck ?[i1]+|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy|thiếu úy|nghệ nhân)(?:[., ]+|$))+/iu;

const lower = (text: string) => nfc(text).toLowerCase();
/** Whether a text begins as a post does. */
export const isPost = (text: string) => post.test(lower(text));
const isCollective = (text: string) => !isPost(text) && kindOfName(text) === 'tap-the';

/** Whether a text is a person's name: two to seven words, each with a capital, after address and degrees. */
function isName(text: string): boolean {
  const words = bare(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return (
    words.length >= 2 &&
    words.length <= 7 &&
    words.every((word) => /^\p{Lu}[\p{L}\p{M}'’]*$/u.test(nfc(word)) || /^\d+$/.test(word)) &&
    !startsAsPost.test(lower(bare(text))) &&
    kindOfName(bare(text)) !== 'tap-the'
  );
}
const bare = (text: string) => nfc(text).replace(address, '').replace(degree, '').replace(address, '').trim();
const isTitleOnly = (text: string) => bare(text) === '';

interface Piece {
  text: string;
  from: number;
  to: number;
}

/** The pieces between separators; a listed name with a comma of its own, or a degree before a name, is one piece. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: sign, index } of text.matchAll(new RegExp(separator, 'gu'))) {
    pieces.push({ text: text.slice(from, index), from, to: index });
    from = index + sign.length;
  }
  pieces.push({ text: text.slice(from), from, to: text.length });
  return merged(
    text,
    pieces.filter((piece) => piece.text.trim() !== ''),
  );
}

function merged(text: string, pieces: readonly Piece[]): Piece[] {
  const [first, ...others] = pieces;
  if (!first) return [];
  const join = (last: Piece) => ({ text: text.slice(first.from, last.to), from: first.from, to: last.to });
  const end = others.findLastIndex((last) => unitOfName(join(last).text) !== undefined);
  const upTo = isTitleOnly(first.text) && end < 0 ? 0 : end;
  const last = others[upTo];
  return last ? [join(last), ...merged(text, others.slice(upTo + 1))] : [first, ...merged(text, others)];
}

const between = (text: string, pieces: readonly Piece[]) =>
  pieces.length === 0 ? null : text.slice(pieces[0]?.from, pieces.at(-1)?.to).trim() || null;

/** The listed unit whose full name ends a text, with what stands before it: “Chủ tịch | UBND phường A”. */
export function unitAtEnd(text: string): { before: string; unit: string; code: string } | undefined {
  for (const { index } of text.matchAll(/(?<=^|[\s,;|(])\p{Lu}/gu)) {
    const ending = text.slice(index).replace(/\)$/u, '');
    const unit = isCollective(ending) ? unitOfName(ending) : undefined;
    const isWhole = unit && !/^(?:phường|xã) /u.test(lower(ending));
    if (unit && isWhole)
      return {
        before: text.slice(0, index).replace(/(?:[\s,;|(–—-]|\sthuộc|\scủa)+$/u, ''),
        unit: ending,
        code: unit.code,
      };
  }
  return undefined;
}

/** Position and unit in one text, by the words of each; the order does not matter where the words are clear. */
function splitPost(text: string, pieces: readonly Piece[]): Omit<SplitPerson, 'name'> {
  const whole = between(text, pieces);
  const [first] = pieces;
  if (!first || whole === null) return { position: null, unit: null, isSure: true };
  const kinds = pieces.map((piece) => isCollective(piece.text));
  const turns = kinds.filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length;
  if (turns === 0 && kinds[0]) return { position: null, unit: whole, isSure: true };
  if (turns === 1) {
    const at = kinds.findIndex((kind) => kind !== kinds[0]);
    const sides = [between(text, pieces.slice(0, at)), between(text, pieces.slice(at))];
    const [unit = null, position = null] = kinds[0] ? sides : sides.toReversed();
    return { position, unit, isSure: true };
  }
  const ending = unitAtEnd(whole);
  return ending && ending.before !== '' && isPost(ending.before)
    ? { position: ending.before, unit: ending.unit, isSure: true }
    : { position: null, unit: whole, isSure: false };
}

/** Splits a cell that holds the parts that its heading names. Where it is not sure, the whole text stays together. */
export function splitPerson(text: string, parts: readonly Part[]): SplitPerson {
  const pieces = piecesOf(text);
  if (!parts.includes('name')) return { name: null, ...splitPost(text, pieces) };
  const isLast = parts.at(-1) === 'name';
  const named = isLast ? pieces.at(-1) : pieces[0];
  const rest = isLast ? pieces.slice(0, -1) : pieces.slice(1);
  if (!named || !isName(named.text)) return { name: text, position: null, unit: null, isSure: false };
  const name = named.text.trim();
  if (!parts.includes('unit')) return { name, position: between(text, rest), unit: null, isSure: true };
  const others = splitPost(text, rest);
  const saysPost = parts.includes('position') || isPost(rest[0]?.text ?? '');
  if (!saysPost) return { name, position: null, unit: between(text, rest), isSure: true };
  return others.isSure ? { name, ...others } : { name: text, position: null, unit: null, isSure: false };
}

/** What stands after the first piece of a collective's name, where all pieces are collectives; null for any other. */
export function piecesAfterFirst(text: string): string | null {
  const pieces = piecesOf(text);
  return pieces.every((piece) => isCollective(piece.text)) ? between(text, pieces.slice(1)) : null;
}

/** Whether a text holds more than one piece. */
export const hasPieces = (text: string): boolean => piecesOf(text).length > 1;

/** Whether a name of a collective is that of a part, which says nothing without its whole: “Phòng Kinh tế”. */
export const isPartOfUnit = (name: string): boolean =>
  /^(?:phong|to|khoa|doi|nhom|lop|tram|chi bo|chi doan|bo phan) /u.test(fold(name).trim()) &&
  kindOfName(name) === 'tap-the';
