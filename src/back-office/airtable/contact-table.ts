import type { Table } from './column.ts';
import { whyColumn } from './why-column.ts';

/** Where the site writes to units that filed nothing themselves. */
export const contactTable: Table = {
  name: 'Đầu mối đơn vị',
  mergeColumn: 'Đơn vị',
  columns: [
    {
      name: 'Đơn vị',
      type: 'singleLineText',
      field: 'unit',
      description: 'Tên hoặc mã đơn vị như ở trang Cơ quan, đơn vị. Mỗi đơn vị một hàng.',
    },
    {
      name: 'Thư điện tử',
      type: 'email',
      field: 'email',
      description:
        'Hộp thư công vụ của đơn vị, không phải của một người. Trang gửi tới đây lời nhờ xem một cách làm mà người dân chỉ ra.',
    },
    {
      name: 'Áp dụng',
      type: 'checkbox',
      field: 'applies',
      description: 'Đánh dấu khi địa chỉ đúng. Chưa đánh dấu thì trang không gửi.',
    },
    whyColumn,
  ],
};
