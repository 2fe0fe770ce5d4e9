import { openBase } from '../../../../scripts/local-system/base-client.ts';
import { noMemory } from '../../../../src/back-office/airtable/set-up-base.ts';
import { isNewTexts, setUpRows } from '../../../../src/back-office/airtable/set-up-rows.ts';
import { siteDigest } from '../../../../src/back-office/sync/rebuild.ts';
import { waitingRows } from '../../../../src/back-office/waiting-rows.ts';
import { withOwnersWords } from '../../../../src/build/owners-words.ts';
import { openingOf } from '../../../../src/filing/definitions/periods.ts';
import { retention } from '../../../../src/filing/privacy/retention.ts';
import { noteLapses } from '../../../../src/filing/settings/server/lapses.ts';
import { followSettings, readSettings } from '../../../../src/filing/settings/server/store.ts';
import { answerTimes } from '../../../../src/filing/status/answer-times.ts';
import { planCalendar } from '../../../../src/plan/timetable/ics.ts';
import { announcedDowntimes } from '../../../../src/site/downtime.ts';
import { plannedDowntimes } from '../../../../src/site/downtime-schema.ts';
import { holidays } from '../../../../src/vocabulary/holidays.ts';
import { announcedMoments, followRows } from '../../../../src/vocabulary/owner-settings.ts';
import { intakeSlots } from '../../../../src/vocabulary/site.ts';
import { expect, syncOnce, test } from '../../../fixtures/back-office.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const [moments, values, texts] = ['Mốc thời gian', 'Cài đặt', 'Văn bản'];
const shown = { samples: false };

test.afterEach(() => followRows([]));

const period = (changes: Record<string, unknown> = {}) => ({
  Tên: 'Nhận đề cử đợt 1 năm 2026',
  Loại: 'Nhận phiếu',
  Phiếu: ['Đề cử tập thể'],
  'Từ lúc': '2026-01-01T00:00:00Z',
  'Đến lúc': '2026-02-01T00:00:00Z',
  'Lời nhắn': 'Đợt 1 đã đóng; đợt 2 mở trong quý I năm 2027.',
  'Áp dụng': true,
  ...changes,
});

test('a row that closes a form refuses the next filing with its words; a slip keeps the last good value and is told', async ({
  db,
  standIn,
  staff,
}) => {
  const before = await siteDigest(db, shown, new Date());
  const row = await staff.create(moments, period({ 'Áp dụng': false }));
  await syncOnce(db, standIn);
  expect(openingOf('de-cu-tap-the', new Date()).open).toBe(true);

  await staff.change(moments, row, { 'Áp dụng': true });
  await syncOnce(db, standIn);
  const refused = await file(intakeTools(db), goodNomination());
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('đợt 2 mở trong quý I năm 2027');
  const closed = await siteDigest(db, shown, new Date());
  expect(closed).not.toBe(before);
  expect(planCalendar([], new URL('https://a.test'), announcedMoments())).toContain('Nhận đề cử đợt 1');

  await staff.change(moments, row, { 'Đến lúc': '2025-01-01T00:00:00Z', Phiếu: [] });
  await syncOnce(db, standIn);
  const [told] = await staff.rows(moments);
  expect(told?.fields['Vì sao']).toContain('“Đến lúc”: trước lúc bắt đầu');
  expect(told?.fields['Vì sao']).toContain('“Phiếu”: chọn ít nhất một phiếu');
  expect(openingOf('de-cu-tap-the', new Date()).open).toBe(false);
  expect(await siteDigest(db, shown, new Date())).toBe(closed);
  expect((await waitingRows(db)).map(({ table }) => table)).toContain(moments);

  await staff.change(moments, row, { 'Áp dụng': false });
  await syncOnce(db, standIn);
  expect(openingOf('de-cu-tap-the', new Date()).open).toBe(true);
  expect((await staff.rows(moments))[0]?.fields['Vì sao']).toBeUndefined();
});

