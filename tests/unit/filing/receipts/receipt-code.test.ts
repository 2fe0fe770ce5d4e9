import { expect, test } from '@playwright/test';
import {
  newReceiptCode,
  parseReceiptCode,
  readReceiptCode,
} from '../../../../src/filing/receipts/server/receipt-code.ts';

const now = new Date('2026-11-22T00:00:00Z');

test('a code has the form DN26-XXXX-XXXX-XC without look-alike letters', () => {
  for (let index = 0; index < 1000; index += 1) {
    expect(newReceiptCode(now)).toMatch(
      /^DN26-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/,
    );
  }
});

test('the year is that of filing in Việt Nam', () => {
  expect(newReceiptCode(new Date('2026-12-31T17:00:00Z'))).toMatch(/^DN27-/);
  expect(newReceiptCode(new Date('2026-12-31T16:59:59Z'))).toMatch(/^DN26-/);
});

test('a code is understood in any case, with or without dashes, spaces and DN, and with O, I, L for 0, 1', () => {
  const code = newReceiptCode(now);
  const spoken = code.replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase();
  for (const typed of [
    code,
    code.toLowerCase(),
    code.replaceAll('-', ''),
    code.replaceAll('-', ' – '),
    ` ${code.slice(2)} `,
    spoken,
  ]) {
    expect(parseReceiptCode(typed), typed).toBe(code);
  }
});

test('every single wrong character and every swap of neighbours is noticed', () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const unnoticed = (code: string, mistyped: string[]) =>
    mistyped.filter((typed) => parseReceiptCode(typed) !== null).map((typed) => `${code} → ${typed}`);
  for (let round = 0; round < 50; round += 1) {
    const plain = newReceiptCode(now).replaceAll('-', '');
    for (let at = 4; at < plain.length; at += 1) {
      const wrong = [...alphabet].filter((other) => other !== plain[at]);
      const replaced = wrong.map((other) => plain.slice(0, at) + other + plain.slice(at + 1));
      const [one = '', two = ''] = [plain[at - 1], plain[at]];
      const swapped = plain.slice(0, at - 1) + two + one + plain.slice(at + 1);
      expect(unnoticed(plain, at > 4 && one !== two ? [...replaced, swapped] : replaced)).toEqual([]);
    }
  }
});

test('anything but a code is refused: empty, too long, other letters, other scripts', () => {
  for (const typed of [
    '',
    'DN26',
    'abc',
    `${newReceiptCode(now)}0`,
    'DN26-UUUU-UUUU-UU',
    '../../etc',
    'Đ'.repeat(10),
  ]) {
    expect(parseReceiptCode(typed), typed).toBeNull();
  }
});

/** How far a share may fall by chance where the check character leaves two readings. */
const many = 400;

/** What Telex makes of a code, as UniKey does where it knows the syllable: doubled letters, W, and tones behind a vowel. */
const telex = (code: string): string =>
  code
    .replace(/AA/g, 'Â')
    .replace(/EE/g, 'Ê')
    .replace(/DD/g, 'Đ')
    .replace(/AW/g, 'Ă')
    .replace(/W/g, 'Ư')
    .replace(/([AEÂÊĂƯY])([SFRXJ])/g, (_, vowel: string, key: string) =>
      (vowel + ({ S: '\u0301', F: '\u0300', R: '\u0309', X: '\u0303', J: '\u0323' }[key] ?? '')).normalize(
        'NFC',
      ),
    );

const vni = (code: string): string =>
  code
    .replace(/([AE])6/g, (_, vowel: string) => `${vowel}\u0302`)
    .replace(/A8/g, 'Ă')
    .replace(/D9/g, 'Đ')
    .replace(
      /([AEY]\u0302?|Ă)([12345])/g,
      (_, vowel: string, key: string) =>
        vowel + ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'][Number(key) - 1],
    )
    .normalize('NFC');

