import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { cleanAnswer, cleanText } from '../../../src/vietnamese/clean-text.ts';

/** The plane of nearly all scripts, the letters of mathematics, emoji, tags; the rest is unassigned or rare. */
const all = [
  [0, 0x10000],
  [0x1d400, 0x400],
  [0x1f000, 0xb00],
  [0xe0000, 0x1f0],
  [0x10fff0, 16],
].flatMap(([from = 0, length = 0]) => Array.from({ length }, (_, at) => String.fromCodePoint(from + at)));
const breaks = /^[\n\v\r\u2028\u2029]$/;
const unseenOrBlank = /^[\s\p{M}\u2800]$/u;
const unseen = /^[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}]$/u;

test('of every character of Unicode it is known whether it stays, breaks the line, is a space, or goes', () => {
  const wrong = all.filter((character) => {
    const text = cleanText(`a${character}b`);
    if (breaks.test(character)) return text !== 'a\nb';
    if (character === '\t') return text !== 'a\tb';
    if (unseen.test(character)) return text !== 'ab';
    return /^[\p{Zs}\u2800]$/u.test(character) ? text !== 'a b' : text === 'ab';
  });
  expect(wrong.map((character) => character.codePointAt(0)?.toString(16))).toEqual([]);
  expect(cleanText('a\r\nb\r\rc')).toBe('a\nb\n\nc');
});

test('text that cannot be seen is no answer, alone or nested', () => {
  const unseenCharacters = all.filter(
    (each) => !/\p{Cs}/u.test(each) && (unseen.test(each) || unseenOrBlank.test(each)),
  );
  const unseenText = fc
    .array(fc.nat().map((at) => unseenCharacters[at % unseenCharacters.length] ?? ''))
    .map((each) => each.join(''));
  fc.assert(
    fc.property(unseenText, (text) => {
      expect(cleanText(text)).toBe('');
      expect(cleanAnswer({ a: text, b: [text] })).toEqual({ a: undefined, b: undefined });
    }),
  );
});

test('what is stored is composed, and cleaning it again changes nothing', () => {
  const marks = fc.constantFrom(
    '\u0301',
    '\u0302',
    '\u0323',
    '\u031b',
    '\u200b',
    '\u00ad',
    '\u0335',
    '\ufe0f',
  );
  const unit = fc.oneof(marks, fc.string({ unit: 'binary', maxLength: 1 }), fc.constantFrom(...'aedouĐ ế'));
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
      const text = cleanText(units.join(''));
      return text === text.normalize('NFC') && cleanText(text) === text && !/\p{M}{5}/u.test(text);
    }),
    { numRuns: 3_000 },
  );
  expect(cleanText('e\u200b\u0302')).toBe('ê');
});

test('letters that only look like Vietnamese ones are stored as Vietnamese ones', () => {
  for (const [typed, stored] of [
    ['Ðặng Văn Ɖức, ðường, ɖi, d\u0335i', 'Đặng Văn Đức, đường, đi, đi'],
    ['ﬁnish, ﬂow, ﬀ', 'finish, flow, ff'],
    ['Ｔổ ２０２６', 'Tổ 2026'],
    ['𝐍𝐠𝐮𝐲𝐞̂̃𝐧 𝒱𝓪̆𝓷 ℌ Ⓐ', 'Nguyễn Văn H A'],
    ['Nguyеn Vаn Аn', 'Nguyen Van An'],
    ['Москва, Сочи, Ελλάς', 'Москва, Сочи, Ελλάς'],
    ['Δt, Ω, µg, λmax, m², ½, ‰, ≥, ①, №, ™, CO₂', 'Δt, Ω, µg, λmax, m², ½, ‰, ≥, ①, №, ™, CO₂'],
    ["K'Hà, H’Wing, Điểu K’Rứ, Thị Ka-Nhớ", "K'Hà, H’Wing, Điểu K’Rứ, Thị Ka-Nhớ"],
  ] as const) {
    expect(cleanText(typed)).toBe(stored);
  }
});

test('the private bullets, arrows and ticks of Word become signs; other private characters stay, to be refused', () => {
  expect(cleanText('\uf0b7 một\n\uf0a7 hai \uf0e0 ba \uf0fc')).toBe('• một\n• hai → ba ✓');
  expect(cleanText('a\ue123\uf06d')).toBe('a\ue123\uf06d');
});

test('an emoji that is joined of others falls into its parts', () => {
  expect(cleanText('👩‍👩‍👧 ❤️ 👍🏽')).toBe('👩👩👧 ❤ 👍🏽');
});
