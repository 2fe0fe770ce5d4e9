import { filesName, maxFiles } from '../../definitions/uploaded-file.ts';
import type { FieldError } from '../../submission.ts';
import type { FileLine } from './file-line.ts';

/** A file of the list: stored, uploading or failed. */
export interface FileEntry {
  name: string;
  line: FileLine;
  state: 'kept' | 'on its way' | 'failed';
  /** Why the upload failed. */
  why: string;
  /** Cancels the upload, or removes the stored file from the server. */
  drop: () => void;
  /** Retries a failed upload. */
  again?: (() => void) | undefined;
}

type Entries = readonly FileEntry[];

/** Message for a retried file when three others are there already. */
export const noRoom = 'Đã đủ ba tệp. Bỏ một tệp rồi thử lại.';

/** How many more files are accepted; refused files do not count. */
export const roomIn = (entries: Entries): number =>
  Math.max(0, maxFiles - entries.filter(({ state }) => state !== 'failed').length);

/** “2/3 tệp.” */
export const fileCount = (entries: Entries): string =>
  `${entries.filter(({ state }) => state === 'kept').length}/${maxFiles} tệp.`;

/** Message that names the chosen files that were left out; empty if there are none. */
export const noRoomFor = (names: readonly string[]): string =>
  names.length === 0
    ? ''
    : `Tối đa ba tệp nên chưa nhận ${names.map((name) => `“${name}”`).join(', ')}. Bỏ một tệp rồi chọn lại.`;

/** Message for a form that cannot go on: each failed file with its reason and what to do. */
export function mistakesOf(entries: Entries): FieldError[] {
  const failed = entries.filter(({ state }) => state === 'failed');
  if (failed.length === 0) return [];
  const why = failed.map(
    ({ name, why, again }) => `${again ? 'Chưa tải lên được' : 'Không nhận'} “${name}”: ${why}`,
  );
  const way = failed.every(({ again }) => again) ? 'Thử lại, hoặc bỏ tệp đó.' : 'Bỏ tệp đó rồi đi tiếp.';
  return [{ field: filesName, message: `${why.join(' ')} ${way}` }];
}
