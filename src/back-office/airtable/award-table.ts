import { consentChoices } from '../../gallery/award-decisions/decision.ts';
import { decisionTable } from '../../gallery/award-decisions/table-name.ts';
import { awardForms, occasions } from '../../vocabulary/taxonomy.ts';
import type { Table } from './column.ts';
import { releaseColumn } from './releases-table.ts';
import { whyColumn } from './why-column.ts';

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

/** Decisions on awards, each with the list of whom it honours. */
export const awardDecisions: Table = {
  name: decisionTable,
  mergeColumn: 'Số quyết định',
  columns: [
    {
      name: 'Số quyết định',
      type: 'singleLineText',
      field: 'number',
      description: 'Số như trên văn bản, ví dụ “1234/QĐ-UBND”. Mỗi quyết định một hàng.',
    },
    { name: 'Ngày quyết định', type: 'date', field: 'date', description: 'Ngày ký quyết định.' },
    {
      name: 'Cơ quan quyết định',
      type: 'singleLineText',
      field: 'body',
      description: 'Cơ quan hoặc người ký, ví dụ “Chủ tịch Ủy ban nhân dân thành phố Đồng Nai”.',
    },
    {
      name: 'Năm',
      type: 'number',
      field: 'year',
      description: 'Năm của thành tích. Để trống thì lấy năm của ngày ký.',
    },
    {
      name: 'Dịp',
      type: 'singleSelect',
      choices: names(occasions),
      field: 'occasion',
      description: 'Dịp khen thưởng, dùng cho mọi dòng của danh sách.',
    },
    {
      name: 'Hình thức khen thưởng',
      type: 'singleSelect',
      choices: names(awardForms),
      field: 'award',
      description: 'Dùng cho những dòng mà danh sách không ghi hình thức riêng.',
    },
    {
      name: 'Trích yếu chung',
      type: 'multilineText',
      field: 'motivation',
      description: 'Thành tích nêu trong quyết định; dùng cho những dòng không ghi thành tích riêng.',
    },
    {
      name: 'Danh sách',
      type: 'multilineText',
      field: 'list',
      isRaw: true,
      description:
        'Dán bảng chép từ Excel hoặc Word, kèm hàng tên cột: tên, đơn vị, hình thức, thành tích. Hoặc để trống và đính tệp ở cột “Tệp danh sách”.',
    },
    {
      name: 'Tệp danh sách',
      type: 'multipleAttachments',
      field: 'file',
      description: 'Một tệp .xlsx, .docx, .ods hoặc .csv có bảng danh sách.',
    },
    {
      name: 'Sự đồng ý',
      type: 'singleSelect',
      choices: Object.values(consentChoices),
      field: 'consent',
      description:
        'Ai đã đồng ý được nêu tên. Người chưa đồng ý được hỏi bằng địa chỉ riêng ở bài của họ. Để trống: hỏi tất cả.',
    },
    {
      name: 'Tạo bài nháp',
      type: 'checkbox',
      field: 'wanted',
      description:
        'Đánh dấu sau khi xem “Trang kiểm tra”: trang tạo cho mỗi dòng một bài nháp ở bảng “Điển hình”. Bỏ đánh dấu không xóa bài.',
    },
    releaseColumn('Tên của đợt ở bảng “Đợt công bố”: mọi bài của quyết định lên trang cùng đợt này.'),
    {
      name: 'Duyệt các bài',
      type: 'checkbox',
      field: 'approved',
      description:
        'Đánh dấu sau khi đọc các bài nháp: bài nào đã có sự đồng ý thì trang ghi “Đợt công bố” và chọn “Công bố” cho bài đó. Chưa ai thấy gì trước giờ của đợt.',
    },
    {
      name: 'Đã đọc',
      type: 'multilineText',
      told: 'summary',
      description: 'Trang tự ghi: đọc được bao nhiêu dòng, bao nhiêu bài đã có. Không sửa cột này.',
    },
    {
      name: 'Trang kiểm tra',
      type: 'url',
      told: 'page',
      description: 'Trang tự ghi: địa chỉ riêng để cán bộ xem từng dòng. Không gửi ra ngoài.',
    },
    whyColumn,
  ],
};