for (const [method, slip] of Object.entries({ telex, vni })) {
  test(`what ${method} made of a code is undone, never into another code without saying so`, () => {
    let slipped = 0;
    let right = 0;
    while (slipped < many) {
      const code = newReceiptCode(now);
      const typed = slip(code);
      if (typed === code) continue;
      slipped += 1;
      const read = readReceiptCode(typed);
      if (read.ok && read.code === code) right += 1;
      else expect(read.ok ? read.code : read.why, `${code} → ${typed}`).toBe('mistyped');
    }
    expect(right / many).toBeGreaterThan(0.85);
  });
}

test('a code is found within other text', () => {
  for (let round = 0; round < 100; round += 1) {
    const code = newReceiptCode(now);
    const [bare, spaced] = [code.replaceAll('-', ''), code.replaceAll('-', ' ')];
    for (const typed of [
      `Mã hồ sơ: ${code}.`,
      `“${code}”`,
      `(${code.toLowerCase()})`,
      `Anh ơi, em đã nộp đề cử, mã là ${spaced} ạ, anh xem giúp em với.`,
      `https://vi.du.vn/de-cu/da-nhan/?ma=${code}&khoa=abcDEF_-123`,
      `https://vi.du.vn/tra-cuu/?ma=${encodeURIComponent(code).replaceAll('-', '%2D')}`,
      code.replaceAll('-', '\n'),
      code.replaceAll('-', '\u2011'),
      code.split('').join('\u200b'),
      `\ufeff${bare}\u200e`,
      `Mã:${bare};`,
      `ĐN${code.slice(2)}`,
      code.replaceAll('A', 'А').replaceAll('C', 'С'),
      [...code]
        .map((each) => (each === '-' ? each : String.fromCharCode(each.charCodeAt(0) + 0xfee0)))
        .join(''),
      bare.split('').join(' '),
      `${code} (${code})`,
    ]) {
      expect(readReceiptCode(typed), typed).toEqual({ ok: true, code });
    }
  }
});

test('an empty text, no code, a mistyped code and two codes each get their own advice', () => {
  const [code, other] = [newReceiptCode(now), newReceiptCode(now)];
  const wrong = code.slice(0, -1) + (code.endsWith('0') ? '2' : '0');
  const cases: [string, string, RegExp][] = [
    ['', 'empty', /^Nhập mã hồ sơ/],
    [' \u200b\ufeff\u00a0\u3164 ', 'empty', /^Nhập mã hồ sơ/],
    ['Tôi quên mã rồi', 'none', /Không thấy mã/],
    ['0251 3822 501', 'none', /Không thấy mã/],
    [wrong, 'mistyped', /ký tự gõ sai/],
    [`Mã: ${wrong}`, 'mistyped', /ký tự gõ sai/],
    [wrong.slice(2), 'mistyped', /ký tự gõ sai/],
    [code.slice(0, -2), 'mistyped', /có 14 chữ và số, ở đây có 12|ký tự gõ sai/],
    [`${code}7`, 'mistyped', /có 14 chữ và số, ở đây có 15/],
    ['DN26-Ấ1Ế-ỐỐ-Ạ', 'mistyped', /tắt bộ gõ/],
    [`${code} và ${other}`, 'several', /nhiều mã/],
  ];
  for (const [typed, why, words] of cases) {
    const read = readReceiptCode(typed);
    expect(read, typed).toMatchObject({ ok: false, why });
    expect(read.ok ? '' : read.message, typed).toMatch(words);
  }
});

test('texts made to slow the reader down take no longer to read', () => {
  for (const part of ['D N ', 'DN26Ấ', 'D N Ấ A ', 'DN-', '\u0301', 'Ấ', 'DN26-']) {
    const started = performance.now();
    readReceiptCode(part.repeat(1_000_000 / part.length));
    expect(performance.now() - started, part).toBeLessThan(1_000);
  }
});
