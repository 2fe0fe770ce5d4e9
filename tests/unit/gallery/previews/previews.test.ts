import { readLog } from '../../../../src/back-office/log/server/read-log.ts';
import { previewPath, previewToken, readPreviewToken } from '../../../../src/gallery/previews/link.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { takeDown } from '../../../../src/gallery/stories/server/takedowns.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { siteUrl, visit } from '../../../fixtures/preview-visits.ts';

const published = async (db: Database) => readPublished(db, { samples: false });
const later = (days: number) => new Date(Date.now() + days * 86_400_000);

test('a token opens one draft in one role until its end, and a changed one opens nothing', () => {
  const permit = { role: 'd', id: 'MH-0101', until: later(1) } as const;
  const token = previewToken('secret', permit);
  expect(readPreviewToken('secret', token)).toEqual(permit);
  for (const wrong of [
    token.replace('d', 'x'),
    token.replace('0101', '0102'),
    `${token}a`,
    token.slice(0, -1),
    token.replace('.', '.1'),
    '',
  ])
    expect(readPreviewToken('secret', wrong), wrong).toBeNull();
  expect(readPreviewToken('another', token)).toBeNull();
});

test('a draft is read and answered at its addresses, which stand in its row; the answer stands there for ever', async ({
  db,
  standIn,
  staff,
}) => {
  const row = await staff.create(
    stories,
    storyRow({
      'Trạng thái': 'Chờ xác nhận',
      'Đồng ý công khai': false,
      'Liên hệ công khai': 'Văn phòng 0251',
      'Công bố từ': '2099-01-01T01:00:00.000Z',
    }),
  );
  const sync = () => syncOnce(db, standIn, { siteUrl });
  const cells = async () => (await staff.rows(stories))[0]?.fields ?? {};
  await sync();
  const { 'Xem trước': read, 'Link xác nhận': confirm } = await cells();
  expect(String(read)).toMatch(/^https:\/\/thi-dua\.example\.vn\/xem-truoc\/xmh-0101\./);

  const shown = await visit(db, String(read));
  expect(shown.status).toBe(200);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'strict-origin',
  });
  const html = await shown.text();
  expect(html).toContain('Mô hình thử đường sáng');
  expect(html).toContain('trước 08:00 ngày 01 tháng 01 năm 2099');
  expect(html).not.toContain('<form');
  expect((await visit(db, String(read), { baiViet: 'khong', lienHe: 'co' })).status).toBe(403);

  const words = Array.from({ length: 301 }, (_, word) => `chữ${word}`).join(' ');
  const refused = await visit(db, String(confirm), { lienHe: 'khong', yKien: words });
  expect(refused.status).toBe(422);
  expect(refused.headers.get('x-robots-tag')).toBe('noindex');
  expect(await refused.text()).toContain('Ý kiến dài 301 từ');
  const answered = await visit(db, String(confirm), { baiViet: 'co', lienHe: 'khong', yKien: 'Sửa số <b>.' });
  expect((await readLog(db, 'MH-0101', 10)).filter(({ act }) => act === 'tra-loi-bai')).toMatchObject([
    { actor: 'don-vi', detail: { name: true, contact: false } },
  ]);
  expect([answered.status, answered.headers.get('location')]).toEqual([
    303,
    `${new URL(String(confirm)).pathname}#xac-nhan`,
  ]);
  await sync();
  expect(await cells()).toMatchObject({
    'Đơn vị xác nhận': 'Đồng ý, có ý kiến',
    'Ý kiến của đơn vị': expect.stringMatching(/Công bố: đồng ý · Liên hệ: không đồng ý · Sửa số <b>\.$/),
    'Vì sao': expect.stringContaining('liên hệ không hiện'),
  });
  const first = (await cells())['Ý kiến của đơn vị'];
  await visit(db, String(confirm), { baiViet: 'khong', lienHe: 'khong' });
  await sync();
  expect(await cells()).toMatchObject({ 'Đơn vị xác nhận': 'Không đồng ý công bố' });
  expect((await cells())['Ý kiến của đơn vị']).toMatch(/không đồng ý · Liên hệ: không đồng ý\n/);
  expect(String((await cells())['Ý kiến của đơn vị'])).toContain(String(first));

  // Objected: no tick and no state of staff shows it, and no text of it is kept. Agreed anew: it comes back, without its contact.
  await staff.change(stories, row, { 'Trạng thái': 'Công bố', 'Đồng ý công khai': true, 'Công bố từ': null });
  await sync();
  expect(await published(db)).toEqual([]);
  await visit(db, String(confirm), { baiViet: 'co', lienHe: 'khong' });
  await sync();
  expect(await published(db)).toMatchObject([{ id: 'MH-0101', contact: null }]);
  await visit(db, String(confirm), { baiViet: 'co', lienHe: 'co' });
  await sync();
  expect(await published(db)).toMatchObject([{ contact: 'Văn phòng 0251' }]);
  await visit(db, String(confirm), { baiViet: 'khong', lienHe: 'co' });
  expect(await published(db), 'a public story goes at once').toEqual([]);
});

