import { normalize } from './compose.ts';
import { cannotRead, type Read, read } from './read.ts';

/** Digits of the shortest telephone number without area code. */
const leastDigits = 6;

/** Accepts a text with a telephone number and keeps it unchanged: people can read two numbers, extensions and notes. */
export function readPhone(written: string): Read<string> {
  const digits = written.replace(/\D/g, '').length;
  if (digits === 0) return cannotRead('chưa có chữ số nào');
  return digits < leastDigits ? cannotRead('có ít chữ số quá') : read(written);
}

/** A number with fewer digits does not identify a telephone. */
const fewestDigits = 8;

/** All telephone numbers in a text as digits, without country code and extension. */
export const phonesIn = (written: string): string[] =>
  normalize(written, 'NFKC')
    .split(/[,;/|\n]|\s\p{Dash}\s|\s(?:hoặc|và)\s/iu)
    .map((number) => number.replace(/(?:máy lẻ|số lẻ|nhánh|ext).*/i, ''))
    .map((number) => number.replace(/\D/g, '').replace(/^(?:00)?84/, '0'))
    .filter(({ length }) => length >= fewestDigits);

const notAscii = /[^\u0020-\u007e]/u;
const address = /^[^\s@<>(),;:"\\]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i;

/** Removes text around an e-mail address: `mailto:`, a name with brackets, spaces, a full stop at the end. */
function tidyEmail(written: string): string {
  const [, inBrackets = written] = /<([^<>]{3,254})>/.exec(written) ?? [];
  return inBrackets
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[.,;]$/, '')
    .replace(/ ?([@.]) ?/g, '$1')
    .trim();
}

/** Reads one e-mail address, tidied. Reports letters with marks and other slips, and never repairs them. */
export function readEmail(written: string): Read<string> {
  const email = tidyEmail(written);
  if (notAscii.test(email)) return cannotRead('có chữ mang dấu: hãy tắt bộ gõ tiếng Việt rồi gõ lại');
  if (/@[^@]*@/.test(email)) return cannotRead('có nhiều địa chỉ: hãy ghi một địa chỉ');
  if (!email.includes('@')) return cannotRead('thiếu dấu @');
  if (/\s/.test(email)) return cannotRead('có dấu cách ở giữa');
  const isAddress = address.test(email) && !email.startsWith('.') && !/\.\.|\.@/.test(email);
  return isAddress ? read(email) : cannotRead('chưa đúng dạng');
}

const hostOf = (link: string): string => {
  try {
    return new URL(link).hostname;
  } catch {
    return '';
  }
};

/** Reads a web address: adds a missing `https://`, removes brackets and the full stop of a sentence. */
export function readLink(written: string): Read<string> {
  const text = written
    .trim()
    .replace(/^<([^<>]*)>$/, '$1')
    .replace(/[.,;]$/, '');
  if (/\s/.test(text)) return cannotRead('có dấu cách: hãy ghi một địa chỉ, không kèm chữ khác');
  const hasScheme = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text);
  if (hasScheme && !/^https?:\/\//i.test(text)) return cannotRead('cần bắt đầu bằng https:// hoặc http://');
  const link = hasScheme ? text : `https://${text.replace(/^\/+/, '')}`;
  const host = hostOf(link);
  return /^[^.].*\.[^.]{2,}$/.test(host) ? read(link) : cannotRead('chưa phải địa chỉ trang');
}
