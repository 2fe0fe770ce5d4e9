import type { AcceptedFiles, TextLimits } from '../../platform/http/read-body.ts';
import { fileField } from './uploaded-table.ts';

const megabyte = 1024 * 1024;

const tooLarge = 'Bảng lớn quá 2 MB. Hãy chia thành nhiều bảng nhỏ hơn; chưa dòng nào được gửi.';

/** Room for a hundred rows of the longest answers; together with a file below the platform's limit of 6 MB. */
export const tableText: TextLimits = {
  maxTextBytes: 2 * megabyte,
  maxRawBytes: 3 * megabyte,
  tooLarge,
};

/** The same limit for a file. A larger file is not read: the message names what makes files large. */
export const tableFile: AcceptedFiles = {
  name: fileField,
  maxBytes: 2 * megabyte,
  tooLarge:
    'Tệp hoặc bảng dán vào lớn quá 5 MB nên chưa được đọc; chưa dòng nào được gửi. Tệp bảng lớn như vậy thường vì có ảnh, hoặc vì nhiều dòng, cột trống được định dạng. Hãy chép riêng các dòng cần gửi sang một tệp .xlsx mới, lưu lại rồi chọn tệp mới.',
};
