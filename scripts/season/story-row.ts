/** A complete row of `Điển hình`, by what staff call its columns. */
export const storyRow = (code: string, name: string): Record<string, unknown> => ({
  Mã: code,
  Loại: 'Mô hình',
  Tên: name,
  'Tóm tắt': 'Tóm tắt thử.',
  'Nội dung': 'Nội dung thử.',
  'Tên đơn vị': 'Đơn vị thử',
  'Nội dung thi đua': ['Hạ tầng số, hạ tầng xanh'],
  'Tiêu chí': ['ii-2'],
  Năm: 2026,
  'Đồng ý công khai': true,
  'Trạng thái': 'Công bố',
});
