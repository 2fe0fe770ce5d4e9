/** Letters that scanning and other keyboards put where Vietnamese writes đ: eth and the African d. */
const dLookAlikes = /[ðɖ]/g;
const bigDLookAlikes = /[ÐƉ]/g;
const combiningMarks = /[\u0300-\u036f]/g;

/** The text in the form that the whole site stores and compares: NFC, with every look-alike of đ as đ. */
export const nfc = (text: string): string =>
  text.normalize('NFC').replace(dLookAlikes, 'đ').replace(bigDLookAlikes, 'Đ');

/** The text without tones, hats and capitals, đ as d: `Chuyển đổi số` → `chuyen doi so`. */
export const fold = (text: string): string =>
  nfc(text).normalize('NFKD').replace(combiningMarks, '').replace(/[đĐ]/g, 'd').toLowerCase();
