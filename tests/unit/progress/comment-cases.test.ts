import { siteDigest } from '../../../src/back-office/sync/rebuild.ts';
import { readComment } from '../../../src/filing/settings/comment-rules.ts';
import {
  allCases,
  begunCases,
  isForBuild,
  lastDayByRule,
  standingOf,
} from '../../../src/vocabulary/comment-cases.ts';
import { followRows } from '../../../src/vocabulary/owner-settings.ts';
import { expect, syncOnce, test } from '../../fixtures/back-office.ts';
import { letListsEnd } from '../../fixtures/comment-lists.ts';
import { file, intakeTools } from '../../fixtures/intake.ts';

test.afterEach(() => followRows([]));

const noHolidays = { everyYear: [], years: [] };

test('the last day follows from the rule of each list, as notices of provinces count it', () => {
  const on = (day: string) => new Date(`${day}T08:00:00+07:00`);
  const rule = (days: number, dayKind: 'working' | 'calendar', countsFirstDay: boolean, day: string) =>
    lastDayByRule({ opensAt: on(day), days, dayKind, countsFirstDay }, noHolidays);
  // “10 ngày, từ 26-9 đến hết 5-10”.
  expect(rule(10, 'calendar', true, '2023-09-26')).toBe('2023-10-05');
  expect(rule(10, 'calendar', false, '2023-09-26')).toBe('2023-10-06');
  // Tuesday 1 December 2026: ten working days.
  expect(rule(10, 'working', true, '2026-12-01')).toBe('2026-12-14');
  expect(rule(10, 'working', false, '2026-12-01')).toBe('2026-12-15');
  // Published on a Sunday, the day of publication cannot be one of the working days.
  expect(rule(1, 'working', true, '2026-12-06')).toBe('2026-12-07');
  const off = { everyYear: ['12-07'], years: ['2026-12-08'] };
  expect(
    lastDayByRule({ opensAt: on('2026-12-06'), days: 2, dayKind: 'working', countsFirstDay: false }, off),
  ).toBe('2026-12-10');
});

const row = (changes: Record<string, unknown> = {}) => ({
  'Mã đợt': '2026-dot-1',
  Tên: 'Danh sách thử đợt 1',
  'Mở lúc': new Date(Date.now() - 86_400_000).toISOString(),
  'Số ngày': 10,
  'Cách tính ngày': 'Ngày liên tục',
  'Căn cứ': 'Căn cứ thử.',
  'Cách góp ý khác': 'Gửi văn bản thử.',
  'Danh sách': 'Họ và tên\tĐơn vị\nNgười thử Một\tĐơn vị thử',
  'Áp dụng': true,
  ...changes,
});

const comment = (changes: Record<string, unknown> = {}) => ({
  submissionKey: crypto.randomUUID(),
  case: '2026-dot-1',
  stance: 'khong-dong-y',
  content: 'Thành tích này là của cả tổ.',
  attest: true,
  storageNotice: true,
  ...changes,
});

