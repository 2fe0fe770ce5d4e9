import {
  isWithinLimit,
  senderAt,
  submissionsAnHour,
} from '../../../../src/filing/abuse/server/submission-limit.ts';
import { batchList, batchReceipt } from '../../../../src/filing/batches/server/batch-receipt.ts';
import { findBatch, saveRows } from '../../../../src/filing/batches/server/store.ts';
import { receiptKeys } from '../../../../src/filing/receipts/server/receipt-key.ts';
import { openDatabase } from '../../../../src/platform/postgres.ts';
import { batchTools, fileTable } from '../../../fixtures/batch.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { firstSheetRows } from '../../../fixtures/first-sheet.ts';
import { countStored } from '../../../fixtures/intake.ts';
import { type Cut, startCutProxy } from '../../../fixtures/kill/cut-proxy.ts';
import { arm, disarm, storeFaults } from '../../../fixtures/kill/store-faults.ts';
import { faultyCells, goodCells, goodRows, pastedTable } from '../../../fixtures/tables.ts';

const json = { accept: 'application/json' };

const codesIn = async (answer: Response): Promise<string[]> =>
  (await answer.json()).rows.map(({ code }: { code: string }) => code);

test('PostgreSQL failing at any point of a table: no row without its answer, and the table sent again is whole', async ({
  db,
}) => {
  for (const [index, fault] of storeFaults.entries()) {
    await test.step(fault.name, async () => {
      const table = pastedTable(goodRows(20, 1 + index * 20));
      const before = await countStored(db);
      await arm(db, fault);
      expect((await fileTable(batchTools(db), table, { headers: json })).status).toBe(503);
      expect(await countStored(db)).toEqual(before);
      await disarm(db);
      const answer = await fileTable(batchTools(db), table, { headers: json });
      expect(new Set(await codesIn(answer)).size).toBe(20);
      expect(await countStored(db)).toBe(20 * (index + 1));
    });
  }
});

const cuts: readonly Cut[] = [
  'before the statement',
  'within the statement',
  'after the statement',
  'within the answer',
];

test('the line cut at any point of a table: sent again, every row is there once, under its first code', async ({
  db,
  databaseUrl,
}) => {
  const line = await startCutProxy(databaseUrl);
  const far = openDatabase(line.url);
  for (const [index, cut] of cuts.entries()) {
    await test.step(cut, async () => {
      const table = pastedTable(goodRows(10, 1 + index * 10));
      line.setCut(cut);
      expect((await fileTable(batchTools(far), table, { headers: json })).status).toBe(503);
      line.setCut('none');
      line.resetAll();
      const stored = await db.query<{ code: string }>(
        `select code from submissions where answers->>'name' = any($1)`,
        [goodRows(10, 1 + index * 10).map(([, name]) => name)],
      );
      const codes = await codesIn(await fileTable(batchTools(far), table, { headers: json }));
      expect(new Set(codes).size).toBe(10);
      for (const { code } of stored.rows) expect(codes).toContain(code);
      expect(await countStored(db)).toBe(10 * (index + 1));
    });
  }
  await far.end();
  line.close();
});

test('a retry gets the same codes if the instance died after storing and before answering', async ({
  db,
}) => {
  const codes: string[] = [];
  const dying = batchTools(db, {
    save: async (table) => {
      const saved = await saveRows(db, table);
      if (saved.ok) codes.push(...saved.rows.map(({ code }) => code));
      throw new Error('The instance is gone.');
    },
  });
  const table = pastedTable([...goodRows(5), faultyCells('Thiếu', '6')]);
  expect((await fileTable(dying, table)).status).toBe(503);
  const answer = await fileTable(batchTools(db), table, { headers: json });
  expect(answer.status).toBe(207);
  expect((await codesIn(answer)).filter(Boolean).toSorted()).toEqual(codes.toSorted());
  expect(codes).toHaveLength(5);
});

