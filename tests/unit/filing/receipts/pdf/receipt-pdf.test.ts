import { expect, test } from '@playwright/test';
import { receiptPdf } from '../../../../../src/filing/receipts/pdf/receipt-pdf.ts';
import { checkReceipt } from '../../../../../src/filing/receipts/signing/check-receipt.ts';
import { readBroughtReceipt } from '../../../../../src/filing/receipts/signing/read-receipt.ts';
import { aReceipt, newSigner } from '../../../../fixtures/a-receipt.ts';
import { readObjects } from '../../../../fixtures/pdf-objects.ts';
import { readReceipt } from './receipt-text.ts';

const facts = {
  nextStep: 'Sở Nội vụ kiểm tra phiếu.',
  isNomination: true,
  siteUrl: 'https://thidua.example',
  printedAt: new Date('2026-11-26T00:00:00Z'),
};
const joined = (text: string) => text.replace(/\s+/g, ' ');
const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) =>
  ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((mark) => (vowel + mark).normalize('NFC')),
);
const alphabet = [...vowels, ...'đbcdghklmnpqrstvx'].join(' ');
const signer = newSigner();

test('every Vietnamese letter is a real glyph and can be read back, in NFC', async () => {
  const achievements = `${alphabet}\n${alphabet.toLocaleUpperCase('vi')}`;
  const { text, missingGlyphs } = readReceipt(await receiptPdf(aReceipt(signer, { achievements }), facts));
  expect(missingGlyphs).toBe(0);
  expect(joined(text)).toContain(alphabet);
  expect(joined(text)).toContain(alphabet.toLocaleUpperCase('vi'));
});

test('the PDF holds code, time, questions, answers and the next step, and no slot that the owner left open', async () => {
  const text = joined(readReceipt(await receiptPdf(aReceipt(signer), facts)).text);
  for (const words of [
    'DN26-ABCD-EFGH-JK',
    '10:04 ngày 25 tháng 11 năm 2026',
    'Tên tập thể được đề cử Tập thể thử',
    'Sở Nội vụ kiểm tra phiếu.',
    'Xem https://thidua.example/lien-he/',
    'không thay hồ sơ đề nghị khen thưởng',
    'https://thidua.example/xac-minh/',
  ])
    expect(text).toContain(words);
  expect(text).not.toContain('[điền');
});

test('the file is found genuine as it is, and so is the signature that it prints', async () => {
  const bytes = await receiptPdf(aReceipt(signer), facts);
  const printed = readReceipt(bytes).text;
  for (const brought of [new TextDecoder().decode(bytes), printed.slice(printed.indexOf('eyJ'))]) {
    const read = readBroughtReceipt(brought);
    expect(read && (await checkReceipt(read, [signer.publicKey])).kind).toBe('genuine');
  }
});

test('without a key it says that it is unsigned, and how to check it by its code', async () => {
  const text = joined(readReceipt(await receiptPdf(aReceipt(null), facts)).text);
  expect(text).toContain('không có chữ ký số');
  expect(text).toContain('nhập mã hồ sơ ở trang Tra cứu');
});

test('long texts go on on further sheets', async () => {
  const receipt = aReceipt(signer, { achievements: 'Rút ngắn thời gian. '.repeat(140) });
  expect(readReceipt(await receiptPdf(receipt, facts)).pages).toBeGreaterThan(1);
});

/** Signs that units type or paste: mathematics, arrows, ticks, boxes, spaces, hyphens, other scripts, pictures. */
const signs = [
  ...'≥ ≤ ≠ ± × ÷ √ ∑ ∞ → ← ⇒ ✓ ✔ ✗ • ● ○ ■ □ ▪ ☐ ☑ ★ ⅓ № µ Ω π α ① ② © € ₫ ‰ ° ² ³'.split(' '),
  ...['\u00a0', '\u2007', '\u2009', '\u202f', '\u3000', '\u2010', '\u2011', '\u2012', '\u2013', '\u2212'],
  ...['漢', '한', 'ع', 'א', 'ก', 'Ж', '😀', '👍', '👨\u200d👩\u200d👧', '❤\ufe0f', '\u{1F1FB}\u{1F1F3}'],
];

