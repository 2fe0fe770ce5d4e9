import { normalize } from '../../vietnamese/compose.ts';
import { toLatin } from '../../vietnamese/look-alikes.ts';
import { keysBehind } from '../../vietnamese/typed-keys.ts';
import { codeFrom, codeLength } from './code-characters.ts';

/** The code in a text, or why there is none and what to do. */
export type FoundCode =
  | { ok: true; code: string }
  | { ok: false; why: 'empty' | 'mistyped' | 'several' | 'none'; message: string };

/** Longest text in which a code is looked for: a whole message. */
const maxLength = 4_000;

/** Most stretches that are tried with repaired keystrokes; nobody pastes more. */
const maxTried = 40;

/** Words that may spell a code, without what parts them. */
interface Stretch {
  text: string;
  /** The first and the last of the words. */
  from: number;
  to: number;
}

const lengthOf = (text: string): number => [...text].length;
const bare = (written: string): string => written.replace(/[^\p{L}\p{N}\p{M}]/gu, '');

/** Text in capitals, without invisible characters, and with a space before every `DN` that a digit follows. */
const tidy = (typed: string): string =>
  toLatin(normalize(typed.slice(0, maxLength).replace(/\p{Default_Ignorable_Code_Point}/gu, ''), 'NFKC'))
    .toUpperCase()
    .replace(/%(?:2D|20|3D)/g, ' ')
    .replace(/[DĐ]N(?=[\dOIL]{2})/g, ' $&');

/** The words from each `DN` on, and all words together for a code without it. */
function stretchesOf(words: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [from, first] of words.entries()) {
    if (!/^[DĐ]/.test(first)) continue;
    let text = '';
    for (let to = from; to < words.length && lengthOf(text) < codeLength; to += 1) {
      text += words[to];
      if (/^[DĐ]N/.test(text)) stretches.push({ text: `DN${text.slice(2)}`, from, to });
    }
  }
  const all = words.join('');
  return /^[DĐ]N/.test(all) ? stretches : [...stretches, { text: `DN${all}`, from: 0, to: words.length - 1 }];
}

/** The codes that these stretches spell. What lies inside one code begins no other. */
function codesIn(stretches: readonly Stretch[], spellings: (text: string) => readonly string[]): string[] {
  const found = new Set<string>();
  let end = -1;
  for (const { text, from, to } of stretches) {
    const codes = from > end ? spellings(text).map(codeFrom) : [];
    for (const code of codes) if (code) found.add(code);
    if (codes.some((code) => code !== null)) end = to;
  }
  return [...found];
}

/** Letters that an input method made of keys, and few enough of them. */
const isSlipped = ({ text }: Stretch): boolean =>
  /[^\dA-Z]/.test(text) && lengthOf(text) <= codeLength && normalize(text, 'NFD').length >= codeLength - 2;

/** What is like a code: `DN`, a digit, and the rest with its dashes. */
const codeLike =
  /(?:^|[^\p{L}])([DĐ]N[\s\p{Dash}]*[\p{N}\p{M}OIL][\p{L}\p{N}\p{M}]*(?:\p{Dash}[\p{L}\p{N}\p{M}]+)*)/u;
const halfLength = codeLength / 2;

/** The letters and digits of an invalid code; null where nothing resembles a code. */
function nearlyCode(text: string, stretches: readonly Stretch[]): string | null {
  const like = bare(codeLike.exec(text)?.[1] ?? '');
  if (like.length >= halfLength) return like;
  const whole = stretches.find((stretch) => lengthOf(stretch.text) === codeLength && /\d/.test(stretch.text));
  if (whole || like) return whole?.text ?? like;
  const all = bare(text);
  const isOneWord = /^\S+$/.test(text.trim());
  return isOneWord && /\d/.test(all) && all.length >= halfLength && all.length <= codeLength ? all : null;
}

function wrongWith(text: string): string {
  const count = lengthOf(text);
  if (/[^\dA-Z]/.test(text)) {
    return 'Mã có chữ mang dấu vì bộ gõ tiếng Việt đang bật. Hãy tắt bộ gõ rồi gõ lại, hoặc chép và dán mã.';
  }
  return count === codeLength || count === codeLength - 2
    ? 'Mã có ký tự gõ sai. Hãy so lại từng chữ, từng số với phiếu nhận, hoặc chép và dán mã.'
    : `Mã hồ sơ có ${codeLength} chữ và số, ở đây có ${count}. Hãy chép lại cả mã.`;
}

/**
 * Takes the code out of what was typed or pasted: any case, dashes, spaces or none, O for 0, I or L for 1, with or without `DN`;
 * in a sentence, in quotes, in an address; and with the letters that Telex, VNI or the keyboard of Windows made of its keys, where
 * the check character leaves one reading alone.
 */
export function findCode(typed: string): FoundCode {
  const text = tidy(typed);
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  if (!/\S/.test(text))
    return { ok: false, why: 'empty', message: 'Nhập mã hồ sơ, ví dụ DN26-XXXX-XXXX-XX.' };
  const stretches = stretchesOf(words);
  const [exact, other] = codesIn(stretches, (spelled) => [spelled]);
  if (exact && other) {
    return { ok: false, why: 'several', message: 'Ô này có nhiều mã hồ sơ. Hãy để lại một mã.' };
  }
  const typedKeys = exact ? [] : codesIn(stretches.filter(isSlipped).slice(0, maxTried), keysBehind);
  const code = exact ?? (typedKeys.length === 1 ? typedKeys[0] : undefined);
  if (code) return { ok: true, code };
  const nearly = nearlyCode(text, stretches);
  return nearly
    ? { ok: false, why: 'mistyped', message: wrongWith(nearly) }
    : {
        ok: false,
        why: 'none',
        message: 'Không thấy mã hồ sơ trong ô này. Mã có dạng DN26-XXXX-XXXX-XX, ghi ở phiếu nhận.',
      };
}
