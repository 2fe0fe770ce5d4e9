import { filesName, maxFiles } from '../../definitions/uploaded-file.ts';
import type { FieldError } from '../../submission.ts';
import type { FileLine } from './file-line.ts';

/** A file of the list: kept, on its way, or failed. */
export interface FileEntry {
  name: string;
  line: FileLine;
  state: 'kept' | 'on its way' | 'failed';
  /** Why it failed. */
  why: string;
  /** Ends its upload, or has the server forget it. */
  drop: () => void;
  /** Tries a failed one again. */
  again?: (() => void) | undefined;
}

type Entries = readonly FileEntry[];

/** What a file is told that is tried again while three others are there. */
export const noRoom = 'Đã đủ ba tệp. Bỏ một tệp rồi thử lại.';

/** How many more files are taken: one that was refused takes no place. */
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

/** Why a form does not go on: each file that failed, with its reason, and what can be done about it. */
export function mistakesOf(entries: Entries): FieldError[] {
  const failed = entries.filter(({ state }) => state === 'failed');
  if (failed.length === 0) return [];
  const why = failed.map(
    ({ name, why, again }) => `${again ? 'Chưa tải lên được' : 'Không nhận'} “${name}”: ${why}`,
  );
  const way = failed.every(({ again }) => again) ? 'Thử lại, hoặc bỏ tệp đó.' : 'Bỏ tệp đó rồi đi tiếp.';
  return [{ field: filesName, message: `${why.join(' ')} ${way}` }];
}
