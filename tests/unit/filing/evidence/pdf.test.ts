import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from '@playwright/test';
import { maxFileBytes } from '../../../../src/filing/definitions/uploaded-file.ts';
import { checkFile } from '../../../../src/filing/evidence/server/check-file.ts';
import { aPdf, aPdfOf, objectStream } from '../../../fixtures/evidence.ts';

const outcome = (bytes: Uint8Array<ArrayBuffer>) => {
  const checked = checkFile('ke-hoach.pdf', bytes);
  return checked.ok ? 'taken' : checked.message;
};

const script = '<</S/JavaScript/JS(app.alert(1))>>';

test('a PDF is stored byte by byte, with or without compressed objects', async () => {
  const made = await PDFDocument.create();
  const font = await made.embedFont(StandardFonts.Helvetica);
  made.addPage().drawText('Ke hoach', { font });
  for (const useObjectStreams of [true, false]) {
    const bytes = new Uint8Array(await made.save({ useObjectStreams }));
    const checked = checkFile('ke-hoach.pdf', bytes);
    expect(checked).toMatchObject({ ok: true, facts: { kind: 'pdf', bytes: bytes.length } });
    expect(checked.ok && Buffer.from(checked.bytes).equals(Buffer.from(bytes))).toBe(true);
  }
  expect(outcome(aPdf(objectStream('1 0 <</Title(Ke hoach)>>')))).toBe('taken');
});

test('a PDF without a proper end is refused: cut off, or followed by another file', () => {
  const whole = aPdf();
  expect(outcome(whole)).toBe('taken');
  expect(outcome(whole.slice(0, -20))).toContain('thiếu phần cuối');
  expect(outcome(aPdf('', `\n${'PK\x05\x06'.padEnd(2_000)}`))).toContain('thiếu phần cuối');
  expect(outcome(new Uint8Array(Buffer.from('%PDF-1.7 nothing %%EOF')))).toContain('thiếu phần cuối');
});

test('a PDF with a password or with hidden active content is refused', () => {
  expect(outcome(aPdf('', '\n', '/Encrypt 5 0 R'))).toContain('mật khẩu');
  expect(outcome(aPdf('', '\n', '/#45ncrypt 5 0 R'))).toContain('mật khẩu');
  const hidden = [
    `5 0 obj${script}endobj`,
    '5 0 obj<</S/J#61vaScript/JS(app.alert(1))>>endobj',
    '5 0 obj<</S/Launch/F(cmd.exe)>>endobj',
    objectStream(`5 0 ${script}`),
    objectStream('5 0 <</S/J#61vaScript>>'),
    objectStream(`5 0 ${script}`).replace('/ObjStm', '/#4fbjStm'),
    objectStream(`5 0 ${script}`).replace('>>stream', `/A(${'x'.repeat(500)})>>stream`),
  ];
  for (const objects of hidden) expect(outcome(aPdf(objects)), objects).toContain('mã lệnh');
  const unreadable = [
    objectStream(`5 0 ${script}`, '/Filter/LZWDecode'),
    objectStream(`5 0 ${script}`, '/Filter/FlateDecode/DecodeParms<</Predictor 12>>'),
    objectStream(' '.repeat(64 * 1024 * 1024)),
  ];
  for (const objects of unreadable) expect(outcome(aPdf(objects))).toContain('đóng gói khác thường');
});

test('4 MB are taken, one byte more is not', () => {
  expect(outcome(aPdfOf(maxFileBytes))).toBe('taken');
  expect(outcome(aPdfOf(maxFileBytes + 1))).toContain('quá 4 MB');
});
