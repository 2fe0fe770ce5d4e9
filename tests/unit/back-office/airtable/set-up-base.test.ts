import { startAirtableStandIn } from '../../../../scripts/airtable-stand-in/server.ts';
import { openBase } from '../../../../scripts/local-system/base-client.ts';
import { setUpBase } from '../../../../src/back-office/airtable/set-up-base.ts';
import { expect, staffOf, test } from '../../../fixtures/back-office.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';

test('an empty base gets every table, a second run changes nothing', async () => {
  const standIn = await startAirtableStandIn({ path: ':memory:', requestsPerSecond: null });
  const client = openBase({ token: 'local', baseId: standIn.baseId, endpointUrl: standIn.url }, 0);
  expect((await setUpBase(client)).created).toEqual([
    'bảng “Đề cử”, 69 cột',
    'bảng “Áp dụng”, 29 cột',
    'bảng “Kế hoạch đơn vị”, 27 cột',
    'bảng “Báo cáo năm”, 32 cột',
    'bảng “Phản hồi”, 30 cột',
    'bảng “Xin sửa”, 24 cột',
    'bảng “Góp ý”, 22 cột',
    'bảng “Chỉ ra”, 17 cột',
    'bảng “Điển hình”, 58 cột',
    'bảng “Đợt công bố”, 12 cột',
    'bảng “Vận hành”, 4 cột',
    'bảng “Mốc thời gian”, 10 cột',
    'bảng “Cài đặt”, 5 cột',
    'bảng “Văn bản”, 14 cột',
    'bảng “Cụm, khối”, 5 cột',
    'bảng “Lấy ý kiến”, 18 cột',
    'bảng “Đầu mối đơn vị”, 4 cột',
    'bảng “Quyết định”, 16 cột',
    'bảng “Biểu thống kê”, 9 cột',
  ]);
  expect(await setUpBase(client)).toEqual({ created: [], described: [], drift: [] });
  await standIn.close();
});

test('a renamed column is known again by a new database, and no second one is made', async () => {
  const standIn = await startAirtableStandIn({ path: ':memory:', requestsPerSecond: null });
  const client = openBase({ token: 'local', baseId: standIn.baseId, endpointUrl: standIn.url }, 0);
  await setUpBase(client);
  await baseChanges(standIn).renameColumn('Điển hình', 'Tóm tắt', 'Lời dẫn');
  await baseChanges(standIn).renameColumn('Đề cử', 'Vì sao', 'Cần sửa gì');
  expect(await setUpBase(client)).toEqual({ created: [], described: [], drift: [] });
  await standIn.close();
});

test('a base that staff began is completed; what differs is named and left as it is', async () => {
  const standIn = await startAirtableStandIn({ path: ':memory:', requestsPerSecond: null });
  const staff = staffOf(standIn);
  const fields = [
    { name: 'Mã', type: 'singleLineText' },
    { name: 'Năm', type: 'singleLineText' },
    { name: 'Trạng thái', type: 'singleSelect', options: { choices: [{ name: 'Nháp' }] } },
    { name: 'Ghi chú nội bộ', type: 'multilineText' },
  ];
  await staff.call('POST', 'meta/bases/appLocal0000000000/tables', { name: 'Điển hình', fields });
  const { created, described, drift } = await setUpBase(
    openBase({ token: 'local', baseId: standIn.baseId, endpointUrl: standIn.url }, 0),
  );
  expect(created).toHaveLength(18 + 58 - 3);
  // A sentence of ours stands beside each column, those that staff made with the same name included.
  expect(described).toHaveLength(3);
  expect(drift).toEqual([
    expect.stringContaining('“Năm”: kiểu trong Airtable là singleLineText'),
    expect.stringContaining('thiếu lựa chọn “Chờ xác nhận”'),
    expect.stringContaining('thiếu lựa chọn “Hẹn giờ”'),
    expect.stringContaining('thiếu lựa chọn “Công bố”'),
    expect.stringContaining('thiếu lựa chọn “Gỡ bỏ”'),
    expect.stringContaining('“Ghi chú nội bộ”'),
  ]);
  await standIn.close();
});
