import { kindOf } from '../../../filing/evidence/file-kind.ts';
import { stripPdf } from '../../../filing/evidence/pdf/strip-metadata.ts';
import { stripJpeg } from '../../../filing/evidence/photo/jpeg.ts';
import { stripPng } from '../../../filing/evidence/photo/png.ts';
import { cleanText } from '../../../vietnamese/clean-text.ts';
import { findUnreadable } from '../../../vietnamese/unreadable.ts';
import type { ModelFileKind } from '../model-file.ts';
import { cleanOffice } from './clean-office.ts';

/** The largest file: what a function of the platform can answer with. */
export const maxModelFileBytes = 4 * 1024 * 1024;

/** A file as it may be handed out, or why it may not, in words for staff. */
export type CleanFile =
  | { ok: true; name: string; kind: ModelFileKind; bytes: Uint8Array<ArrayBuffer> }
  | { ok: false; problem: string };

const pdfProblems = {
  cut: 'tệp PDF bị thiếu phần cuối. Lưu lại rồi đính kèm lại.',
  broken: 'tệp PDF đóng gói khác thường nên không xóa được thông tin ẩn. In ra PDF mới rồi đính kèm lại.',
  locked: 'tệp PDF đặt mật khẩu hoặc mã hóa. Đính kèm bản không mã hóa.',
  active: 'tệp PDF có mã lệnh, biểu mẫu động hoặc tệp kèm bên trong. In ra PDF mới rồi đính kèm lại.',
  share: 'tệp PDF có liên kết tới máy trong mạng nội bộ. Bỏ liên kết đó rồi đính kèm lại.',
} as const;

const otherKind =
  'chỉ nhận Word (.docx), Excel (.xlsx), PDF, ảnh JPEG hoặc PNG. Lưu thành một trong các loại đó.';
const maxNameLetters = 100;

/** The name that readers see: without folders and ending; null where it cannot be read. */
function readableName(given: string): string | null {
  const last = cleanText(given.slice(-2_000)).split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.\w{1,5}$/u, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return stem === '' || findUnreadable(stem.replace(/[.-]/g, ' '))
    ? null
    : stem.slice(0, maxNameLetters).trim();
}

function cleanBytes(
  bytes: Uint8Array<ArrayBuffer>,
): Omit<CleanFile & { ok: true }, 'name'> | { ok: false; problem: string } {
  const kind = kindOf(bytes);
  if (kind === 'pdf') {
    const pdf = stripPdf(bytes);
    return pdf.ok ? { ...pdf, kind } : { ok: false, problem: pdfProblems[pdf.problem] };
  }
  if (kind === null)
    return bytes[0] === 0x50 && bytes[1] === 0x4b ? cleanOffice(bytes) : { ok: false, problem: otherKind };
  const picture = kind === 'jpeg' ? stripJpeg(bytes) : stripPng(bytes);
  return picture.ok
    ? { ...picture, kind }
    : { ok: false, problem: 'ảnh bị hỏng hoặc quá lớn. Lưu lại rồi đính kèm lại.' };
}

/** A file for readers, without macros and without what it tells of people and machines that nobody sees in it. */
export function cleanModelFile(givenName: string, bytes: Uint8Array<ArrayBuffer>): CleanFile {
  if (bytes.length > maxModelFileBytes) return { ok: false, problem: 'tệp lớn hơn 4 MB.' };
  const name = readableName(givenName);
  if (name === null) return { ok: false, problem: 'tên tệp không đọc được. Đổi tên tệp rồi đính kèm lại.' };
  const clean = cleanBytes(bytes);
  return clean.ok ? { ...clean, name } : clean;
}
