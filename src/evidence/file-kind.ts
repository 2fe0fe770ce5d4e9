import type { FiledFile } from '../schemas/forms/files-field.ts';

/** Bytes of ASCII text. */
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

const marks = [
  { kind: 'pdf', mark: ascii('%PDF-') },
  { kind: 'jpeg', mark: [0xff, 0xd8, 0xff] },
  { kind: 'png', mark: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a] },
] as const;

const startsWith = (bytes: Uint8Array, mark: readonly number[], at = 0) =>
  mark.every((byte, index) => bytes[at + index] === byte);

/**
 * What a file is, by its first bytes and never by its name; null for anything but the three kinds that forms take. Ours
 * rather than a library's: three marks, and whatever follows them is read whole by `checkFile`.
 */
export function kindOf(bytes: Uint8Array): FiledFile['kind'] | null {
  return marks.find(({ mark }) => startsWith(bytes, mark))?.kind ?? null;
}

/** True for the pictures that telephones of one maker keep, which the back office cannot open. */
export const isHeic = (bytes: Uint8Array): boolean =>
  startsWith(bytes, ascii('ftyp'), 4) &&
  ['heic', 'heix', 'hevc', 'mif1', 'msf1'].some((brand) => startsWith(bytes, ascii(brand), 8));

/** Media types, as they are told to the back office. */
export const mediaTypes: Readonly<Record<FiledFile['kind'], string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
};
