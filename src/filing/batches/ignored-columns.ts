import type { TableForm } from './batch-form.ts';
import { cutText } from './cut-text.ts';
import type { Line, TableGrid } from './grid.ts';
import type { Meaning } from './headings.ts';

/** The most columns that a message names; further ones are only counted. */
const mostNamed = 20;
const maxNameLetters = 60;

/** Names and meanings of the columns; `all` holds the meanings if no column were hidden. */
interface Columns {
  names: readonly string[];
  all: readonly (Meaning | undefined)[];
  meanings: readonly (Meaning | undefined)[];
}

const isField = (meaning: Meaning | undefined, name: string) =>
  typeof meaning === 'object' && meaning.field === name;

/** Names the columns that have content in rows but fill no answer, with the reason where it is not plain. */
export function ignoredColumns(
  { columns }: TableForm,
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
