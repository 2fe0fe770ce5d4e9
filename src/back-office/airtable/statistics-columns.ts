import { countedAs, sexes } from '../../gallery/award-statistics/counted-as.ts';
import { unitGroups } from '../../vocabulary/units.ts';
import type { Table } from './column.ts';

/** What staff say of an honour for the yearly statistics alone. */
export const statisticsColumns: Table['columns'] = [
  {
    name: 'Thống kê: đối tượng',
    type: 'singleSelect',
    choices: countedAs.map(({ name }) => name),
    field: 'countedAs',
    description: 'Cho biểu thống kê hằng năm; không hiện trên trang. Chưa rõ thì để trống.',
  },
  {
    name: 'Thống kê: giới tính',
    type: 'singleSelect',
    choices: sexes.map(({ name }) => name),
    field: 'sex',
    description: 'Cho biểu thống kê hằng năm, chỉ với cá nhân; không hiện trên trang.',
  },
  {
    name: 'Thống kê: loại đơn vị',
    type: 'singleSelect',
    choices: unitGroups.map(({ label }) => label),
    field: 'unitKind',
    description:
      'Cho biểu thống kê hằng năm; không hiện trên trang. Để trống thì trang lấy theo “Mã đơn vị”.',
  },
  {
    name: 'Thống kê: không tính',
    type: 'checkbox',
    field: 'notCounted',
    description: 'Đánh dấu khi quyết định bị thu hồi: biểu không đếm hàng này.',
  },
];
