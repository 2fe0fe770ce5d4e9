import { getNotice } from '../../../src/progress/comments/server/answer-notice.ts';
import { checkNotice } from '../../../src/progress/comments/check-notice.ts';
import { contentOf } from '../../../src/progress/comments/content.ts';
import { readShownVersions } from '../../../src/progress/comments/server/shown.ts';
import { contentDigest } from '../../../src/progress/comments/server/content-digest.ts';
import { signerOf } from '../../../src/filing/receipts/signing/server/signer.ts';
import { readSettings } from '../../../src/filing/settings/server/store.ts';
import type { Database } from '../../../src/platform/postgres.ts';
import { dayInVietnam } from '../../../src/vietnamese/official-date.ts';
import { allCases, begunCases, standingOf } from '../../../src/vocabulary/comment-cases.ts';
import { dayAfter } from '../../../src/vocabulary/lapses.ts';
import { followRows } from '../../../src/vocabulary/owner-settings.ts';
import { generateKeyPairSync } from 'node:crypto';
import { expect, syncOnce, test } from '../../fixtures/back-office.ts';
import { letListsEnd } from '../../fixtures/comment-lists.ts';
import { file, intakeTools } from '../../fixtures/intake.ts';

test.afterEach(() => followRows([]));

const table = 'Lấy ý kiến';
const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
const today = () => dayInVietnam(new Date());

const row = (changes: Record<string, unknown> = {}) => ({
  'Mã đợt': '2026-dot-1',
  Tên: 'Danh sách thử đợt 1',
  'Mở lúc': inDays(-1),
  'Số ngày': 10,
  'Cách tính ngày': 'Ngày liên tục',
  'Căn cứ': 'Căn cứ thử.',
  'Cách góp ý khác': 'Gửi văn bản thử.',
  'Danh sách': 'Họ và tên\tĐơn vị\nNgười thử Một\tĐơn vị thử',
  'Dự thảo quyết định': '**Điều 1.** Tặng thưởng.',
  'Áp dụng': true,
  ...changes,
});

/** A value for each column of a list, other than the one that stands there. */
const edits: Record<string, unknown> = {
  'Mã đợt': '2026-dot-khac',
  Tên: 'Tên khác',
  'Mở lúc': inDays(30),
  'Số ngày': 3,
  'Cách tính ngày': 'Ngày làm việc',
  'Tính cả ngày đăng': true,
  'Đến hết ngày': dayAfter(today(), 60),
  'Căn cứ': 'Căn cứ khác.',
  'Cách góp ý khác': 'Cách khác.',
  'Danh sách': 'Họ và tên\tĐơn vị\nNgười khác\tĐơn vị thử',
  'Dự thảo quyết định': 'Dự thảo khác.',
  'Áp dụng': null,
};

/** Everything that the page of the one list shows, and until when. */
const pageNow = () => {
  const [one] = begunCases(new Date());
  return (
    one && {
      ...contentOf(one, []),
      path: one.path,
      lastDay: one.lastDay,
      standing: standingOf(one, new Date()),
    }
  );
};

const wordsOf = (cells: Record<string, unknown> | undefined) => String(cells?.['Vì sao'] ?? '');

test('once the time of a list is over, no edit of any column changes its page or its end, and its row says so; only what became of the comments does', async ({
  db,
  standIn,
  staff,
}) => {
  const first = row();
  const id = await staff.create(table, first);
  await syncOnce(db, standIn);
  await letListsEnd(db);
  const told = async () => wordsOf((await staff.rows(table)).find((one) => one.id === id)?.fields);
  const sync = async () => {
    await syncOnce(db, standIn);
    followRows(await readSettings(db));
  };
  const closed = pageNow();
  expect(closed).toMatchObject({ standing: 'closed', lastDay: '2026-01-19' });
  for (const [column, value] of Object.entries(edits)) {
    await staff.change(table, id, { ...first, 'Mở lúc': '2026-01-05T01:00:00Z', [column]: value });
    await sync();
    expect(pageNow(), column).toEqual(closed);
    expect(await told(), column).toContain(`“${column}”`);
    expect(await told(), column).toContain('giữ nguyên những gì đã đăng');
  }
  await staff.change(table, id, {
    ...first,
    'Mở lúc': '2026-01-05T01:00:00Z',
    'Đến hết ngày': null,
    'Tính cả ngày đăng': null,
    'Kết quả tiếp thu': 'Đã xem xét.',
  });
  await sync();
  expect(pageNow()).toEqual(closed);
  expect(await told()).toBe('');
  expect(allCases()[0]?.outcome).toBe('Đã xem xét.');
  // Days off that are entered later neither move the end nor make the row wrong.
  await staff.create('Mốc thời gian', {
    Tên: 'Nghỉ',
    Loại: 'Ngày nghỉ',
    'Từ lúc': '2026-01-05T00:00:00Z',
    'Đến lúc': '2026-01-16T00:00:00Z',
    'Áp dụng': true,
  });
  await sync();
  expect(pageNow()).toEqual(closed);
  expect(await told()).toBe('');
});

