import { maxCellLetters, maxColumns, maxSheetRows } from './sheet.ts';

const number = (value: number) => value.toLocaleString('vi');

/** Messages that tell why a sheet was not read completely and what to do, given the sheet's name and the place. */
export const unreadWords = {
  rows: (sheet: string) =>
    `${sheet} có hơn ${number(maxSheetRows)} dòng nên chưa được đọc hết. Hãy chia thành nhiều bảng nhỏ hơn.`,
  farRow: (sheet: string, row: string) =>
    `${sheet} có chữ ở dòng ${row}, cách xa bảng. Hãy xóa dòng đó và các dòng trống ở giữa, lưu lại rồi chọn lại.`,
  emptyRows: (sheet: string) =>
    `${sheet} có rất nhiều dòng trống được định dạng. Hãy chọn các dòng trống dưới bảng, bấm chuột phải, chọn Xóa (Delete), lưu lại rồi chọn lại.`,
  columns: (sheet: string) =>
    `${sheet} có chữ ở ngoài ${maxColumns} cột đầu. Hãy xóa các cột thừa bên phải bảng, lưu lại rồi chọn lại.`,
  cell: (sheet: string, cell: string) =>
    `${sheet}: ô ${cell} dài hơn ${number(maxCellLetters)} ký tự, nhiều hơn một ô chứa được. Hãy rút gọn ô này.`,
  twice: (sheet: string, cell: string) =>
    `${sheet}: ô ${cell} có hai nội dung, tệp bị hỏng. Hãy mở bằng Excel, lưu lại rồi chọn lại.`,
  size: (sheet: string) =>
    `${sheet} quá lớn nên chưa được đọc hết. Hãy chép riêng bảng cần gửi sang một tệp mới, lưu lại rồi chọn lại.`,
  broken: (sheet: string) => `${sheet} bị hỏng nên không đọc được. Hãy mở bằng Excel, lưu lại rồi chọn lại.`,
} as const;
