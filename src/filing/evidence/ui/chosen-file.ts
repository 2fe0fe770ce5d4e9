import { maxFileBytes, sizeText } from '../../definitions/uploaded-file.ts';
import { isHeic, kindOf, otherKindText, pdfHeadBytes } from '../file-kind.ts';

/** The most bytes of a photo that is made smaller; the largest photos of telephones have about 40 MB. */
const maxPhotoBytes = 64 * 1024 * 1024;

/** The first bytes of a file, which tell its kind. */
export const headOf = async (file: File): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(0, 2 * pdfHeadBytes).arrayBuffer());

/** True for a file that can be sent as it is. */
export const canBeSent = (file: File, head: Uint8Array): boolean =>
  kindOf(head) !== null && file.size <= maxFileBytes;

/** True for a photo that must be redrawn: it is too large, or of a kind (HEIC, WebP) that only this browser may open. */
export function isPhotoToFit(file: File, head: Uint8Array): boolean {
  const kind = kindOf(head);
  if (kind === 'pdf' || file.size > maxPhotoBytes) return false;
  if (kind) return file.size > maxFileBytes;
  const isPicture = file.type.startsWith('image/') && !file.type.includes('svg');
  return isPicture || isHeic(head);
}

/** Tells the sender why a file is refused and what to do. */
export function refusal(file: File, head: Uint8Array): string {
  const kind = kindOf(head);
  if (!kind) return otherKindText(head);
  const act =
    kind === 'pdf'
      ? 'Hãy quét nhẹ hơn, hoặc tách thành nhiều tệp,'
      : 'Máy này không thu nhỏ được ảnh. Hãy giảm cỡ ảnh';
  return `Tệp nặng ${sizeText(file.size)}, quá 4 MB. ${act} rồi chọn lại.`;
}
