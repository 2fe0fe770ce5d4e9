import { fold } from '../vietnamese/fold.ts';
import { joinedLetters } from '../vietnamese/words.ts';

/** A number or code in one spelling: `III.1.3.4` → `iii-1-3-4`, `113/KH-UBND` → `113-kh-ubnd`. */
export const code = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** What stands before a number and adds nothing to it: “mục III.1”, “Nghị quyết số 57”, “NQ57”. */
const before =
  /^(?:muc|diem|khoan|dieu|phan|tiet|clause|section|so|ma|ke-hoach|kh|nghi-quyet|nq|quyet-dinh|qd|luat|nghi-dinh|nd|van-ban|ho-so)(?:-|(?=\d))/;

/** A number, a numeral, or letters with a number: what is left of a code. */
const bare = /^(?:\d|[ivx]+(?:-|$)|[a-z]+-?\d)/;

/** The parts of a place as one says it: “gạch đầu dòng thứ 3 điểm 1 mục II”, “mục V.2, gạch đầu dòng 9”. */
const said =
  /(?:^|(?:^|-)(phan|muc|noi-dung|giai-phap|khoan|diem|tiet|y|dong|thu)-)((?:\d+|[ivx]+|[ab])(?:-(?:\d+|[ab])(?=-|$))*)(?=-|$)/g;
/** From the largest part of a text to the smallest. A numeral is the largest, whatever it is called. */
const levels = ['phan', 'muc', 'noi-dung', 'giai-phap', 'khoan', 'diem', 'tiet', 'y', 'dong', 'thu'];

/** The code of a place that was said, in any order. */
function codeSaid(whole: string): string[] {
  const parts = Array.from(whole.matchAll(said), ([, level = '', part = '']) => ({
    part,
    level: /^[ivx]/.test(part) ? -1 : levels.indexOf(level),
  }));
  const hasNumeral = parts.some(({ level }) => level < 0);
  if (!hasNumeral || (parts.length === 1 && !/(?:^|-)muc-[ivx]/.test(whole))) return [];
  return [
    parts
      .sort((a, b) => a.level - b.level)
      .map(({ part }) => part)
      .join('-'),
  ];
}

/** A place typed without signs: “V29” for V.2.9, “IV3” for IV.3. */
const closeTyped = /^\s*(i{1,3}|iv|v)(\d{1,4})\s*$/i;

/** The codes that a typed text may be: as it is, and without the words before its number. */
export function codesTyped(typed: string): string[] {
  const whole = code(
    joinedLetters(typed).replace(closeTyped, (_, part: string, digits: string) =>
      [part, ...digits].join('.'),
    ),
  );
  let left = whole;
  while (before.test(left)) left = left.replace(before, '');
  return [...new Set([whole, ...codeSaid(whole), ...(bare.test(left) ? [left] : [])])].filter(
    (each) => each.length > 1 || /^(?:muc-|phan-)?[ivx](?:-cua)?(?:-ke-hoach.*)?$/.test(whole),
  );
}
