import { sendCopies } from '../../../src/mail/send-copies.ts';
import { eraseSubmission } from '../../../src/personal-data/erase.ts';
import { exportSubmission } from '../../../src/personal-data/export.ts';
import { receiptKeys } from '../../../src/submissions/receipt-key.ts';
import { syncOnce } from '../../fixtures/back-office.ts';
import { expect } from '../../fixtures/database.ts';
import { file, filingTools } from '../../fixtures/filing.ts';
import { fileWithMail, mailTools, outbox, test } from '../../fixtures/mail.ts';
import { goodNomination } from '../../fixtures/nominations.ts';

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
