import { withdraw } from '../../../../src/filing/follow-up/withdraw.ts';
import { writeWorkbook } from '../../../../src/platform/spreadsheet/write-workbook.ts';
import { fileTable } from '../../../fixtures/batch.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { clock, gatedBatchTools, noticedPage } from '../../../fixtures/gate.ts';
import { countStored } from '../../../fixtures/intake.ts';
import {
  cellsOf,
  faultyCells,
  goodCells,
  goodRows,
  headings,
  pastedTable,
} from '../../../fixtures/tables.ts';

async function pageOf(answer: Response) {
  const { document, value, token, said, title } = await noticedPage(answer);
  return {
    shared: { waitToken: token, lo: value('lo'), khoa: value('khoa') },
    said,
    table: document.querySelector('textarea')?.textContent?.trim() ?? '',
    title,
  };
}

test('without script the page comes back with its whole table, also of a file, waits, and files after that', async ({
  db,
}) => {
  const { gate, pass } = clock();
  const tools = gatedBatchTools(db, { gate });
  const workbook = writeWorkbook([{ name: 'Bảng', widths: [], rows: [headings, ...goodRows(3)] }]);
  const first = await fileTable(tools, '', { file: workbook });
  expect([first.status, first.headers.get('retry-after')]).toEqual([428, '5']);
  const page = await pageOf(first);
  expect(page.title).toMatch(/^Còn một bước nữa/);
  expect(page.said).toContain('Bảng chưa được gửi; nội dung đã nhập còn nguyên dưới đây.');
  expect(page.said).toContain('sau 5 giây nữa, bấm gửi lần nữa là xong.');
  expect(cellsOf(page.table)).toEqual([headings, ...goodRows(3)]);
  const send = () => fileTable(tools, page.table, { shared: page.shared });
  pass(3_100);
  expect((await pageOf(await send())).said).toContain('sau 2 giây nữa');
  pass(1_900);
  const filed = await send();
  expect(filed.status).toBe(303);
  // The answer was lost: the same press finds the same list.
  expect((await send()).headers.get('location')).toBe(filed.headers.get('location'));
  expect(await countStored(db)).toBe(3);
});

test('time spent on correcting returned rows counts as waiting, and a token files once', async ({ db }) => {
  const { gate, pass } = clock();
  const tools = gatedBatchTools(db, { gate });
  const wrong = await pageOf(await fileTable(tools, pastedTable([faultyCells('A')])));
  pass(5_000);
  const rows = [goodCells('A', '1'), faultyCells('B', '2')];
  const part = await fileTable(tools, pastedTable(rows), { shared: wrong.shared });
  expect(part.status).toBe(422);
  const page = await pageOf(part);
  expect(page.title).toContain('Đã nhận 1 dòng, còn 1 dòng cần sửa');
  expect(page.shared.waitToken).not.toBe(wrong.shared.waitToken);
  const mended = pastedTable([goodCells('B', '2')]);
  expect((await fileTable(tools, mended, { shared: wrong.shared })).status).toBe(428);
  pass(5_000);
  expect((await fileTable(tools, mended, { shared: page.shared })).status).toBe(303);
  expect(await countStored(db)).toBe(2);
});

test('without script, a late retry of a table with a withdrawn row is challenged before it files anything', async ({
  db,
}) => {
  const { gate, pass } = clock();
  const tools = gatedBatchTools(db, { gate });
  const table = pastedTable(goodRows(1));
  const { shared } = await pageOf(await fileTable(tools, table));
  pass(5_000);
  await fileTable(tools, table, { shared });
  const { rows } = await db.query<{ code: string }>('select code from submissions');
  await withdraw(db, rows[0]?.code ?? '');
  const retry = await fileTable(tools, table, { shared });
  expect([retry.status, await countStored(db)]).toEqual([428, 1]);
  const asked = await pageOf(retry);
  pass(5_000);
  expect((await fileTable(tools, table, { shared: asked.shared })).status).toBe(303);
  expect(await countStored(db)).toBe(2);
});
