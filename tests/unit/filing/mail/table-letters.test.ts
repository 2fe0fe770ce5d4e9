import { sendCopies } from '../../../../src/filing/mail/send-copies.ts';
import { eraseSubmission } from '../../../../src/filing/privacy/erase.ts';
import { exportSubmission } from '../../../../src/filing/privacy/export.ts';
import { syncOnce } from '../../../fixtures/back-office.ts';
import { batchTools, fileTable } from '../../../fixtures/batch.ts';
import { expect } from '../../../fixtures/database.ts';
import { arm, disarm, storeFaults } from '../../../fixtures/kill/store-faults.ts';
import {
  confirm,
  confirmLink,
  expectRetriedUnderOneId,
  mailTools,
  openConfirmation,
  outbox,
  postTable,
  sendTable,
  test,
  to,
} from '../../../fixtures/mail.ts';
import { faultyCells, goodCells, goodRows, pastedTable } from '../../../fixtures/tables.ts';

test('a table of a hundred rows is one letter with every code; names and receipts come once its address is confirmed', async ({
  db,
  server,
}) => {
  const { codes, list } = await sendTable(db, goodRows(100));
  const tools = mailTools(db, server.url);
  expect(await sendCopies(db, tools)).toEqual({ sent: 1, givenUp: [], stoppedBy: null });
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 0 });
  expect(await outbox(db)).toEqual(
    codes.map(() => ({ attempts: 1, last_error: null, sent: true, over: false })),
  );
  const link = confirmLink(server.arrived[0]?.mail.text);
  expect(await openConfirmation(db, link)).toBe('200 ask');
  for (let time = 0; time < 2; time += 1) {
    expect((await confirm(db, link)).status).toBe(303);
    await sendCopies(db, tools);
  }
  expect(server.arrived).toHaveLength(2);
  const [first, full] = server.arrived;
  for (const letter of [first, full]) expect(letter?.to).toEqual([to]);
  expect(first?.mail).toMatchObject({ subject: 'Đã nhận bảng đề cử, 100 mã hồ sơ', attachments: [] });
  expect(full?.mail.messageId).not.toBe(first?.mail.messageId);
  const bodies = (letter: typeof first) => [letter?.mail.text, letter?.mail.html?.replaceAll('&#38;', '&')];
  for (const body of [...bodies(first), ...bodies(full)]) {
    for (const code of codes) expect(body).toContain(code);
    expect(body).toContain('Đề cử tập thể');
    expect(body).toContain('Sở Nội vụ kiểm tra phiếu.');
    for (const words of ['0251 0000 000', 'Rút gọn biểu mẫu', 'Người liên hệ thử'])
      expect(body).not.toContain(words);
  }
  for (const body of bodies(first)) {
    expect(body).not.toContain('Tập thể thử');
    expect(body).not.toContain('khoa=');
  }
  for (const body of bodies(full)) {
    for (const [index, code] of codes.entries()) expect(body).toContain(`${code}, Tập thể thử ${index + 1}`);
    expect(body).toContain(`https://thidua.example${list.pathname}${list.search}`);
  }
});

test('a table sent again, four at once or in other words of the contact, is one letter; mended rows are one of their own', async ({
  db,
  server,
}) => {
  const rows = [...goodRows(3), faultyCells('Thiếu', '4')];
  const tries = await Promise.all([1, 2, 3, 4].map(() => sendTable(db, rows)));
  expect(new Set(tries.map(({ codes }) => codes.join())).size).toBe(1);
  const tools = mailTools(db, server.url);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 1 });
  await sendTable(db, rows, { contactEmail: 'nguoi.khac@donvi.example' });
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 0 });

  const { searchParams } = tries[0]?.list ?? new URL('http://x');
  const joined = { lo: searchParams.get('lo') ?? '', khoa: searchParams.get('khoa') ?? '' };
  const mended = await sendTable(db, [...goodRows(3), goodCells('Đã sửa', '4')], joined);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 1 });
  const [first, second] = server.arrived.map(({ mail }) => mail);
  expect(second?.text).toContain(`Dòng 4: ${mended.codes[3]}`);
  expect(second?.text).not.toContain(mended.codes[0]);
  expect(second?.messageId).not.toBe(first?.messageId);
});

