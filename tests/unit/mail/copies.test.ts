import { setTimeout as sleep } from 'node:timers/promises';
import { sendCopies } from '../../../src/mail/send-copies.ts';
import { eraseSubmission } from '../../../src/personal-data/erase.ts';
import { exportSubmission } from '../../../src/personal-data/export.ts';
import type { Database } from '../../../src/postgres.ts';
import { receiptKeys } from '../../../src/submissions/receipt-key.ts';
import { takeSubmission } from '../../../src/submissions/store.ts';
import { syncOnce } from '../../fixtures/back-office.ts';
import { expect } from '../../fixtures/database.ts';
import { file, filingTools } from '../../fixtures/filing.ts';
import { dueNow, hurried, mailTools, outbox, test } from '../../fixtures/mail.ts';
import { startMailServer } from '../../fixtures/mail-server.ts';
import { goodNomination } from '../../fixtures/nominations.ts';

/** Files where a mail server is set; the code. */
async function fileWithMail(db: Database, changes: Record<string, unknown> = {}): Promise<string> {
  const tools = filingTools(db, { save: (filed) => takeSubmission(db, filed, { sendsMail: true }) });
  const answers = goodNomination({ contactEmail: 'nguoi.thu@donvi.example', ...changes });
  return (await (await file(tools, answers)).json()).code;
}

test('a copy arrives once: the code, what was filed, what comes next, the links, the proof', async ({
  db,
  server,
}) => {
  const code = await fileWithMail(db);
  const tools = mailTools(db, server.url);
  expect(await sendCopies(db, tools)).toEqual({ sent: 1, givenUp: [], stoppedBy: null });
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 0 });
  expect(server.arrived).toHaveLength(1);
  const [{ to, mail, raw } = { to: [], mail: undefined, raw: '' }] = server.arrived;
  expect(to).toEqual(['nguoi.thu@donvi.example']);
  expect(mail).toMatchObject({
    subject: `Đã nhận phiếu, mã hồ sơ ${code}`,
    from: { name: 'Sở Nội vụ thử', address: 'thi-dua@donvi.example' },
    to: [{ name: 'Người liên hệ thử', address: 'nguoi.thu@donvi.example' }],
    messageId: `<bien-nhan.${code.toLowerCase()}@thidua.example>`,
  });
  const key = receiptKeys(db).of(code);
  for (const body of [mail?.text, mail?.html?.replaceAll('&#38;', '&')]) {
    expect(body).toContain(code);
    expect(body).toContain('Đề cử tập thể');
    expect(body).toContain('Tập thể thử');
    expect(body).toContain('Sở Nội vụ kiểm tra phiếu.');
    expect(body).toContain(`https://thidua.example/de-cu/da-nhan/?ma=${code}&khoa=${key}`);
    expect(body).toContain(`https://thidua.example/tra-cuu/?ma=${code}`);
    // What was answered stands in the attached proof alone.
    expect(body).not.toContain('0251 0000 000');
    expect(body).not.toContain('Thành tích thử');
  }
  expect(mail?.html).not.toMatch(/<img|src=|url\(|<script|<link/);
  expect(raw).toContain('Auto-Submitted: auto-generated');
  expect(mail?.attachments).toMatchObject([
    { filename: `bien-nhan-${code}.pdf`, mimeType: 'application/pdf', disposition: 'attachment' },
  ]);
  const sent = mail?.attachments[0]?.content ?? '';
  expect(typeof sent === 'string' ? sent : new TextDecoder().decode(sent)).toMatch(/^%PDF-/);
});

test('the sync sends it, beside what goes to Airtable; without a mail server nothing is put aside and nothing breaks', async ({
  db,
  server,
  standIn,
}) => {
  await file(filingTools(db), goodNomination({ contactEmail: 'nguoi.thu@donvi.example' }));
  expect(await outbox(db)).toEqual([]);
  expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 1, mailed: 0, problems: [] });
  await fileWithMail(db, { name: 'Tập thể hai' });
  const mail = mailTools(db, server.url);
  expect(await syncOnce(db, standIn, { mail })).toMatchObject({ delivered: 1, mailed: 1, problems: [] });
});

test('who left no address gets no copy, and a retry of a filing puts no second one into the outbox', async ({
  db,
}) => {
  await fileWithMail(db, { contactEmail: undefined });
  expect(await outbox(db)).toEqual([]);
  const submissionKey = crypto.randomUUID();
  const codes = await Promise.all(Array.from({ length: 5 }, () => fileWithMail(db, { submissionKey })));
  expect(new Set(codes).size).toBe(1);
  expect(await outbox(db)).toHaveLength(1);
});

test('a server that is down costs time alone: the run stops at it, the next one sends', async ({
  db,
  server,
}) => {
  await fileWithMail(db);
  await fileWithMail(db, { name: 'Tập thể hai' });
  await server.close();
  const tools = mailTools(db, server.url);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 0, givenUp: [], stoppedBy: 'ESOCKET' });
  expect((await outbox(db)).map(({ attempts }) => attempts).sort()).toEqual([0, 1]);
  const again = await startMailServer(server.port);
  await sleep(20);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 2 });
  expect(again.arrived).toHaveLength(2);
  await again.close();
});

