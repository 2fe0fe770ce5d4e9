import { expect, test } from '@playwright/test';
import { receiptPdf } from '../../../src/pdf/receipt/receipt-pdf.ts';
import { checkProof } from '../../../src/proof/check-proof.ts';
import { readProof } from '../../../src/proof/read-proof.ts';
import { aProof, newSigner } from '../../fixtures/a-proof.ts';
import { readObjects } from './pdf-objects.ts';
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
  const { text, missingGlyphs } = readReceipt(await receiptPdf(aProof(signer, { achievements }), facts));
  expect(missingGlyphs).toBe(0);
  expect(joined(text)).toContain(alphabet);
  expect(joined(text)).toContain(alphabet.toLocaleUpperCase('vi'));
});

test('it holds code, time, questions, answers, what is next, and the slots that the owner fills', async () => {
  const text = joined(readReceipt(await receiptPdf(aProof(signer), facts)).text);
  for (const words of [
    'DN26-ABCD-EFGH-JK',
    '10:04 ngày 25 tháng 11 năm 2026',
    'Tên tập thể được đề cử Tập thể thử',
    'Sở Nội vụ kiểm tra phiếu.',
    '[điền: Sở Nội vụ công bố]',
    'không thay hồ sơ đề nghị khen thưởng',
    'https://thidua.example/xac-minh/',
  ])
    expect(text).toContain(words);
});

test('the file is found genuine as it is, and so is the signature that it prints', async () => {
  const bytes = await receiptPdf(aProof(signer), facts);
  const printed = readReceipt(bytes).text;
  for (const brought of [new TextDecoder().decode(bytes), printed.slice(printed.indexOf('eyJ'))]) {
    const read = readProof(brought);
    expect(read && (await checkProof(read, [signer.publicKey])).kind).toBe('genuine');
  }
});

test('without a key it says that it is unsigned, and how to check it by its code', async () => {
  const text = joined(readReceipt(await receiptPdf(aProof(null), facts)).text);
  expect(text).toContain('không có chữ ký số');
  expect(text).toContain('nhập mã hồ sơ ở trang Tra cứu');
});

test('letters of other scripts stand as a question mark, and long texts go on on further sheets', async () => {
  const proof = aProof(signer, { achievements: `Thử 漢 😀. ${'Rút ngắn thời gian. '.repeat(140)}` });
  const { text, missingGlyphs, pages } = readReceipt(await receiptPdf(proof, facts));
  expect(joined(text)).toContain('Thử ? ?.');
  expect(missingGlyphs).toBe(0);
  expect(pages).toBeGreaterThan(1);
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
  const steps = stepsOf(await receiptPdf(aProof(signer, { indicators }), facts));
  const [plain, apart] = [14.5, 17.5].map((step) => steps.filter((each) => each === step).length);
  expect(apart).toBeGreaterThanOrEqual(2);
  expect(plain).toBeGreaterThanOrEqual(3);
});
