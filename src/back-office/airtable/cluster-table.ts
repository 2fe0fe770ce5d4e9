import { clusterKindNames } from '../../filing/settings/cluster-rules.ts';
import type { Table } from './column.ts';
import { whyColumn } from './why-column.ts';

/** Cụm and khối thi đua with their units. */
export const clusterTable: Table = {
  name: 'Cụm, khối',
  mergeColumn: 'Tên',
  columns: [
    {
      name: 'Tên',
      type: 'singleLineText',
      field: 'name',
      description: 'Tên cụm, khối như trong quyết định chia cụm, khối, ví dụ “Khối thi đua số 1”.',
    },
    {
      name: 'Loại',
      type: 'singleSelect',
      choices: Object.values(clusterKindNames),
      field: 'kind',
      description: 'Cụm hoặc khối.',
    },
    {
      name: 'Đơn vị',
      type: 'multilineText',
      field: 'units',
      description:
        'Mỗi dòng một đơn vị: tên hoặc mã như ở trang Cơ quan, đơn vị. Trang Tiến độ xếp theo đây.',
    },
    {
      name: 'Áp dụng',
      type: 'checkbox',
      field: 'applies',
      description: 'Đánh dấu khi danh sách đã đủ và đúng. Chưa đánh dấu thì trang chưa dùng cụm, khối này.',
    },
    whyColumn,
  ],
};
