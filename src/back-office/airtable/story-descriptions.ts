import type { Table } from './column.ts';

/** One sentence for staff about each column of `Điển hình`, which Airtable shows beside its name. */
const sentences: Readonly<Record<string, string>> = {
  Mã: 'MH- cho mô hình, VD- cho tập thể, cá nhân được khen, rồi bốn chữ số, ví dụ MH-0012; không đổi sau khi bài lên trang.',
  Loại: 'Mô hình, Tập thể hoặc Cá nhân.',
  Tên: 'Tên mô hình, tập thể hoặc người được khen, như người đọc sẽ thấy.',
  'Tóm tắt': 'Một hai câu cho danh sách và trang tìm kiếm.',
  'Nội dung': 'Toàn bài: đã làm gì, kết quả trước và sau.',
  'Mã đơn vị': 'Mã trong danh sách đơn vị; không có trong danh sách thì để trống.',
  'Tên đơn vị': 'Tên đơn vị như người đọc sẽ thấy.',
  'Nhóm tiêu chí': 'Nhóm ở mục III.1 của Kế hoạch mà bài thuộc về.',
  'Nội dung thi đua': 'Một hay nhiều nội dung ở mục II của Kế hoạch.',
  'Tiêu chí':
    'Các mục của Kế hoạch mà bài chứng minh: ii-2 là mục II.2, iii-1-1-2 là gạch đầu dòng thứ hai của mục III.1.1; xem ở trang Kế hoạch.',
  Năm: 'Năm của thành tích, bốn chữ số.',
  Dịp: 'Dịp khen thưởng; mô hình chưa được khen thì để trống.',
  'Hình thức khen thưởng': 'Theo quyết định khen thưởng; mô hình chưa được khen thì để trống.',
  'Số quyết định': 'Số của quyết định khen thưởng; tập thể, cá nhân phải có.',
  'Ngày quyết định': 'Ngày ký quyết định khen thưởng.',
  'Cơ quan quyết định': 'Cơ quan, người ký quyết định khen thưởng.',
  'Trích yếu khen thưởng': 'Lý do khen, chép từ quyết định.',
  'Chỉ số trước và sau':
    'Mỗi dòng một chỉ số, kèm số trước và số sau. Đo lại sau 12 tháng thì ghi thêm ở cuối dòng: · Đo lại: 12/2027, 640.',
  'Tên tiếng Anh': 'Tên cho trang tiếng Anh; có cả “Tóm tắt tiếng Anh” thì bài mới lên trang tiếng Anh.',
  'Tóm tắt tiếng Anh': 'Một câu cho trang tiếng Anh.',
  'Kết quả tiếng Anh': 'Chỉ số trước và sau cho trang tiếng Anh, mỗi dòng một chỉ số.',
  'Liên hệ công khai': 'Đầu mối của đơn vị cho báo chí, khi đơn vị đồng ý đăng.',
  'Làm theo: chi phí': 'Nơi khác làm theo tốn bao nhiêu, gồm những khoản nào; chỉ dùng cho mô hình.',
  'Làm theo: thời gian': 'Từ lúc bắt đầu đến lúc chạy được mất bao lâu; chỉ dùng cho mô hình.',
  'Làm theo: nhân lực': 'Cần mấy người, làm việc gì; chỉ dùng cho mô hình.',
  'Làm theo: điều kiện': 'Phải có sẵn gì mới làm được: máy, đường truyền, quy chế; chỉ dùng cho mô hình.',
  'Làm theo: tệp':
    'Quy trình, biểu mẫu, dự toán mà nơi khác dùng được; ai cũng tải được khi bài lên trang. Nhiều nhất 5 tệp Word, Excel, PDF, JPEG, PNG, mỗi tệp 4 MB. Trang tự xóa tên người soạn, mã lệnh, nơi chụp; còn nhận xét hay dấu sửa thì không nhận.',
  Ảnh: 'Một ảnh JPEG, PNG hoặc WebP; ảnh phải có “Mô tả ảnh” và “Nguồn ảnh”.',
  'Mô tả ảnh': 'Trong ảnh có gì, cho người không nhìn thấy ảnh.',
  'Chú thích ảnh': 'Câu đứng dưới ảnh.',
  'Nguồn ảnh': 'Người chụp hoặc đơn vị cung cấp ảnh.',
  'Đính chính': 'Mỗi dòng một đính chính, bắt đầu bằng ngày: 5/12/2026: nội dung.',
  'Đường dẫn': 'Phần cuối địa chỉ của bài; để trống thì trang tự đặt theo tên.',
  'Đồng ý công khai':
    'Đánh dấu khi người hoặc đơn vị trong bài đã đồng ý; chưa đánh dấu thì bài không lên trang.',
  'Lý do gỡ': 'Ai mở địa chỉ của bài đã gỡ cũng đọc được câu này.',
};

/** The table with a sentence at each column; a column that has a description of its own keeps it. */
export const described = (table: Table): Table => ({
  ...table,
  columns: table.columns.map((column) => {
    const description = column.description ?? sentences[column.name];
    return description === undefined ? column : { ...column, description };
  }),
});
