import type { FilesTaken, TextLimits } from '../../platform/http/read-body.ts';
import { fileField } from './uploaded-table.ts';

const megabyte = 1024 * 1024;

const tooLarge = 'Bảng lớn quá 2 MB. Hãy chia thành nhiều bảng nhỏ hơn; chưa dòng nào được gửi.';

/** A hundred rows, each as long as a filing may be; together with a file below the 6 MB that the platform takes. */
export const tableText: TextLimits = {
  maxTextBytes: 2 * megabyte,
  maxRawBytes: 3 * megabyte,
  tooLarge,
};

/** The same as a file. What a larger one holds is not looked at: the words name what makes a file large. */
export const tableFile: FilesTaken = {
  name: fileField,
  maxBytes: 2 * megabyte,
  tooLarge:
    'Tệp hoặc bảng dán vào lớn quá 5 MB nên chưa được đọc; chưa dòng nào được gửi. Tệp bảng lớn như vậy thường vì có ảnh, hoặc vì nhiều dòng, cột trống được định dạng. Hãy chép riêng các dòng cần gửi sang một tệp .xlsx mới, lưu lại rồi chọn tệp mới.',
};
