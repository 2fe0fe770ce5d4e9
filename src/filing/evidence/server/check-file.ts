import { createHash } from 'node:crypto';
import type { FiledFile } from '../../definitions/files-field.ts';
import { maxFileBytes, sizeText } from '../../definitions/uploaded-file.ts';
import { kindOf, otherKindText } from '../file-kind.ts';
import { cleanFileName, unreadableName } from '../file-name.ts';
import { pdfProblem } from '../pdf/problem.ts';
import { stripJpeg } from '../photo/jpeg.ts';
import { stripPng } from '../photo/png.ts';
import type { Stripped } from '../photo/stripped.ts';

/** A checked file as it will be stored, or a message for the sender and the matching HTTP status. */
export type CheckedFile =
  | { ok: true; facts: FiledFile; bytes: Uint8Array<ArrayBuffer> }
  | { ok: false; status: 413 | 415 | 422; message: string };

const again = 'Hãy mở thử trên máy, lưu lại rồi chọn lại.';

/** Messages for the sender about a refused file. */
const said = {
  picture: {
    cut: `Ảnh bị thiếu phần cuối, có thể do chép dở. ${again}`,
    broken: `Ảnh bị hỏng, không đọc được. ${again}`,
    huge: 'Ảnh có quá nhiều điểm ảnh. Hãy thu nhỏ ảnh rồi chọn lại.',
  },
  pdf: {
    cut: `Tệp PDF bị thiếu phần cuối, có thể do chép dở, hoặc còn dữ liệu khác phía sau. ${again}`,
    broken:
      'Tệp PDF bị hỏng hoặc được đóng gói khác thường nên không kiểm tra được. Hãy in ra PDF mới rồi chọn lại.',
    locked:
      'Tệp PDF đặt mật khẩu hoặc mã hóa nên không mở được để kiểm tra. Hãy lưu bản không đặt mật khẩu, không hạn chế quyền rồi chọn lại.',
    active:
      'Tệp PDF có mã lệnh, tệp đính kèm, biểu mẫu động, hoặc lệnh mở chương trình, mở tệp khác, gửi dữ liệu nên không nhận. Hãy in ra PDF mới rồi chọn lại.',
    share:
      'Tệp PDF có liên kết tới máy khác trong mạng nội bộ nên không nhận. Hãy bỏ liên kết đó, hoặc in ra PDF mới rồi chọn lại.',
  },
} as const;

const refuse = (status: 413 | 415 | 422, message: string): CheckedFile => ({ ok: false, status, message });

function stripped(kind: FiledFile['kind'], bytes: Uint8Array<ArrayBuffer>): Stripped {
  if (kind === 'pdf') return { ok: true, bytes };
  return kind === 'jpeg' ? stripJpeg(bytes) : stripPng(bytes);
}

/**
 * Reads a whole file: finds its kind by content, checks that it is complete, and strips metadata from a picture. A PDF keeps its
 * metadata: changing a byte would break a signature on it.
 */
export function checkFile(givenName: string, bytes: Uint8Array<ArrayBuffer>): CheckedFile {
  if (bytes.length === 0) return refuse(422, `Tệp này trống. ${again}`);
  const unreadable = unreadableName(givenName);
  if (unreadable) return refuse(422, unreadable);
  if (bytes.length > maxFileBytes) {
    const size = sizeText(bytes.length);
    return refuse(413, `Tệp nặng ${size}, quá 4 MB. Hãy giảm cỡ ảnh hoặc quét nhẹ hơn rồi chọn lại.`);
  }
  const kind = kindOf(bytes);
  if (!kind) return refuse(415, otherKindText(bytes));
  const problem = kind === 'pdf' ? pdfProblem(bytes) : null;
  if (problem) return refuse(422, said.pdf[problem]);
  const kept = stripped(kind, bytes);
  if (!kept.ok) return refuse(422, said.picture[kept.problem]);
  const sha256 = createHash('sha256').update(kept.bytes).digest('hex');
  const name = cleanFileName(givenName, kind);
  return { ok: true, facts: { name, kind, bytes: kept.bytes.length, sha256 }, bytes: kept.bytes };
}
