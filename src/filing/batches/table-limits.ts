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

/** The same as a file. */
export const tableFile: FilesTaken = { name: fileField, maxBytes: 2 * megabyte, tooLarge };
