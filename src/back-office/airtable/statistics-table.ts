import { closeChoices } from '../statistics/close-years.ts';
import { statisticsTable } from '../statistics/years.ts';
import type { Table } from './column.ts';
import { whyColumn } from './why-column.ts';

/** Years whose statutory tables staff want. */
export const statistics: Table = {
  name: statisticsTable,
  mergeColumn: 'Năm',
  columns: [
    {
      name: 'Năm',
      type: 'singleLineText',
      field: 'year',
      description: 'Năm thống kê, bốn chữ số, ví dụ 2026. Trang tính theo năm của ngày ký quyết định.',
    },
    {
      name: 'Đơn vị báo cáo',
      type: 'singleLineText',
      field: 'reporter',
      description: 'Đơn vị báo cáo, in ở đầu biểu. Để trống thì biểu in chỗ trống.',
    },
    {
      name: 'Đơn vị nhận báo cáo',
      type: 'singleLineText',
      field: 'receiver',
      description: 'Đơn vị nhận báo cáo, in ở đầu biểu. Để trống thì biểu in chỗ trống.',
    },
    {
      name: 'Căn cứ biểu mẫu',
      type: 'multilineText',
      field: 'basis',
      description:
        'Văn bản ban hành biểu, sau khi đã đối chiếu hiệu lực. Để trống thì biểu nói là chưa xác nhận.',
    },
    {
      name: 'Trang biểu',
      type: 'url',
      told: 'page',
      description: 'Trang tự ghi: địa chỉ riêng của các biểu, có tệp .xlsx. Không gửi ra ngoài.',
    },
    {
      name: 'Chốt năm',
      type: 'singleSelect',
      choices: Object.values(closeChoices),
      field: 'close',
      description:
        'Chọn khi báo cáo của năm đã đủ và đã xác nhận: trang giữ nguyên năm đó ở /nam/…/, việc đến sau được liệt kê bên cạnh. Một lần cho mỗi năm.',
    },
    {
      name: 'Tình hình',
      type: 'singleLineText',
      told: 'summary',
      description: 'Trang tự ghi: năm đã chốt lúc nào. Không sửa cột này.',
    },
    {
      name: 'Địa chỉ',
      type: 'url',
      told: 'address',
      description: 'Trang tự ghi: trang của năm đã chốt. Không sửa cột này.',
    },
    whyColumn,
  ],
};