test('pauses grow, and after the last try a copy is given up and never tried again', async ({
  db,
  server,
}) => {
  server.setMood('asks to wait');
  const code = await fileWithMail(db);
  const tools = { ...mailTools(db, server.url), patience: { ...hurried, retryMs: 60_000 } };
  const waits: number[] = [];
  for (const givenUp of [[], [], [code]]) {
    await dueNow(db);
    expect(await sendCopies(db, tools)).toMatchObject({ sent: 0, givenUp });
    const { rows } = await db.query<{ wait: number }>(
      'select extract(epoch from next_attempt_at - now())::float as wait from receipt_copies',
    );
    waits.push(Math.round((rows[0]?.wait ?? 0) / 60));
  }
  expect(waits).toEqual([1, 2, 4]);
  server.setMood('takes');
  await dueNow(db);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 0 });
  expect(await outbox(db)).toEqual([{ attempts: 3, last_error: 'EENVELOPE 451', sent: false, over: true }]);
});

test('an address that the server refuses is given up at once, told of by its code alone, and holds back no other', async ({
  db,
  server,
  standIn,
}) => {
  server.setMood('refuses the recipient');
  const code = await fileWithMail(db);
  const report = await syncOnce(db, standIn, { mail: mailTools(db, server.url) });
  expect(report.problems).toEqual([`the copy of ${code} is given up`]);
  expect(await outbox(db)).toEqual([{ attempts: 1, last_error: 'EENVELOPE 550', sent: false, over: true }]);
  server.setMood('takes');
  await fileWithMail(db, { name: 'Tập thể hai' });
  expect(await sendCopies(db, mailTools(db, server.url))).toMatchObject({ sent: 1 });
});

test('a sender that the server refuses is a setting to mend: no copy is given up for it at once', async ({
  db,
  server,
}) => {
  server.setMood('refuses the sender');
  await fileWithMail(db);
  const tools = mailTools(db, server.url);
  expect(await sendCopies(db, tools)).toEqual({ sent: 0, givenUp: [], stoppedBy: 'EENVELOPE 550' });
  server.setMood('takes');
  await dueNow(db);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 1 });
});

test('a connection that dies before the answer is tried again under the same Message-ID; after the answer it is not', async ({
  db,
  server,
}) => {
  const tools = mailTools(db, server.url);
  await fileWithMail(db);
  server.setMood('takes and dies');
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 0 });
  server.setMood('takes');
  await dueNow(db);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 1 });
  expect(new Set(server.arrived.map(({ mail }) => mail.messageId)).size).toBe(1);
  expect(server.arrived).toHaveLength(2);

  await fileWithMail(db, { name: 'Tập thể hai' });
  server.setMood('dies at the end');
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 1 });
  await dueNow(db);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 0 });
  expect(server.arrived).toHaveLength(3);
});

test('two syncs at once send each copy once', async ({ db, server }) => {
  for (let time = 0; time < 6; time += 1) await fileWithMail(db, { name: `Tập thể ${time}` });
  const tools = mailTools(db, server.url);
  const reports = await Promise.all([sendCopies(db, tools), sendCopies(db, tools)]);
  expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(6);
  expect(new Set(server.arrived.map(({ mail }) => mail.messageId)).size).toBe(6);
  expect(server.arrived).toHaveLength(6);
});

test('nobody’s address is flooded: after twenty copies within the hour the others wait', async ({
  db,
  server,
}) => {
  for (let time = 0; time < 21; time += 1) await fileWithMail(db, { name: `Tập thể ${time}` });
  const tools = mailTools(db, server.url);
  for (let run = 0; run < 3; run += 1) await sendCopies(db, tools);
  expect(server.arrived).toHaveLength(20);
  await fileWithMail(db, { name: 'Tập thể khác', contactEmail: 'nguoi.khac@donvi.example' });
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 1 });
  await db.query(`update receipt_copies set sent_at = sent_at - interval '1 hour'`);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 1 });
});

test('what was erased before it was sent is sent nowhere; until then it is told of with the rest', async ({
  db,
  server,
}) => {
  const code = await fileWithMail(db);
  expect(await exportSubmission(db, code)).toMatchObject({ copy: { attempts: 0, sent_at: null } });
  await eraseSubmission(db, code, 'yeu-cau');
  expect(await sendCopies(db, mailTools(db, server.url))).toMatchObject({ sent: 0, givenUp: [] });
  expect(server.arrived).toEqual([]);
  expect(await outbox(db)).toEqual([]);
});

test('nothing typed becomes a header, a second recipient, markup or a link', async ({ db, server }) => {
  await fileWithMail(db, {
    contactName: 'Nguyễn Văn Thử\r\nBcc: ke.khac@donvi.example',
    name: 'Mời xem quà-tặng.example\r\n\r\n<b>thật</b>',
  });
  await fileWithMail(db, { contactName: 'Lê "Bé" <Tư>, Ông', name: 'Tổ <Hai> & Ba' });
  await sendCopies(db, mailTools(db, server.url));
  const [first, second] = server.arrived;
  expect(first?.to).toEqual(['nguoi.thu@donvi.example']);
  expect(first?.mail.headers.map(({ key }) => key)).not.toContain('bcc');
  expect(first?.mail.text).toContain('Kính gửi đơn vị,');
  expect(first?.mail.text).not.toContain('quà-tặng');
  expect(second?.mail.to).toEqual([{ name: 'Lê "Bé" <Tư>, Ông', address: 'nguoi.thu@donvi.example' }]);
  expect(second?.mail.html).toContain('Tổ &#60;Hai&#62; &#38; Ba');
});