test('no receipt without its share of the letter, wherever PostgreSQL fails; without a server or an address there is none', async ({
  db,
}) => {
  for (const fault of storeFaults) {
    await arm(db, fault);
    expect((await postTable(db, goodRows(2))).status).toBe(503);
    await disarm(db);
    expect(await outbox(db)).toEqual([]);
  }
  await sendTable(db, goodRows(2));
  expect(await outbox(db)).toHaveLength(2);
  await sendTable(db, goodRows(2, 11), { contactEmail: '' });
  await fileTable(batchTools(db), pastedTable(goodRows(2, 21)), { shared: { contactEmail: to } });
  expect(await outbox(db)).toHaveLength(2);
});

test('a letter that fails is tried again as a whole under one Message-ID, and given up as a whole, by codes alone', async ({
  db,
  server,
  standIn,
}) => {
  const { codes } = await sendTable(db, goodRows(3));
  const tools = mailTools(db, server.url);
  await expectRetriedUnderOneId(db, server);
  server.setMood('refuses the recipient');
  const other = await sendTable(db, goodRows(2, 11));
  const { problems } = await syncOnce(db, standIn, { mail: tools });
  expect(problems).toEqual([`the copy of ${other.codes.toSorted().join(', ')} is given up`]);
  expect(codes).toHaveLength(3);
});

test('two syncs at once send each table’s letter once, between copies of single rows', async ({
  db,
  server,
}) => {
  for (let table = 0; table < 5; table += 1) await sendTable(db, goodRows(4, 1 + table * 4));
  const tools = mailTools(db, server.url);
  const reports = await Promise.all([sendCopies(db, tools), sendCopies(db, tools)]);
  expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(5);
  expect(server.arrived).toHaveLength(5);
});

test('nobody’s address is flooded: a letter about many receipts counts once', async ({ db, server }) => {
  for (let table = 0; table < 21; table += 1) await sendTable(db, goodRows(2, 1 + table * 2));
  const tools = mailTools(db, server.url);
  for (let run = 0; run < 3; run += 1) await sendCopies(db, tools);
  expect(server.arrived).toHaveLength(20);
});

test('a row that was erased before the letter went is not in it, also the first; with all of them there is no letter', async ({
  db,
  server,
}) => {
  const { codes } = await sendTable(db, goodRows(3));
  const [first = '', second = '', third = ''] = codes.toSorted();
  expect(await exportSubmission(db, first)).toMatchObject({ copy: { attempts: 0, sent_at: null } });
  await eraseSubmission(db, first, 'yeu-cau');
  const tools = mailTools(db, server.url);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 1 });
  const [letter] = server.arrived;
  expect(letter?.mail.text).not.toContain(first);
  for (const code of [second, third]) expect(letter?.mail.text).toContain(code);
  const gone = await sendTable(db, goodRows(2, 11));
  for (const code of gone.codes) await eraseSubmission(db, code, 'yeu-cau');
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 0, givenUp: [] });
  expect(await outbox(db)).toHaveLength(2);
});

test('nothing typed in a row becomes a link or markup', async ({ db, server }) => {
  await sendTable(db, [goodCells('Mời xem qua-tang.example', '1'), goodCells('Tổ <Hai> & Ba', '2')], {
    contactName: 'A\r\nBcc: ke.khac@donvi.example',
  });
  const tools = mailTools(db, server.url);
  await sendCopies(db, tools);
  await confirm(db, confirmLink(server.arrived[0]?.mail.text));
  await sendCopies(db, tools);
  const [first, letter] = server.arrived;
  expect(first?.mail.html).not.toContain('Hai');
  expect(letter?.to).toEqual([to]);
  expect(letter?.mail.text).toContain('Kính gửi đơn vị,');
  expect(letter?.mail.text).not.toContain('qua-tang');
  expect(letter?.mail.html).toContain('Tổ &#60;Hai&#62; &#38; Ba');
});
