import { maxFileBytes, readKeptFile, tokenIn } from '../../../../src/filing/definitions/uploaded-file.ts';
import { deleteUnwanted } from '../../../../src/filing/evidence/server/delete-unfiled.ts';
import { acceptedUploads } from '../../../../src/filing/evidence/server/store-uploads.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { aFile, aPdfOf } from '../../../fixtures/evidence.ts';
import { byHand, filedFiles, pdf, setUp, valuesOn } from '../../../fixtures/evidence-intake.ts';
import { countStored } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

test('without script: files are kept over a mistake elsewhere, taken out by a box, and need not be sent again', async ({
  db,
}) => {
  const { blobs, tools } = setUp(db);
  const wrong = goodNomination({ contactName: undefined });
  const name = '<script>alert(1)<\\x>"&.pdf';
  const first = await byHand(tools, wrong, [
    pdf(name),
    pdf('hai.pdf', '% 2'),
    aFile(new Uint8Array([77, 90]), 'ba.exe'),
  ]);
  expect(first.status).toBe(422);
  const html = await first.text();
  expect(html).toContain('“ba.exe”: Chỉ nhận tệp PDF');
  expect(html).toContain('Nhập “Người liên hệ”');
  expect(html).not.toContain('<script>alert');
  const values = valuesOn(html);
  expect(values).toHaveLength(2);
  expect(blobs.held.size).toBe(2);
  const again = goodNomination({ files: values, dropFiles: [tokenIn(values[0] ?? '')] });
  const second = await byHand(tools, again, []);
  expect(second.status).toBe(303);
  expect(await filedFiles(db)).toMatchObject([{ name: 'hai.pdf', place: 1 }]);
  await deleteUnwanted(db, blobs);
  expect(blobs.held.size).toBe(1);
});

test('without script: the same form with the same files sent twice is one submission; a fourth file is not taken', async ({
  db,
}) => {
  const { tools } = setUp(db);
  const three = [1, 2, 3].map((n) => pdf(`${n}.pdf`, `% ${n}`));
  const [first, second] = [
    await byHand(tools, goodNomination(), three),
    await byHand(tools, goodNomination(), three),
  ];
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(second.headers.get('location')).toBe(first.headers.get('location'));
  expect(await countStored(db)).toBe(1);
  const four = await byHand(tools, goodNomination({ name: 'Tập thể khác' }), [...three, pdf('4.pdf')]);
  expect(four.status).toBe(422);
  expect(await four.text()).toContain('“4.pdf”: đã đủ ba tệp');
});

test('without script: a button keeps the chosen files and files nothing yet', async ({ db }) => {
  const { tools } = setUp(db);
  const kept = await byHand(tools, goodNomination({ keepFiles: '1' }), [pdf('a.pdf')]);
  expect(kept.status).toBe(200);
  const html = await kept.text();
  expect(valuesOn(html)).toHaveLength(1);
  expect(html).toContain('Đã cập nhật danh sách tệp');
  expect(await countStored(db)).toBe(0);
});

test('without script, refused files are named with their reasons, not listed, and do not count', async ({
  db,
}) => {
  const { tools } = setUp(db);
  const locked = pdf('khóa.pdf', '5 0 obj<</S/Launch/F(cmd.exe)>>endobj');
  const word = aFile(new Uint8Array(Buffer.from('PK\x03\x04word', 'latin1')), 'danh sách.docx');
  const four = [locked, word, pdf('một.pdf', '% 1'), pdf('hai.pdf', '% 2'), pdf('ba.pdf', '% 3')];
  const answer = await byHand(tools, goodNomination({ keepFiles: '1' }), four);
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('“khóa.pdf”: Tệp PDF có mã lệnh');
  expect(html).toContain('“danh sách.docx”: Chỉ nhận tệp PDF');
  expect(html).toContain('Lưu thành PDF');
  expect(valuesOn(html).map((value) => readKeptFile(value)?.name)).toEqual(['một.pdf', 'hai.pdf', 'ba.pdf']);
  expect(await countStored(db)).toBe(0);
});

test('without script: the files of one request have 4 MB together, which passes the platform in base64', async ({
  db,
}) => {
  const { tools } = setUp(db);
  const half = (name: string) => aFile(aPdfOf(maxFileBytes / 2), name);
  expect((await byHand(tools, goodNomination(), [half('a.pdf'), half('b.pdf')])).status).toBe(303);
  const tooMuch = await byHand(tools, goodNomination({ name: 'Khác' }), [
    half('a.pdf'),
    half('b.pdf'),
    half('c.pdf'),
  ]);
  expect(tooMuch.status).toBe(413);
  expect(await tooMuch.text()).toContain('quá 4 MB tính chung');
  // The most that is read of such a form, in base64, is less than the platform's 6 MB.
  expect(((acceptedUploads.maxBytes + 256 * 1024) / 3) * 4).toBeLessThan(6 * 1024 * 1024);
});
