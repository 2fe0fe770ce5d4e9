import { waitingRows } from '../../../../src/back-office/waiting-rows.ts';
import { sendStoryLetters } from '../../../../src/filing/mail/story-letters.ts';
import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, stories, storyRow, syncOnce } from '../../../fixtures/back-office.ts';
import { fileWithMail, mailTools, test, to } from '../../../fixtures/mail.ts';

const built = async (db: Database) => recordPublication(db, await readPublished(db, { samples: false }));

test('a unit is told once that its stories are public, in one letter, and the rows say so', async ({
  db,
  standIn,
  staff,
  server,
}) => {
  const codes = [await fileWithMail(db, { name: 'Một' }), await fileWithMail(db, { name: 'Hai' })];
  const silent = await fileWithMail(db, { name: 'Ba', contactEmail: undefined });
  await db.query(`update receipt_copies set sent_at = now()`);
  const mail = mailTools(db, server.url);
  await syncOnce(db, standIn, { mail });
  for (const [at, code] of [...codes, silent].entries())
    await staff.create(stories, storyRow({ Mã: `MH-010${at}`, Tên: `Mô hình ${at}`, 'Mã hồ sơ': code }));
  await syncOnce(db, standIn, { mail });
  expect(server.arrived).toHaveLength(0);
  await built(db);
  for (let run = 0; run < 3; run += 1) await syncOnce(db, standIn, { mail });
  expect(server.arrived).toHaveLength(1);
  const [letter] = server.arrived;
  expect(letter?.mail.subject).toBe('2 bài điển hình đã lên trang');
  expect(letter?.mail.text).toContain('https://thidua.example/dien-hinh/mo-hinh-1/');
  const said = (await staff.rows('Đề cử')).map(({ fields }) => fields['Thư cho đơn vị']);
  expect(said.filter(Boolean)).toHaveLength(2);
  expect(said.filter(Boolean)[0]).toMatch(/^Đã gửi thư báo bài đã lên trang lúc \d\d:\d\d /);
  expect(JSON.stringify(said)).not.toContain(to);
});

test('no letter goes about a story that left the site before; one that cannot be sent waits for a person', async ({
  db,
  standIn,
  staff,
  server,
}) => {
  const code = await fileWithMail(db);
  await syncOnce(db, standIn);
  const id = await staff.create(stories, storyRow({ 'Mã hồ sơ': code }));
  await syncOnce(db, standIn);
  await built(db);
  await sendStoryLetters(db, mailTools(db, 'smtp://127.0.0.1:1'));
  await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ', 'Lý do gỡ': 'Đơn vị đề nghị.' });
  await syncOnce(db, standIn);
  await built(db);
  await db.query('update story_letters set next_attempt_at = now()');
  expect(await sendStoryLetters(db, mailTools(db, server.url))).toMatchObject({ sent: 0 });
  await db.query('update story_letters set given_up_at = now()');
  await syncOnce(db, standIn);
  expect((await waitingRows(db)).map(({ why }) => why).join()).toContain(
    'Thư báo bài đã lên trang không gửi được',
  );
  expect((await staff.rows('Đề cử'))[0]?.fields['Thư cho đơn vị']).toContain('báo đơn vị bằng cách khác');
});