test('an open list keeps its address, its beginning and every day that it promised, whatever is edited; its texts may be mended', async ({
  db,
  standIn,
  staff,
}) => {
  const first = row();
  const id = await staff.create(table, first);
  const sync = () => syncOnce(db, standIn);
  await sync();
  const open = pageNow();
  if (!open) throw new Error('No list.');
  const told = async () => wordsOf((await staff.rows(table)).find((one) => one.id === id)?.fields);
  for (const column of ['Mã đợt', 'Mở lúc', 'Số ngày', 'Tính cả ngày đăng', 'Áp dụng']) {
    await staff.change(table, id, { ...first, 'Tính cả ngày đăng': null, [column]: edits[column] });
    await sync();
    expect(pageNow(), column).toEqual(open);
    expect(await told(), column).toMatch(new RegExp(`“${column}”.*không có tác dụng`));
  }
  await staff.change(table, id, {
    ...first,
    'Tính cả ngày đăng': null,
    'Danh sách': edits['Danh sách'],
    'Số ngày': 12,
  });
  await sync();
  expect(await told()).toBe('');
  expect(pageNow()).toMatchObject({
    lastDay: dayAfter(open.lastDay, 2),
    list: [
      ['Họ và tên', 'Đơn vị'],
      ['Người khác', 'Đơn vị thử'],
    ],
  });
});

test('a day off that is entered while a list is open adds a day; taken back, it takes none away', async ({
  db,
  standIn,
  staff,
}) => {
  await staff.create(table, row({ 'Cách tính ngày': 'Ngày làm việc' }));
  await syncOnce(db, standIn);
  const before = pageNow()?.lastDay ?? '';
  const off = await staff.create('Mốc thời gian', {
    Tên: 'Nghỉ',
    Loại: 'Ngày nghỉ',
    'Từ lúc': `${before}T00:00:00+07:00`,
    'Đến lúc': `${before}T23:00:00+07:00`,
    'Áp dụng': true,
  });
  await syncOnce(db, standIn);
  const later = pageNow()?.lastDay ?? '';
  expect(later > before).toBe(true);
  await staff.change('Mốc thời gian', off, { 'Áp dụng': null });
  await syncOnce(db, standIn);
  expect(pageNow()?.lastDay).toBe(later);
});

const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });
const signer = signerOf(Buffer.from(key).toString('base64'));
const keys = signer ? [{ kid: signer.publicKey.kid, x: signer.publicKey.x }] : [];

const noticeOf = async (db: Database, kind: 'pdf' | 'json') =>
  getNotice(
    new Request(`https://thidua.example/api/v1/lay-y-kien/2026-dot-1.${kind}`),
    `2026-dot-1.${kind}`,
    {
      readVersions: (id) => readShownVersions(db, id),
      signer,
      siteUrl: 'https://thidua.example',
      now: new Date(),
    },
  );

/** The site was seen to show the list. */
async function noteSeen(db: Database): Promise<void> {
  const [one] = begunCases(new Date());
  if (!one) throw new Error('No list.');
  const content = contentOf(one, []);
  await db.query('insert into comment_pages (id, digest, content) values ($1, $2, $3)', [
    one.id,
    contentDigest(content),
    JSON.stringify(content),
  ]);
}

test('a list whose row was deleted stays with its proof, staff are told, and a row typed anew takes its place', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(table, row());
  await syncOnce(db, standIn);
  await noteSeen(db);
  const open = pageNow();
  await staff.remove(table, id);
  await syncOnce(db, standIn);
  expect(pageNow()).toEqual(open);
  expect((await noticeOf(db, 'pdf')).status).toBe(200);
  const matters = await staff.rows('Vận hành');
  expect(JSON.stringify(matters)).toContain('hàng của đợt “2026-dot-1” đã bị xóa');
  await staff.create(table, { 'Mã đợt': '2026-dot-1', 'Lý do rút': 'Nộp nhầm bản.' });
  await syncOnce(db, standIn);
  expect(pageNow()?.standing).toBe('taken-off');
});

test('a list is taken off by its reason alone: the page and the proof say it, without a name, and it never comes back', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(table, row());
  await syncOnce(db, standIn);
  await noteSeen(db);
  await staff.change(table, id, { 'Lý do rút': '[điền: lý do]' });
  await syncOnce(db, standIn);
  expect(pageNow()?.standing).toBe('open');
  expect(wordsOf((await staff.rows(table))[0]?.fields)).toContain('“Lý do rút”');
  await staff.change(table, id, { 'Lý do rút': 'Có người xin rút tên.' });
  await syncOnce(db, standIn);
  const [told] = await staff.rows(table);
  expect(told?.fields['Tình hình']).toContain('Đã rút xuống');
  expect(wordsOf(told?.fields)).toBe('');
  expect(JSON.stringify(begunCases(new Date()))).not.toMatch(/Người thử|Tặng thưởng/);
  const comment = {
    submissionKey: crypto.randomUUID(),
    case: '2026-dot-1',
    stance: 'khac',
    content: 'Thử.',
    attest: true,
    storageNotice: true,
  };
  const late = await file(intakeTools(db), comment, {}, 'gop-y');
  expect(late.status).toBe(409);

  const json = await (await noticeOf(db, 'json')).text();
  expect(json).not.toContain('Người thử');
  const genuine = {
    kind: 'genuine',
    statement: { takenOff: { on: today(), reason: 'Có người xin rút tên.' } },
  };
  expect(await checkNotice(json, keys)).toMatchObject(genuine);
  expect(await checkNotice(await (await noticeOf(db, 'pdf')).text(), keys)).toMatchObject(genuine);
  expect(await checkNotice(json.replace('xin rút', 'xin bỏ'), keys)).toEqual({ kind: 'changed' });

  await staff.change(table, id, { 'Lý do rút': null });
  await syncOnce(db, standIn);
  expect(pageNow()?.standing).toBe('taken-off');
  expect(wordsOf((await staff.rows(table))[0]?.fields)).toContain('không đăng lại');
});
