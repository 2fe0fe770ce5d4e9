import { compose, normalize } from './compose.ts';
import { toVietnameseD } from './look-alikes.ts';

const combiningMarks = /[\u0300-\u036f]/g;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** The text in the form that the whole site compares: NFC, nothing in it that cannot be seen, with every look-alike of đ as đ. */
export const nfc = (text: string): string => toVietnameseD(compose(text.replace(invisible, '')));

/** The text without tones, hats and capitals, đ as d: `Chuyển đổi số` → `chuyen doi so`. */
export const fold = (text: string): string =>
  normalize(nfc(text), 'NFKD').replace(combiningMarks, '').replace(/[đĐ]/g, 'd').toLowerCase();
