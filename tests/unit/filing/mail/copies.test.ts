import { sendCopies } from '../../../../src/filing/mail/send-copies.ts';
import { receiptKeys } from '../../../../src/filing/receipts/server/receipt-key.ts';
import { expect } from '../../../fixtures/database.ts';
import {
  confirm,
  confirmLink,
  fileWithMail,
  mailTools,
  openConfirmation,
  test,
} from '../../../fixtures/mail.ts';

/** What a stranger could write to somebody else through a form. */
const typed = ['Người liên hệ thử', 'Tập thể thử', '0251 0000 000', 'Thành tích thử'];

test('the first letter holds the code and the ways on, and nothing that was typed', async ({
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
    to: [{ name: '', address: 'nguoi.thu@donvi.example' }],
    messageId: `<bien-nhan.${code.toLowerCase()}@thidua.example>`,
    attachments: [],
  });
  for (const body of [mail?.text, mail?.html?.replaceAll('&#38;', '&')]) {
    expect(body).toContain(code);
    expect(body).toContain('Đề cử tập thể');
    expect(body).toContain('Sở Nội vụ kiểm tra phiếu.');
    expect(body).toContain(`https://thidua.example/tra-cuu/?ma=${code}`);
    expect(body).toContain(`https://thidua.example/de-cu/ban-sao/?ma=${code}&xac-nhan=`);
    expect(body).not.toContain(receiptKeys(db).of(code));
    for (const words of typed) expect(body).not.toContain(words);
  }
  expect(mail?.html).not.toMatch(/<img|src=|url\(|<script|<link/);
  expect(raw).toContain('Auto-Submitted: auto-generated');
});

test('who confirms the address gets the full copy, once: the way to the receipt and its file', async ({
  db,
  server,
}) => {
  const code = await fileWithMail(db);
  const tools = mailTools(db, server.url);
  await sendCopies(db, tools);
  const link = confirmLink(server.arrived[0]?.mail.text);
  // Programs open the links of letters: that alone sends nothing.
  for (let time = 0; time < 3; time += 1) expect(await openConfirmation(db, link)).toBe('200 ask');
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 0 });
  for (let time = 0; time < 3; time += 1) {
    const answer = await confirm(db, link);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, link.pathname + link.search]);
    await sendCopies(db, tools);
  }
  expect(await openConfirmation(db, link)).toBe('200 confirmed');
  expect(server.arrived).toHaveLength(2);
  const [, copy] = server.arrived;
  expect(copy?.to).toEqual(['nguoi.thu@donvi.example']);
  expect(copy?.mail.messageId).toBe(`<ban-sao.${code.toLowerCase()}@thidua.example>`);
  expect(copy?.mail.text).toContain(`/de-cu/da-nhan/?ma=${code}&khoa=${receiptKeys(db).of(code)}`);
  for (const words of typed) expect(copy?.mail.text).not.toContain(words);
  expect(copy?.mail.attachments).toMatchObject([
    { filename: `bien-nhan-${code}.pdf`, mimeType: 'application/pdf', disposition: 'attachment' },
  ]);
  const sent = copy?.mail.attachments[0]?.content ?? '';
  expect(typeof sent === 'string' ? sent : new TextDecoder().decode(sent)).toMatch(/^%PDF-/);
});

test('a link opens nothing for another submission, another address, the key of a receipt, or a token cut or changed', async ({
  db,
  server,
}) => {
  const [code, other] = [await fileWithMail(db), await fileWithMail(db, { name: 'Tập thể hai' })];
  await sendCopies(db, mailTools(db, server.url));
  const links = server.arrived.map(({ mail }) => confirmLink(mail.text));
  const link = links.find(({ searchParams }) => searchParams.get('ma') === code);
  const token = link?.searchParams.get('xac-nhan') ?? '';
  const pageOf = (ma: string, xacNhan: string) =>
    new URL(`https://thidua.example/de-cu/ban-sao/?${new URLSearchParams({ ma, 'xac-nhan': xacNhan })}`);
  for (const wrong of [
    pageOf(other, token),
    pageOf(code, ''),
    pageOf(code, token.slice(1)),
    pageOf(code, receiptKeys(db).of(code)),
    pageOf('DN26-0000-0000-00', token),
  ]) {
    expect(await openConfirmation(db, wrong)).toBe('404 unknown');
    expect((await confirm(db, wrong)).status).toBe(404);
  }
  await db.query(
    `update submissions set answers = answers || '{"contactEmail":"khac@donvi.example"}' where code = $1`,
    [code],
  );
  expect(await openConfirmation(db, pageOf(code, token))).toBe('404 unknown');
  expect(await sendCopies(db, mailTools(db, server.url))).toMatchObject({ sent: 0 });
});

test('nothing typed becomes a header, a second recipient, or a word of a letter, whatever it is', async ({
  db,
  server,
}) => {
  const hostile = [
    'Nguyễn Văn Thử\r\nBcc: ke.khac@donvi.example',
    'Mời xem quà-tặng.example\r\n\r\n<b>thật</b>',
    'Gọi ngay 0900 000 000 nhận quà',
    'Lê "Bé" <Tư>, Ông',
  ];
  for (const name of hostile)
    await fileWithMail(db, { contactName: name, name: `${name}.`, achievements: `Tin ${name}` });
  const tools = mailTools(db, server.url);
  // A run begins no letter after some seconds, however slow the machine.
  const sendAll = async () => {
    while ((await sendCopies(db, tools)).sent > 0);
  };
  await sendAll();
  for (const { mail } of [...server.arrived]) await confirm(db, confirmLink(mail.text));
  await sendAll();
  expect(server.arrived).toHaveLength(2 * hostile.length);
  for (const { to, mail } of server.arrived) {
    expect(to).toEqual(['nguoi.thu@donvi.example']);
    expect(mail.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(mail.text).toContain('Kính gửi đơn vị,');
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/quà|0900|Văn Thử|Bé|ke\.khac/);
  }
});
