import type { BatchForm } from './batch-form.ts';
import { cutText } from './cut-text.ts';
import type { TableGrid, Line } from './grid.ts';
import type { Meaning } from './headings.ts';

/** More are counted, not named. */
const mostNamed = 20;
const maxNameLetters = 60;

/** What the columns are called, and mean; `all` is what they would mean if none was hidden. */
interface Columns {
  names: readonly string[];
  all: readonly (Meaning | undefined)[];
  meanings: readonly (Meaning | undefined)[];
}

const isField = (meaning: Meaning | undefined, name: string) =>
  typeof meaning === 'object' && meaning.field === name;

/** Columns with content in the rows of a table that are read into no answer: what they are called, and why where one would ask. */
export function ignoredColumns(
  { columns }: BatchForm,
  grid: TableGrid,
  lines: readonly Line[],
  { names, all, meanings }: Columns,
): string[] {
  const filled = new Set(
    lines.flatMap(({ cells }) =>
      cells.flatMap((cell, column) => (cell !== '' && meanings[column] === undefined ? [column] : [])),
    ),
  );
  const unread = [...filled].sort((a, b) => a - b);
  const nameOf = (column: number) => {
    const name = (names[column] ?? '').replace(/\s+/g, ' ');
    const called = name ? `“${cutText(name, maxNameLetters)}”` : `cột ${column + 1}`;
    if (grid.isColumnHidden(column)) return `${called} (cột đang ẩn; muốn gửi thì bỏ ẩn rồi chọn lại)`;
    const isTwice = columns.some(
      ({ name: field, heading, view }) =>
        name !== '' &&
        [heading, view.label, view.heading].includes(name) &&
        all.some((each) => isField(each, field)),
    );
    return isTwice ? `${called} (cột thứ hai cùng tên)` : called;
  };
  const more = unread.length - mostNamed;
  return [...unread.slice(0, mostNamed).map(nameOf), ...(more > 0 ? [`và ${more} cột khác`] : [])];
}
