import { formNames, momentNames } from '../../filing/settings/moment-rules.ts';
import { textRoleNames } from '../../filing/settings/text-rules.ts';
import { clusterTable } from './cluster-table.ts';
import type { Table } from './column.ts';
import { commentTable } from './comment-table.ts';
import { contactTable } from './contact-table.ts';
import { whyColumn } from './why-column.ts';

/** Times: when forms are open, public dates, stops of the service, days off. */
const moments: Table = {
  name: 'Mốc thời gian',
  mergeColumn: 'Tên',
  columns: [
    {
      name: 'Tên',
      type: 'singleLineText',
      field: 'name',
      description: 'Tên mốc như người đọc sẽ thấy, ví dụ “Nhận đề cử đợt 1 năm 2027”.',
    },
    {
      name: 'Loại',
      type: 'singleSelect',
      choices: Object.values(momentNames),
      field: 'kind',
      description:
        'Nhận phiếu: phiếu chỉ mở trong thời gian này. Mốc công khai: hiện ở Lộ trình, Báo chí và lịch. Ngừng dịch vụ: báo trước ở đầu mọi trang. Ngừng khẩn cấp: báo ngay ở đầu mọi trang, không cần báo trước. Ngày nghỉ: không tính là ngày làm việc.',
    },
    {
      name: 'Phiếu',
      type: 'multipleSelects',
      choices: formNames,
      field: 'forms',
      description:
        'Với “Nhận phiếu”: những phiếu mở trong thời gian này. Phiếu không có mốc nào thì luôn mở.',
    },
    { name: 'Từ lúc', type: 'dateTime', field: 'from', description: 'Ngày giờ bắt đầu.' },
    {
      name: 'Đến lúc',
      type: 'dateTime',
      field: 'until',
      description: 'Ngày giờ kết thúc. Phiếu đóng đúng lúc này.',
    },
    {
      name: 'Lời nhắn',
      type: 'multilineText',
      field: 'words',
      description:
        'Một câu người đọc thấy: khi phiếu đóng thì làm gì, hoặc việc gì tạm ngừng. Mốc công khai: nói thêm về mốc.',
    },
    {
      name: 'Báo từ ngày',
      type: 'date',
      field: 'announced',
      description: 'Với “Ngừng dịch vụ”: ngày bắt đầu thông báo, trước lúc ngừng ít nhất 7 ngày làm việc.',
    },
    {
      name: 'Năm báo cáo',
      type: 'number',
      field: 'year',
      description:
        'Với “Nhận phiếu” của báo cáo năm: báo cáo của năm nào, 2026 đến 2030. Trang Tiến độ lấy “Đến lúc” của hàng này làm hạn nộp. Trống thì trang nói chưa công bố hạn.',
    },
    {
      name: 'Áp dụng',
      type: 'checkbox',
      field: 'applies',
      description: 'Đánh dấu khi hàng đã đủ và đúng. Chưa đánh dấu thì trang không dùng hàng này.',
    },
    whyColumn,
  ],
};

/** Named values: times to answer, periods of retention, contacts. */
export const values: Table = {
  name: 'Cài đặt',
  mergeColumn: 'Mã',
  columns: [
    {
      name: 'Mã',
      type: 'singleLineText',
      field: 'key',
      description: 'Trang tự đặt. Không sửa, không xóa hàng.',
    },
    { name: 'Mục', type: 'singleLineText', description: 'Trang tự ghi: mục này là gì, hiện ở đâu.' },
    { name: 'Ai điền', type: 'singleLineText', description: 'Trang tự ghi: ai chịu trách nhiệm điền.' },
    {
      name: 'Giá trị',
      type: 'multilineText',
      field: 'value',
      description:
        'Ghi nội dung thật. Để trống thì trang in chỗ trống trong ngoặc vuông hoặc nói là chưa công bố.',
    },
    whyColumn,
  ],
};

/** Legal texts, guidance and criteria, with their validity. */
export const texts: Table = {
  name: 'Văn bản',
  mergeColumn: 'Số hiệu',
  columns: [
    {
      name: 'Số hiệu',
      type: 'singleLineText',
      field: 'number',
      description: 'Số hiệu như trên văn bản, ví dụ “152/2025/NĐ-CP”.',
    },
    {
      name: 'Vai trò',
      type: 'singleSelect',
      choices: Object.values(textRoleNames),
      field: 'role',
      description: 'Văn bản đứng ở chỗ nào trên trang Văn bản.',
    },
    {
      name: 'Loại văn bản',
      type: 'singleLineText',
      field: 'kind',
      description: 'Luật, Nghị định, Quyết định, Hướng dẫn.',
    },
    { name: 'Trích yếu', type: 'multilineText', field: 'title', description: 'Văn bản nói về gì.' },
    {
      name: 'Cơ quan ban hành',
      type: 'singleLineText',
      field: 'issuer',
      description: 'Tên cơ quan lúc ban hành.',
    },
    { name: 'Ngày ký', type: 'date', field: 'date', description: 'Ngày ghi trên văn bản.' },
    {
      name: 'Hiệu lực từ',
      type: 'date',
      field: 'validFrom',
      description: 'Ngày đầu tiên có hiệu lực, đã đối chiếu với Công báo.',
    },
    {
      name: 'Hết hiệu lực từ',
      type: 'date',
      field: 'lapsesOn',
      description:
        'Ngày đầu tiên không còn hiệu lực. Trang đánh dấu mọi chỗ dẫn văn bản từ hôm trước ngày này, và nhắc trước 90 ngày. Chưa biết thì để trống.',
    },
    {
      name: 'Thay bằng',
      type: 'singleLineText',
      field: 'successor',
      description: 'Loại và số hiệu của văn bản thay thế.',
    },
    {
      name: 'Nơi đọc',
      type: 'url',
      field: 'address',
      description: 'Địa chỉ toàn văn, bắt đầu bằng https://.',
    },
    {
      name: 'Toàn văn',
      type: 'richText',
      field: 'content',
      description:
        'Với hướng dẫn, tiêu chí của các sở: lời của văn bản, để trang đăng thành một trang riêng. Trống thì trang chỉ ghi số, ngày và nơi đọc.',
    },
    {
      name: 'Tệp',
      type: 'multipleAttachments',
      field: 'files',
      description:
        'Với hướng dẫn, tiêu chí của các sở: tệp PDF, JPEG hoặc PNG đăng kèm, mỗi tệp 4 MB. Ảnh được xóa nơi chụp và loại máy trước khi đăng.',
    },
    {
      name: 'Nguồn đối chiếu',
      type: 'multilineText',
      description:
        'Cán bộ ghi: đã đối chiếu hiệu lực ở đâu, ngày nào, ai đối chiếu. Trang không đọc cột này.',
    },
    whyColumn,
  ],
};

/** Tables in which the owner sets what the site says and does. */
export const settingsTables: readonly Table[] = [
  moments,
  values,
  texts,
  clusterTable,
  commentTable,
  contactTable,
];
