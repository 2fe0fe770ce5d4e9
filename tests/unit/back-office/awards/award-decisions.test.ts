import { decisionRow, pastedList } from '../../../fixtures/award-list.ts';
import { expect, stories, syncOnce, test } from '../../../fixtures/back-office.ts';

const siteUrl = 'https://thi-dua.example.vn';

test('a pasted list is read, told and, once wanted, drafted: collectives agreed, persons are asked', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create('Quyết định', decisionRow({ 'Danh sách': pastedList(3, 2) }));
  for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn, { siteUrl });
  const [row] = await staff.rows('Quyết định');
  expect(row?.fields).toMatchObject({
    'Đã đọc': '5 dòng: 3 tập thể, 2 cá nhân. 0 dòng nối với đề cử. 0 bài đã có ở “Điển hình”.',
    'Trang kiểm tra': expect.stringMatching(/^https:\/\/thi-dua\.example\.vn\/can-bo\/q/),
  });
  expect(row?.fields).not.toHaveProperty('Vì sao');
  expect(await staff.rows(stories)).toEqual([]);

  await staff.change('Quyết định', id, { 'Tạo bài nháp': true });
  for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn, { siteUrl });
  const drafts = await staff.rows(stories);
  expect(
    drafts.map(({ fields }) => [fields.Mã, fields.Tên, fields['Trạng thái'], fields['Đồng ý công khai']]),
  ).toEqual([
    ['VD-0001', 'Phòng Thử nghiệm 1', 'Nháp', true],
    ['VD-0002', 'Phòng Thử nghiệm 2', 'Nháp', true],
    ['VD-0003', 'Phòng Thử nghiệm 3', 'Nháp', true],
    ['VD-0004', 'Trần Thị Thử 1', 'Chờ xác nhận', undefined],
    ['VD-0005', 'Lê Minh Thử 2', 'Chờ xác nhận', undefined],
  ]);
  expect(drafts[3]?.fields).toMatchObject({
    Loại: 'Cá nhân',
    'Tóm tắt':
      'Được tặng Bằng khen của Chủ tịch Ủy ban nhân dân thành phố theo Quyết định số 1234/QĐ-UBND ngày 20 tháng 11 năm 2026 của Chủ tịch Ủy ban nhân dân thành phố Đồng Nai.',
    'Tên đơn vị': 'Đơn vị minh họa 02',
    Năm: 2026,
    Dịp: 'Hằng năm',
    'Hình thức khen thưởng': 'Bằng khen của Chủ tịch Ủy ban nhân dân thành phố',
    'Số quyết định': '1234/QĐ-UBND',
    'Ngày quyết định': '2026-11-20',
    'Trích yếu khen thưởng': 'Đã có thành tích thử số 1',
    'Link xác nhận': expect.stringContaining('/xem-truoc/dvd-0004.'),
  });
  expect((await staff.rows('Quyết định'))[0]?.fields['Đã đọc']).toContain('5 bài đã có');
});
