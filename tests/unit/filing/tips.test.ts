import { openingOf } from '../../../src/filing/definitions/periods.ts';
import { sendUnitLetters } from '../../../src/filing/mail/unit-letters.ts';
import { frameWords } from '../../../src/site/frame-words.ts';
import { pageDocs } from '../../../src/site/search/page-docs.ts';
import { findNamed } from '../../../src/vietnamese/named-person.ts';
import { followRows } from '../../../src/vocabulary/owner-settings.ts';
import { units } from '../../../src/vocabulary/units.ts';
import { expect, syncOnce } from '../../fixtures/back-office.ts';
import { file, intakeTools } from '../../fixtures/intake.ts';
import { mailTools, test } from '../../fixtures/mail.ts';

test.afterEach(() => followRows([]));

const isOpen = () => openingOf('chi-ra', new Date()).open;
const isNamed = () =>
  pageDocs().some(({ href }) => href === '/chi-ra/') &&
  frameWords('vi').more.some(({ href }) => href === '/chi-ra/');
const place = units.find(({ group }) => group === 'xa-phuong') ?? units[0];
const tip = (changes: Record<string, unknown> = {}) => ({
  submissionKey: crypto.randomUUID(),
  unitCode: place?.code,
  place: 'Chợ ấp 3',
  practice: 'Cả chợ dùng giỏ mượn, cuối buổi trả lại.',
  why: 'Túi rác của chợ còn một nửa.',
  attest: true,
  storageNotice: true,
  ...changes,
});

test('nothing is asked and no list names the page until the owner says so in a row, and after it is taken back', async ({
  db,
  standIn,
  staff,
}) => {
  expect([isOpen(), isNamed()]).toEqual([false, false]);
  expect((await file(intakeTools(db), tip(), {}, 'chi-ra')).status).toBe(409);
  const row = await staff.create('Cài đặt', { Mã: 'chi-ra.mo', 'Giá trị': 'được' });
  await syncOnce(db, standIn);
  expect(isOpen()).toBe(false);
  expect((await staff.rows('Cài đặt'))[0]?.fields['Vì sao']).toContain('chỉ ghi “Có”');
  await staff.change('Cài đặt', row, { 'Giá trị': 'Có' });
  await syncOnce(db, standIn);
  expect([isOpen(), isNamed()]).toEqual([true, true]);
  expect((await file(intakeTools(db), tip(), {}, 'chi-ra')).status).toBe(201);
  await staff.change('Cài đặt', row, { 'Giá trị': null });
  await syncOnce(db, standIn);
  expect([isOpen(), isNamed()]).toEqual([false, false]);
});

test('names of people and ways to reach them are sent back, places and offices are not', async ({ db }) => {
  for (const text of [
    'Chủ quán là bà Năm, làm từ năm ngoái.',
    'Anh Trần Văn B tự chế máy.',
    'Nguyễn Thị C nghĩ ra.',
    'Gọi 0913 000 111 để hỏi.',
    'Hỏi qua nguoithu@donvi.example nhé.',
  ])
    expect(findNamed(text), text).not.toBeNull();
  for (const text of [
    'Cô giáo lớp 5 và phụ huynh cùng làm.',
    'Ở đường Nguyễn Huệ, gần chợ Bà Rịa cũ.',
    'Trường Lê Hồng Phong dạy thêm buổi chiều.',
    'Năm 2026 có 1.240 m³ rác.',
    'Các anh dân quân giữ bến.',
  ])
    expect(findNamed(text), text).toBeNull();
  followRows([{ is: 'value', key: 'chi-ra.mo', value: 'Có' }]);
  const refused = await file(intakeTools(db), tip({ practice: 'Bà Năm dùng giỏ mượn.' }), {}, 'chi-ra');
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Bỏ “Bà Năm”');
});

test('staff pass a hint on: the unit is written to once where its address is known, else the row says what to do', async ({
  db,
  standIn,
  staff,
  server,
}) => {
  await staff.create('Cài đặt', { Mã: 'chi-ra.mo', 'Giá trị': 'Có' });
  await syncOnce(db, standIn);
  const { code } = await (await file(intakeTools(db), tip(), {}, 'chi-ra')).json();
  const mail = mailTools(db, server.url);
  await syncOnce(db, standIn, { mail });
  const [row] = await staff.rows('Chỉ ra');
  expect(row?.fields).toMatchObject({
    'Mã hồ sơ': code,
    'Đơn vị nơi đó': place?.name,
    'Cách làm': tip().practice,
  });
  expect(server.arrived).toHaveLength(0);

  await staff.change('Chỉ ra', row?.id ?? '', { 'Trạng thái': 'Chuyển đơn vị xem' });
  await syncOnce(db, standIn, { mail });
  await syncOnce(db, standIn);
  expect((await staff.rows('Chỉ ra'))[0]?.fields['Vì sao']).toContain('chưa nối máy chủ thư');
  await syncOnce(db, standIn, { mail });
  expect((await staff.rows('Chỉ ra'))[0]?.fields['Vì sao']).toContain('“Đầu mối đơn vị”');

  await staff.create('Đầu mối đơn vị', {
    'Đơn vị': place?.name,
    'Thư điện tử': 'ubnd@xa.example',
    'Áp dụng': true,
  });
  for (let run = 0; run < 3; run += 1) await syncOnce(db, standIn, { mail });
  await sendUnitLetters(db, mail);
  expect(server.arrived).toHaveLength(1);
  const [letter] = server.arrived;
  expect(letter?.mail.text).toContain('Cả chợ dùng giỏ mượn');
  expect(letter?.mail.text).toContain(code);
  const [told] = await staff.rows('Chỉ ra');
  expect(told?.fields['Vì sao']).toBeUndefined();
  expect(told?.fields['Thư cho đơn vị']).toContain('Đã gửi thư nhờ đơn vị nơi đó xem');
});
