import { type OwnerRow, ownerRowSchema } from '../../vocabulary/owner-settings.ts';
import { goneWords } from '../delivery/gone-columns.ts';
import { nameOfColumn, type PulledRow } from '../delivery/pulled-row.ts';
import { type ReadRow, textOf } from './cells.ts';

/** How rows of a table are read; `decides`: an empty cell of this property says that the row sets nothing. */
export interface RowRule {
  read: (row: PulledRow) => ReadRow;
  decides: string | null;
}

const among = (value: OwnerRow | undefined, properties: readonly string[]) =>
  Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => properties.includes(name)));

/**
 * Reads a row some of whose columns may be gone. Their empty cells say nothing: what they set before stays, and what the other cells
 * say takes effect, that the row sets nothing any more above all.
 */
export function readWithoutColumns(
  row: PulledRow,
  { read, decides }: RowRule,
  stored: OwnerRow | undefined,
): ReadRow {
  const gone = row.columns?.unavailable ?? [];
  const said = read(row);
  if (gone.length === 0) return said;
  const isEmpty = decides !== null && textOf(row, decides) === '' && row.cells[decides] !== true;
  if (isEmpty || said.is === 'nothing')
    return decides !== null && gone.includes(decides)
      ? { is: 'wrong', wrong: [goneWords(row, gone)] }
      : { is: 'nothing' };
  if (said.is === 'set') {
    const value = ownerRowSchema.safeParse({ ...said.value, ...among(stored, gone) }).data;
    return { is: 'set', value: value ?? said.value };
  }
  const ofGone = gone.map((property) => `Cột “${nameOfColumn(row, property)}”`);
  const others = said.wrong.filter((line) => !ofGone.some((start) => line.startsWith(start)));
  return { is: 'wrong', wrong: [goneWords(row, gone), ...others] };
}
