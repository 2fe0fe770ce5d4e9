import { dayKindNames } from '../../filing/settings/comment-rules.ts';
import type { Table } from './column.ts';
import { whyColumn } from './why-column.ts';

/** Lists of nominees and draft decisions on which everyone may comment before an award. */
export const commentTable: Table = {
  name: 'Lấy ý kiến',
  mergeColumn: 'Mã đợt',
  columns: [
    {
      name: 'Mã đợt',
      type: 'singleLineText',
      field: 'id',
      description:
        'Phần cuối của địa chỉ trang, chỉ gồm chữ thường không dấu, chữ số và gạch nối, ví dụ “2026-dot-1”. Đã đăng thì không đổi.',
    },
    {
      name: 'Tên',
      type: 'singleLineText',
      field: 'name',
      description:
        'Tên như người đọc thấy, ví dụ “Danh sách đề nghị tặng thưởng Huân chương Lao động, đợt 1 năm 2026”.',
    },
    {
      name: 'Mở lúc',
      type: 'dateTime',
      field: 'opensAt',
      description: 'Ngày giờ đăng; trước đó không ai thấy gì.',
    },
    {
      name: 'Số ngày',
      type: 'number',
      field: 'days',
      description: 'Bao nhiêu ngày, theo cột “Căn cứ”. Đã đăng thì chỉ tăng.',
    },
    {
      name: 'Cách tính ngày',
      type: 'singleSelect',
      choices: Object.values(dayKindNames),
      field: 'dayKind',
      description:
        'Ngày làm việc: bỏ thứ bảy, chủ nhật và “Ngày nghỉ” ở bảng “Mốc thời gian”. Ngày liên tục: tính mọi ngày.',
    },
    {
      name: 'Tính cả ngày đăng',
      type: 'checkbox',
      field: 'countsFirstDay',
      description: 'Đánh dấu nếu ngày đăng là ngày thứ nhất. Để trống thì tính từ ngày sau.',
    },
    {
      name: 'Đến hết ngày',
      type: 'date',
      field: 'lastDay',
      description:
        'Để trống thì trang tính theo ba cột trước. Chỉ ghi khi muốn kéo dài hơn; ngày sớm hơn quy định thì trang không nhận.',
    },
    {
      name: 'Căn cứ',
      type: 'multilineText',
      field: 'basis',
      description:
        'Điều, khoản, văn bản quy định việc lấy ý kiến và số ngày, đã đối chiếu. Trang in đúng lời này.',
    },
    {
      name: 'Cách góp ý khác',
      type: 'multilineText',
      field: 'ways',
      description:
        'Ngoài phiếu trên trang: gửi văn bản, thư, điện thoại tới đâu; góp ý không ghi tên có được xem xét không.',
    },
    {
      name: 'Danh sách',
      type: 'multilineText',
      field: 'list',
      isRaw: true,
      description:
        'Dán bảng chép từ Excel hoặc Word, dòng đầu là tên cột. Chỉ những cột được công khai: không ngày sinh, số định danh, nơi ở.',
    },
    {
      name: 'Dự thảo quyết định',
      type: 'richText',
      field: 'draft',
      description: 'Lời của dự thảo. Hoặc để trống và đính tệp PDF ở cột “Tệp”.',
    },
    {
      name: 'Tệp',
      type: 'multipleAttachments',
      field: 'files',
      description:
        'Tệp PDF, JPEG hoặc PNG đăng kèm, mỗi tệp 4 MB. Ảnh được xóa nơi chụp và loại máy trước khi đăng.',
    },
    {
      name: 'Kết quả tiếp thu',
      type: 'richText',
      field: 'outcome',
      description:
        'Ghi sau khi hết hạn: ý kiến được xem xét thế nào, không nêu ai góp ý. Trang đăng ở đầu đợt.',
    },
    {
      name: 'Áp dụng',
      type: 'checkbox',
      field: 'applies',
      description: 'Đánh dấu sau khi đọc lại cả hàng. Đến “Mở lúc” thì trang đăng.',
    },
    {
      name: 'Lý do rút',
      type: 'multilineText',
      field: 'takenOff',
      description: 'Ghi thì trang rút danh sách đã đăng, in lý do này.',
    },
    {
      name: 'Tình hình',
      type: 'singleLineText',
      told: 'summary',
      description: 'Trang tự ghi: hết hạn ngày nào, đã nhận bao nhiêu góp ý. Không sửa cột này.',
    },
    {
      name: 'Địa chỉ',
      type: 'url',
      told: 'address',
      description: 'Trang tự ghi: trang của đợt, khi đã đăng. Không sửa cột này.',
    },
    whyColumn,
  ],
};