/** What a sign may be printed as: itself, its number in Unicode, or a near sign. */
const formsOf = (letter: string) => [
  letter,
  `[U+${letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
  ' ',
  '-',
];

test('each sign is printed as itself, as a near one or by its number, never as “?”', async () => {
  const achievements = signs.map((sign) => `đầu${sign}cuối`).join('\n');
  const { text, missingGlyphs } = readReceipt(await receiptPdf(aReceipt(signer, { achievements }), facts));
  expect(missingGlyphs).toBe(0);
  const printed = [...text.matchAll(/đầu(.*)cuối/g)].map(([, sign = '']) => sign);
  expect(printed).toHaveLength(signs.length);
  for (const [index, sign] of signs.entries()) {
    const seen = [...sign].filter((letter) => !/\p{Default_Ignorable_Code_Point}/u.test(letter));
    const left = seen.reduce((rest, letter) => {
      const form = formsOf(letter).find((each) => rest.startsWith(each));
      return form === undefined ? `${rest} without ${letter}` : rest.slice(form.length);
    }, printed[index] ?? '');
    expect(left, sign).toBe('');
  }
});

test('it is tagged: a heading, lists of questions with their answers, a picture with its words, read in order', async () => {
  const bytes = await receiptPdf(aReceipt(signer, { achievements: 'Rút ngắn. '.repeat(290) }), facts);
  const objects = readObjects(bytes);
  const heads = [...objects.values()].map(({ head }) => head.replace(/\s+/g, ' '));
  const count = (role: string) => heads.filter((head) => head.includes(`/S /${role} `)).length;
  expect(heads.some((head) => head.includes('/MarkInfo << /Marked true >>'))).toBe(true);
  expect(heads.some((head) => head.includes('/Lang (vi)') || head.includes('/Lang <'))).toBe(true);
  expect(count('Document')).toBe(1);
  expect(count('H1')).toBe(1);
  expect(count('H2')).toBeGreaterThan(2);
  expect(count('LI')).toBe(count('Lbl'));
  expect(count('LI')).toBe(count('LBody'));
  expect(heads.find((head) => head.includes('/S /Figure '))).toMatch(/\/Alt </);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\n/.test(head));
  expect(pages.length).toBeGreaterThan(1);
  for (const { head } of pages) expect(head).toContain('/StructParents');
  const streams = [...objects.values()]
    .map(({ stream }) => stream ?? '')
    .filter((text) => text.includes(' Tj'));
  // Everything that is drawn stands in marked content, each piece once.
  for (const stream of streams) {
    const marks = [...stream.matchAll(/\b(BDC|EMC|Tj|f|S)\n/g)].map(([, name]) => name);
    let depth = 0;
    for (const mark of marks) {
      if (mark === 'BDC') depth += 1;
      else if (mark === 'EMC') depth -= 1;
      else expect(depth, mark).toBe(1);
    }
    expect(depth).toBe(0);
  }
});

/** Points from each drawn line to the next. */
const stepsOf = (bytes: Uint8Array) => {
  const streams = [...readObjects(bytes).values()].map(({ stream }) => stream ?? '').join('\n');
  const heights = [...streams.matchAll(/1 0 0 1 \S+ (\S+) Tm/g)].map(([, y]) => Number(y));
  return heights.map((y, index) => Math.round(((heights[index - 1] ?? y) - y) * 10) / 10);
};

test('the paragraphs and rows of an answer stand apart, its lines close together', async () => {
  const indicators = ['một', 'hai', 'ba'].map((name) => ({
    name: `Chỉ số ${name} ${'rất dài '.repeat(20)}`,
  }));
  const steps = stepsOf(await receiptPdf(aReceipt(signer, { indicators }), facts));
  const [plain, apart] = [14.5, 17.5].map((step) => steps.filter((each) => each === step).length);
  expect(apart).toBeGreaterThanOrEqual(2);
  expect(plain).toBeGreaterThanOrEqual(3);
});
