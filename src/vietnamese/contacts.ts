import { normalize } from './compose.ts';
import { cannotRead, read, type Read } from './read.ts';

/** Digits of the shortest number that a person is called by, without its area code. */
const leastDigits = 6;

/** A text with a telephone number in it, as it was written: two numbers, an extension, a note are for people to read. */
export function readPhone(written: string): Read<string> {
  const digits = written.replace(/\D/g, '').length;
  if (digits === 0) return cannotRead('chưa có chữ số nào');
  return digits < leastDigits ? cannotRead('có ít chữ số quá') : read(written);
}

/** Fewer digits name nobody among all telephones. */
const fewestDigits = 8;

/** The numbers in a text that may hold several, each as its digits: the country code is left out, and an extension. */
export const phonesIn = (written: string): string[] =>
  normalize(written, 'NFKC')
    .split(/[,;/|\n]|\s\p{Dash}\s|\s(?:hoặc|và)\s/iu)
    .map((number) => number.replace(/(?:máy lẻ|số lẻ|nhánh|ext).*/i, ''))
    .map((number) => number.replace(/\D/g, '').replace(/^(?:00)?84/, '0'))
    .filter(({ length }) => length >= fewestDigits);

const notAscii = /[^\u0020-\u007e]/u;
const address = /^[^\s@<>(),;:"\\]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i;

/** What was written around an e-mail address taken away: `mailto:`, a name with brackets, spaces, a full stop at the end. */
function tidyEmail(written: string): string {
  const [, inBrackets = written] = /<([^<>]{3,254})>/.exec(written) ?? [];
  return inBrackets
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[.,;]$/, '')
    .replace(/ ?([@.]) ?/g, '$1')
    .trim();
}

/** One e-mail address, tidied; letters with marks and other slips are named, never repaired. */
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

/** The address of a page: with `https://` where none was written, without brackets and the full stop of a sentence. */
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