test('silence publishes nothing that was asked for; an agreement on paper does', async ({
  db,
  standIn,
  staff,
}) => {
  const row = await staff.create(stories, storyRow({ 'Trạng thái': 'Chờ xác nhận' }));
  await syncOnce(db, standIn);
  await staff.change(stories, row, { 'Trạng thái': 'Công bố' });
  await syncOnce(db, standIn);
  expect(await published(db)).toEqual([]);
  expect((await staff.rows(stories))[0]?.fields['Vì sao']).toContain('chưa trả lời');
  await staff.change(stories, row, { 'Đã đồng ý bằng văn bản': true });
  await syncOnce(db, standIn);
  expect(await published(db)).toHaveLength(1);
  expect((await staff.rows(stories))[0]?.fields['Vì sao']).not.toContain('chưa trả lời');
});

test('after the days that the owner set in a row, silence holds a story no more', async ({
  db,
  standIn,
  staff,
}) => {
  const row = await staff.create(stories, storyRow({ 'Trạng thái': 'Chờ xác nhận' }));
  await syncOnce(db, standIn);
  await staff.change(stories, row, { 'Trạng thái': 'Công bố' });
  const asked = (days: number) =>
    db.query(`update story_previews set asked_at = now() - $1 * interval '1 day'`, [days]);
  await asked(15);
  await syncOnce(db, standIn);
  expect(await published(db), 'no row, no end of waiting').toEqual([]);
  await staff.create('Cài đặt', { Mã: 'xac-nhan.im-lang', 'Giá trị': '14' });
  await syncOnce(db, standIn);
  const touch = async (words: string) => {
    await staff.change(stories, row, { 'Tóm tắt': words });
    await syncOnce(db, standIn);
  };
  await asked(13);
  await touch('Một.');
  expect(await published(db)).toEqual([]);
  await asked(15);
  await touch('Hai.');
  expect(await published(db)).toHaveLength(1);
});

test('expired, withdrawn, deleted, taken down and made-up addresses show nothing', async ({
  db,
  standIn,
  staff,
}) => {
  const row = await staff.create(stories, storyRow({ 'Trạng thái': 'Nháp' }));
  await syncOnce(db, standIn, { siteUrl });
  const at = (days: number, id = 'MH-0101') => previewPath(db.secret, { role: 'x', id, until: later(days) });
  const seen = async (path: string) => {
    const answer = await visit(db, path);
    return [answer.status, (await answer.text()).includes('Mô hình thử đường sáng')];
  };
  expect(await seen(at(1))).toEqual([200, true]);
  expect(await seen(at(-1))).toEqual([410, false]);
  expect(await seen(at(1, 'MH-0999'))).toEqual([410, false]);
  expect(await seen('/xem-truoc/xmh-0101.abc.aaaaaaaaaaaaaaaaaaaaaa/')).toEqual([404, false]);
  await staff.change(stories, row, { 'Trạng thái': 'Gỡ bỏ' });
  await syncOnce(db, standIn, { siteUrl });
  expect(await seen(at(1))).toEqual([410, false]);
  const { rows } = await db.query('select fields from story_previews');
  expect(rows, 'nothing of it is kept').toEqual([{ fields: {} }]);
  await staff.change(stories, row, { 'Trạng thái': 'Công bố' });
  await syncOnce(db, standIn, { siteUrl });
  await takeDown(db, 'MH-0101', 'Theo yêu cầu.');
  expect(await seen(at(1))).toEqual([410, false]);
});

test('addresses in the row are renewed before they end', async ({ db, standIn, staff }) => {
  await staff.create(stories, storyRow({ 'Trạng thái': 'Nháp' }));
  const link = async () => {
    await syncOnce(db, standIn, { siteUrl });
    return String((await staff.rows(stories))[0]?.fields['Xem trước']);
  };
  await link();
  await db.query(`update story_previews set links_until = now() + interval '5 days'`);
  const first = await link();
  expect(await link()).toBe(first);
  await db.query(`update story_previews set links_until = now() + interval '2 days'`);
  const second = await link();
  expect(second).not.toBe(first);
  expect((await visit(db, second)).status).toBe(200);
});
