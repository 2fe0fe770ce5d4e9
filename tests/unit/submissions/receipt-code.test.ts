import { expect, test } from '@playwright/test';
import { newReceiptCode, parseReceiptCode } from '../../../src/submissions/receipt-code.ts';

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
  for (let round = 0; round < 50; round += 1) {
    const plain = newReceiptCode(now).replaceAll('-', '');
    for (let at = 4; at < plain.length; at += 1) {
      for (const other of alphabet) {
        if (other === plain[at]) continue;
        expect(parseReceiptCode(plain.slice(0, at) + other + plain.slice(at + 1))).toBeNull();
      }
      const [one = '', two = ''] = [plain[at - 1], plain[at]];
      const swapped = plain.slice(0, at - 1) + two + one + plain.slice(at + 1);
      if (at > 4 && one !== two) expect(parseReceiptCode(swapped)).toBeNull();
    }
  }
});

test('what is no code is refused: empty, too long, other letters, other scripts', () => {
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
