import { compose, normalize } from './compose.ts';
import { toVietnameseD } from './look-alikes.ts';

const combiningMarks = /[\u0300-\u036f]/g;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** Text in the form that the whole site compares: NFC, without invisible characters, every look-alike of đ as đ. */
export const nfc = (text: string): string => toVietnameseD(compose(text.replace(invisible, '')));

/** Removes tones, hats and capitals, and turns đ into d: `Chuyển đổi số` → `chuyen doi so`. */
export const fold = (text: string): string =>
  normalize(nfc(text), 'NFKD').replace(combiningMarks, '').replace(/[đĐ]/g, 'd').toLowerCase();
