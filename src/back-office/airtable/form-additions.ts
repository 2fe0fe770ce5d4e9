import type { Column } from './column.ts';
import type { FormTableOptions } from './form-columns.ts';
import { notesOfNomination, storyOfNomination } from './nomination-columns.ts';
import { publicAnswerColumns } from './question-columns.ts';
import { releaseColumn } from './releases-table.ts';

/** Warnings for staff. Every delivery writes them again, so an outdated warning disappears. */
const warningsColumn: Column = {
  name: 'Cảnh báo',
  type: 'multilineText',
  note: ({ warnings, revision }) => (warnings.length > 0 || revision > 0 ? warnings.join('\n') : undefined),
};

/** The column for what staff answer at the end of a case; the holder of the receipt key reads it then. */
const replyColumn = (name: string, description: string): Column => ({
  name,
  type: 'multilineText',
  field: 'reply',
  description,
});

/** Columns beside the answers: what staff see first, what staff write, and what the sync reads back. */
export const additions: Readonly<
  Record<string, Partial<Pick<FormTableOptions, 'first' | 'last' | 'readBack'>>>
> = {
  'Đề cử': {
    first: [
      warningsColumn,
      ...storyOfNomination,
      ...notesOfNomination,
      releaseColumn(
        'Tên của đợt ở bảng “Đợt công bố”. Ghi ô này trước, rồi mới chọn “Trạng thái”: quyết định chờ đến giờ của đợt, trước đó đơn vị chưa thấy gì.',
      ),
      replyColumn(
        'Để lần sau mạnh hơn',
        'Khi trạng thái là “Không đủ điều kiện”, đơn vị đọc cột này ở trang tra cứu: cần thêm gì để lần đề cử sau mạnh hơn.',
      ),
    ],
  },
  'Phản hồi': {
    first: [
      replyColumn(
        'Trả lời',
        'Khi trạng thái là “Đã trả lời”, người gửi đọc cột này ở trang tra cứu, mở bằng địa chỉ biên nhận.',
      ),
      ...publicAnswerColumns,
    ],
    readBack: { 'Đồng ý đăng ở Hỏi đáp': 'agreed' },
  },
  'Áp dụng': {
    last: [
      { name: 'Kết quả công khai', type: 'multilineText' },
      {
        name: 'Chỗ làm khác (công khai)',
        type: 'multilineText',
        description:
          'Đơn vị đã sửa gì so với nơi làm đầu tiên. Hiện trên trang của mô hình; chỉ ghi khi đơn vị đồng ý đăng câu này.',
      },
    ],
    readBack: {
      'Mã mô hình': 'model',
      'Đơn vị áp dụng': 'unitName',
      'Mã đơn vị': 'unitCode',
      'Áp dụng từ': 'since',
      'Kết quả đến nay': 'result',
      'Kết quả công khai': 'publicResult',
      'Chỗ làm khác (công khai)': 'changed',
      'Chỉ số trước và sau': 'indicators',
      'Tệp minh chứng': 'documents',
      'Đồng ý công khai': 'consent',
    },
  },
  'Xin sửa': {
    first: [
      replyColumn(
        'Lời đính chính',
        'Lời trang đăng ở bài khi chọn “Đã xác nhận”. Để trống thì trang đăng đúng lời đơn vị xin. Không nhận thì chọn “Không đủ điều kiện” và ghi lý do ở “Hướng dẫn bổ sung”.',
      ),
    ],
  },
  'Góp ý': {
    first: [
      replyColumn(
        'Trả lời',
        'Người góp ý đọc ở trang tra cứu, mở bằng địa chỉ biên nhận, khi chọn “Đã trả lời”.',
      ),
    ],
  },
  'Kế hoạch đơn vị': {
    readBack: {
      'Đơn vị ban hành': 'unitName',
      'Mã đơn vị': 'unitCode',
      'Số, ký hiệu kế hoạch': 'number',
      'Ngày ban hành': 'issuedOn',
      'Trích yếu': 'title',
      'Tiêu chí riêng': 'ownCriteria',
      'Địa chỉ đăng văn bản': 'link',
      'Đồng ý công khai': 'consent',
      'Nhận lúc': 'receivedAt',
    },
  },
  'Báo cáo năm': {
    readBack: {
      'Đơn vị báo cáo': 'unitName',
      'Mã đơn vị': 'unitCode',
      'Năm báo cáo': 'year',
      'Tình hình tổ chức thực hiện': 'carriedOut',
      'Kết quả': 'results',
      'Chỉ số trước và sau': 'indicators',
      'Số mô hình, giải pháp mới': 'models',
      'Số mô hình của nơi khác đã áp dụng': 'adopted',
      'Số tập thể đã khen thưởng': 'awardedCollectives',
      'Số cá nhân đã khen thưởng': 'awardedPersons',
      'Khó khăn, vướng mắc': 'difficulties',
      'Đề xuất, kiến nghị': 'proposals',
      'Phương hướng, nhiệm vụ năm sau': 'nextYear',
      'Nhận lúc': 'receivedAt',
    },
  },
};
