import { firstState, isOver, stateById, stateOfOption, withdrawnStates } from '../../filing/states.ts';
import type { QueuedSubmission } from '../../filing/submission.ts';
import type { Cell, Table } from './column.ts';
import type { ColumnPlace, TablePlace } from './layout.ts';
import { columnOf } from './places.ts';
import { readCell } from './read-cell.ts';
import { stateColumn } from './state-column.ts';

/** A row as the base holds it: cells by field id. */
export interface FoundRow {
  id: string;
  fields: Record<string, unknown>;
}

/** The cells to write by field id (null empties a cell), and what staff should know of what was not written. */
export interface CellsToWrite {
  cells: Record<string, unknown>;
  conflicts: string[];
  /** Columns that are gone or cannot take the answer. */
  lacking: string[];
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What a cell says, without blanks and the order of choices. */
function gist(place: ColumnPlace, cell: unknown): string {
  const read = readCell(place, cell);
  if (read === undefined || read === null || read === false || read === '') return '';
  if (Array.isArray(read)) return JSON.stringify(read.map(String).toSorted());
  return String(read).replace(/\s+/g, ' ').trim();
}

/** A cell as Airtable takes it: choices by their present names. */
function asWritten({ choices }: ColumnPlace, cell: Cell): Cell {
  const present = (name: string) => choices[name]?.name ?? name;
  if (typeof cell === 'string') return present(cell);
  return Array.isArray(cell) ? cell.map(present) : cell;
}

const excerpt = (cell: Cell) => {
  const text = Array.isArray(cell) ? cell.join(', ') : String(cell ?? '');
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
};

const keptAnswer = (column: string, cell: Cell) =>
  cell === undefined
    ? `Đơn vị đã bỏ trống câu trả lời ở cột “${column}”, nhưng ô này do cán bộ sửa nên được giữ nguyên. Xóa ô nếu đồng ý với đơn vị.`
    : `Đơn vị đã sửa câu trả lời ở cột “${column}” thành “${excerpt(cell)}”, nhưng ô này do cán bộ sửa nên được giữ nguyên. Chép vào ô nếu đồng ý với đơn vị.`;

/**
 * The cells of the answers. An existing row gets only what its unit changed since the last delivery. A cell that staff changed
 * since then stays theirs. `found` is the row as it is now; undefined where it was not read.
 */
export function answerCells(
  submission: QueuedSubmission,
  table: Table,
  place: TablePlace,
  { isNew, found }: { isNew: boolean; found?: FoundRow | undefined },
): CellsToWrite {
  const done: CellsToWrite = { cells: {}, conflicts: [], lacking: [] };
  const { written, lacking } = submission;
  const before = written && { ...submission, answers: written.answers };
  for (const { name, cell: cellOf, isAlways } of table.columns) {
    if (!cellOf) continue;
    const cell = cellOf(submission);
    const held = before ? cellOf(before) : undefined;
    const isOwed = isNew || isAlways || lacking.includes(name) || !written?.isWritten;
    if (!isOwed && same(cell, held)) continue;
    const column = columnOf(place, name);
    if (!column) {
      if (cell !== undefined) done.lacking.push(name);
      continue;
    }
    const now = found && gist(column, found.fields[column.id]);
    const isByStaff = now !== undefined && now !== gist(column, held) && now !== gist(column, cell);
    if (isByStaff && written?.isWritten && !isAlways && !lacking.includes(name))
      done.conflicts.push(keptAnswer(column.name, cell));
    else if (cell !== undefined) done.cells[column.id] = asWritten(column, cell);
    else if (held !== undefined) done.cells[column.id] = null;
  }
  return done;
}

/** States from which an answer of the unit moves a row on; every other state was set by staff meanwhile. */
const movable: readonly string[] = [firstState, 'yeu-cau-bo-sung', 'da-bo-sung'];

/**
 * The state that a delivery writes: the first state at the first try, or the state to which the unit moved the submission. A decision
 * that staff took meanwhile stays.
 */
export function stateCell(
  { attempts, movedTo }: QueuedSubmission,
  place: TablePlace,
  { isNew, found }: { isNew: boolean; found?: FoundRow | undefined },
): Pick<CellsToWrite, 'cells' | 'conflicts'> {
  const column = columnOf(place, stateColumn);
  if (!column) return { cells: {}, conflicts: [] };
  const write = (id: string) => ({
    cells: { [column.id]: asWritten(column, stateById(id).airtable) },
    conflicts: [],
  });
  if (movedTo === null) return isNew && attempts === 1 ? write(firstState) : { cells: {}, conflicts: [] };
  const now = found && readCell(column, found.fields[column.id]);
  const current = typeof now === 'string' ? stateOfOption(now) : undefined;
  const isDecided =
    current !== undefined &&
    current.id !== movedTo &&
    (withdrawnStates.includes(movedTo) ? isOver(current.id) : !movable.includes(current.id));
  if (!isDecided) return write(movedTo);
  const did = withdrawnStates.includes(movedTo) ? 'rút phiếu' : 'gửi phần bổ sung';
  return {
    cells: {},
    conflicts: [
      `Đơn vị đã ${did} trước khi thấy quyết định “${current.airtable}”. Quyết định của cán bộ được giữ; xem lại, rồi chọn lại “${column.name}” nếu cần.`,
    ],
  };
}

/** The first state, for a row that has none. */
export function firstStateCell(place: TablePlace): Record<string, unknown> {
  const column = columnOf(place, stateColumn);
  return column ? { [column.id]: asWritten(column, stateById(firstState).airtable) } : {};
}