test('days off, stops and values of rows are followed; unlawful and senseless ones are refused in their row', async ({
  db,
  standIn,
  staff,
}) => {
  const base = openBase({ token: 'local', baseId: standIn.baseId, endpointUrl: standIn.url }, 0);
  await setUpRows(base, { baseId: standIn.baseId, memory: noMemory }, isNewTexts(['bảng “Văn bản”, 12 cột']));
  const all = await staff.rows(values);
  const rowOf = (key: string) => all.find(({ fields }) => fields.Mã === key)?.id ?? '';
  await staff.change(values, rowOf('thoi-han.moi-tiep-nhan'), { 'Giá trị': '10' });
  await staff.change(values, rowOf('thoi-han.dang-kiem-tra'), { 'Giá trị': 'mười ngày' });
  await staff.change(values, rowOf('luu-giu.trung-lap'), { 'Giá trị': '12' });
  await staff.change(values, rowOf('lien-he.tiep-nhan'), { 'Giá trị': 'Bộ phận tiếp nhận <thử>' });
  const copy = await staff.create(values, { Mã: 'thoi-han.moi-tiep-nhan', 'Giá trị': '20' });
  const off = { Loại: 'Ngày nghỉ', Phiếu: [], 'Lời nhắn': null };
  await staff.create(
    moments,
    period({ ...off, Tên: 'Tết thử', 'Từ lúc': '2027-02-05T17:00:00Z', 'Đến lúc': '2027-02-07T16:00:00Z' }),
  );
  const stop = {
    Loại: 'Ngừng dịch vụ',
    'Từ lúc': '2027-03-20T15:00:00Z',
    'Đến lúc': '2027-03-20T20:00:00Z',
  };
  await staff.create(moments, period({ ...stop, Tên: 'Nâng cấp', 'Báo từ ngày': '2027-03-01' }));
  await staff.create(moments, period({ ...stop, Tên: 'Nâng cấp gấp', 'Báo từ ngày': '2027-03-18' }));
  const emergency = { ...stop, Loại: 'Ngừng khẩn cấp', 'Lời nhắn': 'Mất điện; phiếu tạm ngừng nhận.' };
  await staff.create(moments, period({ ...emergency, Tên: 'Mất điện' }));
  await staff.create(moments, period({ ...emergency, Tên: 'Mất mạng', 'Lời nhắn': null }));
  await syncOnce(db, standIn);

  expect(answerTimes()).toMatchObject({ 'moi-tiep-nhan': 10, 'dang-kiem-tra': null });
  expect(intakeSlots.contact).toBe('Bộ phận tiếp nhận <thử>');
  expect(holidays().years).toEqual(['2027-02-06', '2027-02-07']);
  // A planned stop is announced in time, an emergency at once; both fail no build.
  const stops = announcedDowntimes(plannedDowntimes(), new Date('2027-03-19T00:00:00Z'), holidays());
  expect(stops.map(({ announced, what }) => [announced, what])).toEqual([
    ['2027-03-01', expect.any(String)],
    [null, 'Mất điện; phiếu tạm ngừng nhận.'],
  ]);
  // A period after which data is erased waits a day.
  expect(retention()['trung-lap']).toBeNull();
  await db.query("update settings set changed_at = changed_at - interval '25 hours'");
  followRows(await readSettings(db));
  expect(retention()['trung-lap']).toBe(12);

  const whyOf = async (table: string, name: string) =>
    (await staff.rows(table)).find(({ id, fields }) => id === name || Object.values(fields).includes(name))
      ?.fields['Vì sao'];
  expect(await whyOf(values, rowOf('thoi-han.dang-kiem-tra'))).toContain('số nguyên từ 1 đến 250');
  expect(await whyOf(values, copy)).toContain('Có hàng khác');
  expect(await whyOf(moments, 'Nâng cấp gấp')).toContain('7 ngày làm việc');
  expect(await whyOf(moments, 'Nâng cấp')).toBeUndefined();
  expect(await whyOf(moments, 'Mất điện')).toBeUndefined();
  expect(await whyOf(moments, 'Mất mạng')).toContain('“Lời nhắn”: ghi một câu');
  const page = withOwnersWords(
    '<p>[điền: điện thoại,\n thư điện tử của bộ phận tiếp nhận]',
    '/',
    '2026-11-29',
  );
  expect(page).toBe('<p>Bộ phận tiếp nhận &lt;thử&gt;');
});

test('a legal text is marked from its last day on, and staff are told 90 days before until they name its successor', async ({
  db,
  standIn,
  staff,
}) => {
  const cite = '<p title="152/2025/NĐ-CP">Nghị định 152/2025/NĐ-CP, Điều 4; 152/2025, Điều 5</p>';
  const row = await staff.create(texts, {
    'Số hiệu': '152/2025/NĐ-CP',
    'Vai trò': 'Căn cứ của trang',
    'Loại văn bản': 'Nghị định',
    'Trích yếu': 'Thử.',
    'Cơ quan ban hành': 'Chính phủ',
    'Ngày ký': '2025-06-14',
    'Hết hiệu lực từ': '2027-03-01',
  });
  await syncOnce(db, standIn);
  expect(withOwnersWords(cite, '/khen-thuong/', '2027-02-27')).toBe(cite);
  const mark = '(hết hiệu lực từ ngày 01 tháng 3 năm 2027)';
  expect(withOwnersWords(cite, '/khen-thuong/', '2027-02-28')).toBe(
    `<p title="152/2025/NĐ-CP">Nghị định 152/2025/NĐ-CP ${mark}, Điều 4; 152/2025 ${mark}, Điều 5</p>`,
  );
  const onDay = (day: string) => siteDigest(db, shown, new Date(`${day}T05:00:00Z`));
  expect(await onDay('2027-02-27')).not.toBe(await onDay('2027-02-28'));
  expect(await onDay('2027-02-28')).toBe(await onDay('2027-03-28'));

  const waits = async (day: string) => {
    await noteLapses(db, new Date(`${day}T05:00:00Z`));
    return (await waitingRows(db)).some(({ why }) => why.includes('152/2025/NĐ-CP hết hiệu lực'));
  };
  expect(await waits('2026-11-29')).toBe(false);
  expect(await waits('2026-12-02')).toBe(true);
  await staff.change(texts, row, { 'Thay bằng': 'Nghị định 01/2027/NĐ-CP' });
  await syncOnce(db, standIn);
  expect(await waits('2026-12-02')).toBe(false);
  expect(withOwnersWords(cite, '/', '2027-03-01')).toContain('thay bằng Nghị định 01/2027/NĐ-CP');
});

test('a process that knows nothing yet follows what is stored', async ({ db }) => {
  await db.query(`insert into settings (record_id, table_name, value) values ('rec1', 'Cài đặt', $1)`, [
    JSON.stringify({ is: 'value', key: 'thoi-han.da-bo-sung', value: '5' }),
  ]);
  expect(answerTimes()['da-bo-sung']).toBeNull();
  await followSettings(db);
  expect(answerTimes()['da-bo-sung']).toBe(5);
});
