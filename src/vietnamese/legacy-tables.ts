import { normalize } from './compose.ts';

/** A pre-Unicode encoding: maps the characters that appear when its bytes are read as Windows-1252 to the intended letters. */
export interface LegacyTable {
  id: 'tcvn3' | 'vni' | 'vps' | 'viscii' | 'windows-1258';
  /** Name in common use. */
  name: string;
  /** Misread characters → letters, or a combining mark for the letter before. */
  letters: ReadonlyMap<string, string>;
  /** The encoding has no capitals with tones: they are written as small letters in a font of capitals. */
  hasSmallToneOnly?: true;
}

const paired = (shown: string, meant: string) => {
  const letters = [...meant];
  return new Map([...shown].map((character, at) => [character, letters[at] ?? '']));
};

const vowelsInOrder = 'áàảãạấầẩẫậăắằẳẵặâđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ';

/** TCVN 5712, ABC: the fonts .VnTime, .VnArial. Its ư is a soft hyphen, which cleaning removes. */
const tcvn3: LegacyTable = {
  id: 'tcvn3',
  name: 'TCVN3 (phông .VnTime)',
  hasSmallToneOnly: true,
  letters: new Map([
    ...paired('¸µ¶·¹ÊÇÈÉË¨¾»¼½Æ©®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ', vowelsInOrder),
    ...paired('¡¢£¤¥¦§Đ', 'ĂÂÊÔƠƯĐé'),
  ]),
};

const vniTones = paired('ùøûõï', '\u0301\u0300\u0309\u0303\u0323');
const vniHats = paired('âáàåãä', 'âấầẩẫậ');
const vniBreves = paired('êéèúüë', 'ăắằẳẵặ');
const hat = (letter: string, toned: string) => normalize(toned, 'NFD').replace('a', letter);

/** VNI writes a vowel and its marks side by side: `aâ`, `oà`. */
const vni: LegacyTable = {
  id: 'vni',
  name: 'VNI (phông VNI-Times)',
  letters: new Map(
    [
      ...['a', 'e', 'o'].flatMap((vowel) =>
        [...vniHats].map(([mark, toned]) => [vowel + mark, hat(vowel, toned)] as const),
      ),
      ...[...vniBreves].map(([mark, toned]) => [`a${mark}`, toned] as const),
      ...['a', 'e', 'o', 'u', 'y', 'ô', 'ö'].flatMap((vowel) =>
        [...vniTones].map(([mark, tone]) => {
          const meant = { ô: 'ơ', ö: 'ư' }[vowel] ?? vowel;
          return [vowel + mark, meant + tone] as const;
        }),
      ),
      ...paired('íìæóòîñôö', 'íìỉĩịỵđơư'),
    ].flatMap(([shown, meant]) => [
      [shown, meant] as const,
      [shown.toUpperCase(), meant.toUpperCase()] as const,
      [
        shown.charAt(0).toUpperCase() + shown.slice(1),
        meant.charAt(0).toUpperCase() + meant.slice(1),
      ] as const,
    ]),
  ),
};

/** VPS. */
const vps: LegacyTable = {
  id: 'vps',
  name: 'VPS',
  letters: new Map([
    ...paired('áàäãåÃÀÄÅÆæ¡¢£¤¥âÇéèÈëËê‰Š‹ÍŒíìÌïÎóòÕõ†ôÓÒ°‡¶Ö§©ª«®úùûÛøÜÙØº»¿šÿ›Ïœ', vowelsInOrder),
    ...paired('ñˆ÷Đ×Þþ‚ƒ„Ž´µ·¸¹¼½¾˜™žŸ¦¨Ñ¬¯±²ý³€', 'ĐĂƠƯÈẺẼÃẤẦẰÍÌỈĨÓÒỎÕỔỖỜỞỠÙỦŨỪỬỲỶỸÀ'),
  ]),
};

/** VISCII (RFC 1456). */
const viscii: LegacyTable = {
  id: 'viscii',
  name: 'VISCII',
  letters: paired(
    'äÕ¤¥¦ç§å¡¢ÆÇ£đë¨©ª«¬®ïî¸ö÷¯°±²µ½¾¶·Þþüûøßñ×ØæÑÏÖÛÜ',
    'ảạấầẩẫậăắằẳẵặđẻẽẹếềểệỉĩịỏọốồổỗộơớờởỡợủũụưựừửữứỳỷỹỵ',
  ),
};

/** Windows-1258: Vietnamese of Windows, with tones as separate marks. */
const windows1258: LegacyTable = {
  id: 'windows-1258',
  name: 'Windows-1258',
  letters: paired('ìÌÒÞòõÕýÝãÃđĐ', '\u0301\u0300\u0309\u0303\u0323ơƠưƯăĂđĐ'),
};

/** Every encoding that is recognised. */
export const legacyTables: readonly LegacyTable[] = [tcvn3, vni, vps, viscii, windows1258];
