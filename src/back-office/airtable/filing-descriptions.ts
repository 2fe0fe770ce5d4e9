import type { Column, Table } from './column.ts';

/** One sentence for staff about each column of a table of submissions that holds no answer of its own question. */
const sentences: Readonly<Record<string, string>> = {
  'Mã hồ sơ': 'Trang tự ghi: mã trên biên nhận của đơn vị. Không sửa cột này.',
  'Trạng thái': 'Phiếu đang ở đâu; đơn vị đọc trạng thái này ở trang tra cứu.',
  'Hướng dẫn bổ sung':
    'Lời cho đơn vị khi hỏi lại hoặc khi phiếu không đủ điều kiện; đơn vị đọc nguyên văn. Ghi trước khi đổi “Trạng thái”.',
  'Câu cần trả lời lại':
    'Những câu đơn vị phải trả lời lại khi “Yêu cầu bổ sung”; không chọn câu nào thì đơn vị sửa được mọi câu.',
  'Cảnh báo':
    'Trang tự ghi: chỗ nên xem kỹ, ví dụ có thể trùng với hồ sơ khác. Không chặn phiếu. Không sửa cột này.',
  Loại: 'Trang tự ghi: phiếu nào trong ba phiếu đề cử.',
  'Mã đơn vị':
    'Mã trong danh sách đơn vị; ngoài danh sách là “khac” hoặc “doanh-nghiep”. Trang tự ghi; cán bộ nhập phiếu giấy được để trống nếu tên đơn vị ghi đúng như danh sách.',
  'Loại đơn vị': 'Trang tự ghi theo “Mã đơn vị”.',
  'Nhóm tiêu chí': 'Nhóm ở mục III.1 của Kế hoạch mà đơn vị chọn.',
  'Thời gian đạt thành tích': 'Đơn vị trả lời: thành tích đạt được từ tháng nào đến tháng nào.',
  'Kết quả công khai':
    'Kết quả như mọi người đọc ở trang của mô hình; cán bộ ghi, rút từ “Kết quả đến nay”, khi đơn vị đồng ý.',
  'Cam kết của đơn vị': 'Đơn vị đã đánh dấu: chịu trách nhiệm về nội dung phiếu.',
  'Đồng ý của người liên hệ': 'Người liên hệ đã đánh dấu: đồng ý để cơ quan dùng thông tin liên hệ của mình.',
  'Đồng ý của người được đề cử': 'Đơn vị đã đánh dấu: người được đề cử biết và đồng ý.',
  'Đã biết nơi lưu dữ liệu': 'Đơn vị đã đánh dấu: đã đọc dữ liệu được lưu ở đâu.',
  'Đồng ý công khai': 'Đơn vị đồng ý cho đăng trên trang nếu được chọn; chưa đánh dấu thì không đăng gì.',
  'Đồng ý đăng ở Hỏi đáp': 'Đơn vị đồng ý cho đăng câu hỏi ở trang Hỏi đáp, không nêu tên.',
  'Phiên bản đồng ý': 'Trang tự ghi: lời đồng ý mà đơn vị đã đọc là bản nào.',
  'Phiên bản phiếu': 'Trang tự ghi: phiếu mà đơn vị đã điền là bản nào.',
  'Nhận lúc': 'Trang tự ghi: lúc nhận phiếu, giờ Việt Nam.',
};

const aQuestion = (label: string) => `“${label.trim().replace(/[.:]$/u, '')}”`;

/** What stands beside the column of an answer; `labels`: the question of each form that asks it. */
export const answerSentence = (labels: readonly string[]): string =>
  `Đơn vị trả lời câu ${[...new Set(labels)].map(aQuestion).join(' hoặc ')}.`;

/** A table of submissions with a sentence at each column: one that stands above, else that of an answer. */
export const describedFilings = (table: Table): Table => ({
  ...table,
  columns: table.columns.map((column): Column => {
    const description = sentences[column.name] ?? column.description;
    return description === undefined ? column : { ...column, description };
  }),
});
