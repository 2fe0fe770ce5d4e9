import { fold } from './fold.ts';
import { cannotRead, type Read, read } from './read.ts';

/** Longest text that can be a figure. */
const maxLength = 40;
const grouped = /^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?: \d{3})+$/;

const magnitude = /\b(?:nghin|ngan|trieu|ty|ti)\b/;

/** Tells in plain words why a text is not a number. */
function whyNoNumber(text: string): string {
  if (magnitude.test(text)) return 'ghi bằng chữ số, không dùng “nghìn”, “triệu”, “tỷ”';
  if (/^\d+\.\d+$/.test(text))
    return 'có dấu chấm không rõ là phần nghìn hay phần lẻ; phần lẻ ghi sau dấu phẩy';
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) {
    return 'có dấu phẩy không rõ là phần nghìn hay phần lẻ; phần nghìn ghi bằng dấu chấm hoặc không dấu';
  }
  return /\d/.test(text) ? 'chỉ ghi một số, không kèm chữ' : 'cần là một số';
}

/**
 * Reads a number in Vietnamese notation: “1980”, “1.980”, “1 980”, “1.980,5”. Refuses ambiguous numbers (“1.5”, “1,980”).
 */
export function readNumber(written: string): Read<number> {
  const text = fold(written.slice(0, maxLength + 1)).trim();
  if (written.length > maxLength) return cannotRead('dài quá một số');
  const [, whole = '', part] = /^([\d. ]+)(?:,(\d+))?$/.exec(text) ?? [];
  if (!/^\d+$/.test(whole) && !grouped.test(whole)) return cannotRead(whyNoNumber(text));
  const isUnclear = part?.length === 3 && !grouped.test(whole) && whole !== '0';
  if (isUnclear) return cannotRead(whyNoNumber(text));
  return read(Number(`${whole.replace(/[. ]/g, '')}.${part ?? '0'}`));
}

/** Reads a percentage from 0 to 100: “66,7”, “66.7%”, “70 phần trăm”. Refuses a fraction of one (“0,7”). */
export function readShare(written: string): Read<number> {
  const text = fold(written.slice(0, maxLength)).trim();
  const [, figure, sign] = /^(\d{1,3}(?:[.,]\d{1,2})?) ?(%|phan tram)?$/.exec(text) ?? [];
  if (!figure) return cannotRead(/\d/.test(text) ? 'chỉ ghi một số' : 'cần là một số');
  const value = Number(figure.replace(',', '.'));
  if (!sign && value > 0 && value < 1) return cannotRead('ghi theo phần trăm, không phải phần của một');
  return read(value);
}
