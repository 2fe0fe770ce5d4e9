import { findLegacy } from './legacy-words.ts';
import { findLostLetters } from './lost-letters.ts';
import { findViqr } from './viqr.ts';

/** Why a text is unreadable: the word that shows it, and what to do. */
export interface Unreadable {
  why: 'legacy' | 'mojibake' | 'lost' | 'private';
  message: string;
}

const converted =
  'Hãy đổi sang Unicode rồi gửi lại: mở công cụ chuyển mã của UniKey (Ctrl+Shift+F6), hoặc gõ lại với bảng mã Unicode.';

const legacy = (name: string, word: string): Unreadable => ({
  why: 'legacy',
  message: `Chữ gõ bằng bảng mã ${name}, máy khác không đọc được (“${word}”). ${converted}`,
});

/**
 * UTF-8 read as Windows-1252, Windows-1258 or Mac Roman, once or twice. Not `XÃ”`, `está»` or `São`: a second byte that text in
 * Vietnamese, French or Portuguese may have there counts only between the letters that it stands between.
 */
const mojibake =
  /á[º»][^\s.,;:!?)\]}"'’”]|[ÄĂ][ƒ‘]|Æ[°¡]|[a-z][ÃĂ][¡¢£¨©ª¬²³´µ¹º½]|(?:^|[^\p{L}])[ÃĂ][¡¢£¨©ª¬²³´µ¹º½][a-z]|Ã¡Â|Ã[ƒ„†]|·[∫ª]|ƒ[Éëê]|∆[°∞]/u;
/** A sign that every match of `mojibake` has: most texts have none, and need no closer look. */
const mojibakeSign = /[ÃÄĂÆƒ∆·]|á[º»]/;
const around = 6;

/** Why a cleaned text is unreadable: an old encoding, a wrong encoding or lost letters; null for a readable text. */
export function findUnreadable(text: string): Unreadable | null {
  if (/\p{Co}/u.test(text)) {
    return {
      why: 'private',
      message:
        'Có ký tự riêng của một phông chữ, máy khác không đọc được. Hãy xóa ký tự đó hoặc thay bằng ký tự thường.',
    };
  }
  const [garbled] = (mojibakeSign.test(text) && mojibake.exec(text)) || [];
  if (garbled !== undefined) {
    const at = text.indexOf(garbled);
    const shown = text.slice(Math.max(0, at - around), at + garbled.length + around).trim();
    return {
      why: 'mojibake',
      message: `Chữ bị đọc sai bảng mã (“${shown}”). Hãy chép lại từ bản gốc, hoặc lưu tệp dạng Unicode (UTF-8) rồi gửi lại.`,
    };
  }
  const lost = findLostLetters(text);
  if (lost !== undefined) {
    return { why: 'lost', message: `Có chữ cái bị mất (“${lost}”). Hãy chép lại từ bản gốc hoặc gõ lại.` };
  }
  const old = findLegacy(text);
  if (old) return legacy(old.table.name, old.word);
  const viqr = findViqr(text);
  return viqr === undefined ? null : legacy('VIQR', viqr);
}