test('the limit of an hour reached in the middle: the first rows are taken, and the others are named', async ({
  db,
}) => {
  const now = new Date();
  const sender = senderAt(db, '192.0.2.9', now);
  const tools = batchTools(db, {
    save: (table) => saveRows(db, table, { sender }),
    withinLimit: () => isWithinLimit(db, '192.0.2.9'),
  });
  const send = (rows: string[][]) => fileTable(tools, pastedTable(rows), { headers: json });
  for (const from of [1, 101]) expect((await send(goodRows(100, from))).status).toBe(201);
  // Sent again they are neither stored nor counted as submissions: the try itself is.
  expect((await send(goodRows(100, 101))).status).toBe(201);
  expect((await send(goodRows(20, 201))).status).toBe(201);
  const answer = await send(goodRows(100, 221));
  expect(answer.status).toBe(207);
  const { rows } = await answer.json();
  const taken = rows.filter(({ code }: { code?: string }) => code);
  expect(taken.map(({ row }: { row: number }) => row)).toEqual(
    Array.from({ length: submissionsAnHour - 221 }, (_, index) => 221 + index),
  );
  expect(rows.at(-1)).toEqual({
    row: 320,
    errors: [{ field: '', message: expect.stringContaining('chưa được nhận') }],
  });
  const over = await send(goodRows(3, 400));
  expect(over.status).toBe(429);
  expect(over.headers.get('retry-after')).toBe('60');
  expect(await countStored(db)).toBe(299);
  // What is in the store is still found by who sent it.
  expect((await send(goodRows(100, 1))).status).toBe(201);
});

const receiptPage = `<!doctype html><html><head><title>Danh sách</title></head><body><div data-part="found" hidden><h1 data-slot="count"></h1>
<a data-list="ma-ho-so.csv" href="/"></a><section data-outcomes hidden><table><tbody></tbody></table></section></div><div data-part="unknown"></div></body></html>`;

test('the list of codes opens with its key alone, as page and as file, and survives erasure of its rows', async ({
  db,
}) => {
  const filed = await fileTable(
    batchTools(db),
    pastedTable([goodCells('Tập thể =A', '1'), goodCells('+B', '2')]),
  );
  const address = new URL(filed.headers.get('location') ?? '', 'http://localhost:8888');
  const tools = {
    find: (batch: string) => findBatch(db, batch),
    readPage: async () => receiptPage,
    keys: receiptKeys(db),
  };
  const page = await batchReceipt(new Request(address), tools);
  expect(page.status).toBe(200);
  expect(page.headers.get('referrer-policy')).toBe('strict-origin');
  const html = await page.text();
  expect(html).toContain('Đã nhận 2 hồ sơ');
  expect(html).toMatch(/\/de-cu\/da-nhan\/\?ma=DN\d\d-[^"]+(&amp;|&)khoa=/);
  const list = (file: string) =>
    batchList(new Request(`http://localhost:8888/x${address.search}`), file, tools);
  const csv = await (await list('ma-ho-so.csv')).text();
  expect(csv.split('\r\n')[2]).toMatch(/^2,'\+B,DN\d\d-/);
  const book = firstSheetRows(new Uint8Array(await (await list('ma-ho-so.xlsx')).arrayBuffer()));
  expect(book?.map((row) => row[1])).toEqual(['Tên', 'Tập thể =A', '+B']);

  const other = new URL(address);
  other.searchParams.set('khoa', receiptKeys(db).tables.of('another'));
  const bare = await batchReceipt(new Request('http://localhost:8888/de-cu/nhieu/da-nhan/'), tools);
  expect([bare.status, /DN\d\d-/.test(await bare.text())]).toEqual([200, false]);
  for (const wrong of [other, new URL('/x?lo=a&khoa=b', address)]) {
    const answer = await batchReceipt(new Request(wrong), tools);
    expect([answer.status, /DN\d\d-/.test(await answer.text())]).toEqual([404, false]);
    expect((await batchList(new Request(wrong), 'ma-ho-so.csv', tools)).status).toBe(404);
  }
  await db.query(`delete from submissions where answers->>'name' = '+B'`);
  expect(await (await batchReceipt(new Request(address), tools)).text()).toContain('Đã nhận 1 hồ sơ');
});

test('rows join only a batch whose key their sender holds', async ({ db }) => {
  const lo = 'AAAAAAAAAAAAAAAAAAAAAA';
  const answer = await fileTable(batchTools(db), pastedTable([goodCells('A')]), { shared: { lo, khoa: lo } });
  expect(answer.headers.get('location')).not.toContain(lo);
  expect(await findBatch(db, lo)).toEqual([]);
});