test('comments are taken while a list is open and refused in words before and after; staff read how many came', async ({
  db,
  standIn,
  staff,
}) => {
  const tools = intakeTools(db);
  const none = await file(tools, comment(), {}, 'gop-y');
  expect(none.status).toBe(409);
  expect(await none.text()).toContain('không có danh sách nào đang lấy ý kiến');

  const id = await staff.create('Lấy ý kiến', row({ 'Mở lúc': '2099-01-05T01:00:00Z' }));
  await syncOnce(db, standIn);
  expect(begunCases(new Date())).toEqual([]);
  expect(allCases().every((one) => !isForBuild(one, new Date(), true))).toBe(true);
  const early = await file(tools, comment(), {}, 'gop-y');
  expect(early.status).toBe(409);
  expect(await early.text()).not.toContain('Danh sách thử');
  const before = await siteDigest(db, { samples: false }, new Date());
  expect((await staff.rows('Lấy ý kiến'))[0]?.fields['Tình hình']).toContain('Chưa ai thấy gì');

  await staff.change('Lấy ý kiến', id, row());
  await syncOnce(db, standIn);
  expect(await siteDigest(db, { samples: false }, new Date())).not.toBe(before);
  const unknown = await file(tools, comment({ case: '2025-dot-9' }), {}, 'gop-y');
  expect(unknown.status).toBe(409);
  expect(await unknown.text()).toContain('2025-dot-9');
  expect((await file(tools, comment(), {}, 'gop-y')).status).toBe(201);
  const anonymous = await file(tools, comment({ contactName: 'Người thử' }), {}, 'gop-y');
  expect(anonymous.status).toBe(422);
  expect(await anonymous.text()).toContain('contactConsent');
  await syncOnce(db, standIn);
  const [told] = await staff.rows('Lấy ý kiến');
  expect(told?.fields['Tình hình']).toContain('Đã nhận 1 góp ý');
  expect(told?.fields['Địa chỉ']).toContain('/lay-y-kien/2026-dot-1/');
  const [received] = await staff.rows('Góp ý');
  expect(received?.fields).toMatchObject({
    'Mã đợt': '2026-dot-1',
    'Ý kiến': 'Không đồng ý',
    'Nội dung góp ý': 'Thành tích này là của cả tổ.',
  });

  const open = await siteDigest(db, { samples: false }, new Date());
  await letListsEnd(db);
  await syncOnce(db, standIn);
  expect(allCases().map((one) => standingOf(one, new Date()))).toEqual(['closed']);
  expect(await siteDigest(db, { samples: false }, new Date())).not.toBe(open);
  const late = await file(tools, comment({ content: 'Muộn mất rồi.' }), {}, 'gop-y');
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('Đã hết thời gian lấy ý kiến');
});

test('each slip in a row is told in its row, with what to type, and private columns are refused', () => {
  const cells = {
    id: '2026-dot-1',
    name: 'Danh sách thử',
    opensAt: '2026-12-01T01:00:00Z',
    days: 10,
    dayKind: 'Ngày làm việc',
    basis: 'Căn cứ thử.',
    ways: 'Gửi văn bản thử.',
    list: 'Họ và tên\tĐơn vị\nNgười thử\tĐơn vị thử',
    applies: true,
  };
  const wrongOf = (changes: Record<string, unknown>) => {
    const read = readComment({ recordId: 'rec1', cells: { ...cells, ...changes } });
    return read.is === 'wrong' ? read.wrong.join(' ') : read.is;
  };
  expect(wrongOf({})).toBe('set');
  expect(wrongOf({ applies: undefined })).toBe('nothing');
  expect(wrongOf({ id: 'Đợt 1' })).toContain('chữ thường không dấu');
  expect(wrongOf({ days: 0 })).toContain('từ 1 đến 90');
  expect(wrongOf({ dayKind: undefined })).toContain('Ngày làm việc, Ngày liên tục');
  expect(wrongOf({ basis: '' })).toContain('“basis”: còn trống');
  for (const property of ['name', 'basis', 'ways', 'list', 'draft', 'outcome'])
    expect(wrongOf({ [property]: 'Họ và tên\tĐơn vị\n[điền: tên]\tx' }), property).toContain(
      `“${property}”: còn chỗ chưa điền`,
    );
  expect(wrongOf({ lastDay: '2026-12-05' })).toContain('sớm hơn ngày 15 tháng 12 năm 2026');
  expect(wrongOf({ lastDay: '2026-12-31' })).toBe('set');
  expect(wrongOf({ list: 'Họ và tên' })).toContain('chỉ có một dòng');
  expect(wrongOf({ list: undefined })).toContain('chưa có danh sách');
  for (const heading of ['Ngày sinh', 'Số CCCD', 'Nơi ở hiện nay', 'Số điện thoại'])
    expect(wrongOf({ list: `Họ và tên\t${heading}\nNgười thử\tx` }), heading).toContain(
      `bỏ cột “${heading}”`,
    );
});
