import { firstState, isOver, stateById, stateOfOption, withdrawnStates } from '../../filing/states.ts';
import type { KeptAnswer, QueuedSubmission } from '../../filing/submission.ts';
import type { Cell, Table } from './column.ts';
import { gist } from './gist.ts';
import { keepAnswer, stillKept } from './kept-answers.ts';
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
  /** Answers of staff that stay beside later ones of the unit. */
  kept: KeptAnswer[];
  /** Columns that are gone or cannot take the answer. */
  lacking: string[];
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** A cell as Airtable takes it: choices by their present names. */
function asWritten({ choices }: ColumnPlace, cell: Cell): Cell {
  const present = (name: string) => choices[name]?.name ?? name;
  if (typeof cell === 'string') return present(cell);
  return Array.isArray(cell) ? cell.map(present) : cell;
}

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
  const done: CellsToWrite = { cells: {}, kept: [], lacking: [] };
  const { written, lacking } = submission;
  const before = written && { ...submission, answers: written.answers };
  for (const { name, cell: cellOf, note, ...rest } of table.columns) {
    if (!cellOf && !note) continue;
    const isAlways = rest.isAlways || note !== undefined;
    const cell = note ? note(submission) : cellOf?.(submission);
    const held = before ? cellOf?.(before) : undefined;
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
      done.kept.push(keepAnswer(name, column, cell, now));
    else if (cell !== undefined) done.cells[column.id] = asWritten(column, cell);
    else if (held !== undefined) done.cells[column.id] = null;
  }
  const isAnew = ({ column }: KeptAnswer) =>
    done.kept.some((kept) => kept.column === column) || (columnOf(place, column)?.id ?? '') in done.cells;
  const noted = found ? stillKept(submission, table, place, found) : [];
  return { ...done, kept: [...done.kept, ...noted.filter((kept) => !isAnew(kept))] };
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
): { cells: Record<string, unknown>; conflict: string | null } {
  const column = columnOf(place, stateColumn);
  if (!column) return { cells: {}, conflict: null };
  const write = (id: string) => ({
    cells: { [column.id]: asWritten(column, stateById(id).airtable) },
    conflict: null,
  });
  if (movedTo === null) return isNew && attempts === 1 ? write(firstState) : { cells: {}, conflict: null };
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
    conflict: `Đơn vị đã ${did} trước khi thấy quyết định “${current.airtable}”. Quyết định của cán bộ được giữ; xem lại, rồi chọn lại “${column.name}” nếu cần.`,
  };
}

/** The first state, for a row that has none. */
export function firstStateCell(place: TablePlace): Record<string, unknown> {
  const column = columnOf(place, stateColumn);
  return column ? { [column.id]: asWritten(column, stateById(firstState).airtable) } : {};
}
