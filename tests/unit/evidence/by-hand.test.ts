import { deleteUnwanted } from '../../../src/evidence/tidy.ts';
import { tokenIn } from '../../../src/schemas/forms/kept-file.ts';
import { expect, test } from '../../fixtures/database.ts';
import { aFile } from '../../fixtures/evidence.ts';
import { byHand, filed, pdf, setUp, valuesOn } from '../../fixtures/evidence-filing.ts';
import { storedFilings } from '../../fixtures/filing.ts';
import { goodNomination } from '../../fixtures/nominations.ts';

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
  expect(await filed(db)).toMatchObject([{ name: 'hai.pdf', place: 1 }]);
  await deleteUnwanted(db, blobs);
  expect(blobs.held.size).toBe(1);
});

test('without script: the same form with the same files sent twice is one filing; a fourth file is not taken', async ({
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
  expect(await storedFilings(db)).toBe(1);
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
  expect(await storedFilings(db)).toBe(0);
});
