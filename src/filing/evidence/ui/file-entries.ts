import { filesName, maxFiles } from '../../definitions/uploaded-file.ts';
import type { FieldError } from '../../submission.ts';
import type { FileLine } from './file-line.ts';

/** A file in the list: stored, uploading, or failed. */
export interface FileEntry {
  name: string;
  line: FileLine;
  state: 'kept' | 'on its way' | 'failed';
  /** Why the upload failed. */
  why: string;
  /** Stops the upload, or removes the file from the server. */
  drop: () => void;
  /** Retries a failed upload. */
  again?: (() => void) | undefined;
}

type Entries = readonly FileEntry[];

/** The message for a retried file when three others already fill the list. */
export const noRoom = 'Đã đủ ba tệp. Bỏ một tệp rồi thử lại.';

/** How many more files the list accepts; refused files do not count. */
export const roomIn = (entries: Entries): number =>
  Math.max(0, maxFiles - entries.filter(({ state }) => state !== 'failed').length);

/** “2/3 tệp.” */
export const fileCount = (entries: Entries): string =>
  `${entries.filter(({ state }) => state === 'kept').length}/${maxFiles} tệp.`;

/** Says which of the chosen files were left out; empty for none. */
export const noRoomFor = (names: readonly string[]): string =>
  names.length === 0
    ? ''
    : `Tối đa ba tệp nên chưa nhận ${names.map((name) => `“${name}”`).join(', ')}. Bỏ một tệp rồi chọn lại.`;

/** The mistakes that stop the form: each failed file with the reason and what to do. */
export function mistakesOf(entries: Entries): FieldError[] {
  const failed = entries.filter(({ state }) => state === 'failed');
  if (failed.length === 0) return [];
  const why = failed.map(
    ({ name, why, again }) => `${again ? 'Chưa tải lên được' : 'Không nhận'} “${name}”: ${why}`,
  );
  const way = failed.every(({ again }) => again) ? 'Thử lại, hoặc bỏ tệp đó.' : 'Bỏ tệp đó rồi đi tiếp.';
  return [{ field: filesName, message: `${why.join(' ')} ${way}` }];
}
