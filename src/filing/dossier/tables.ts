import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { mm, sizes } from './measures.ts';
import { line, type Reference } from './paragraphs.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

const widths = (columnsMm: readonly number[]) => ({
  layout: TableLayoutType.FIXED,
  columnWidths: columnsMm.map(mm),
  width: { size: mm(columnsMm.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
});

const cell = (children: Paragraph[], widthMm: number, options: Partial<ITableCellOptions> = {}) =>
  new TableCell({ ...options, width: { size: mm(widthMm), type: WidthType.DXA }, children });

/** Two columns without lines, for the head and the signatures of a text. A row is never split over two pages. */
export function sideBySide(columnsMm: readonly [number, number], rows: [Paragraph[], Paragraph[]][]): Table {
  const [left, right] = columnsMm;
  return new Table({
    ...widths(columnsMm),
    borders: noBorders,
    margins: { left: 0, right: 0 },
    rows: rows.map(
      (row) => new TableRow({ cantSplit: true, children: [cell(row[0], left), cell(row[1], right)] }),
    ),
  });
}

/** A column of a table of figures. */
export interface RuledColumn {
  title: string;
  widthMm: number;
  centred?: boolean;
}

const linesOf = (cell: string | Reference) => (typeof cell === 'string' ? cell.split('\n') : [cell]);

/** Rows that stay together at the end of a table with a sum, so that the sum never stands alone below a repeated head. */
const rowsWithSum = 3;

/**
 * A table with lines; a cell may have several, or lead to its source. Its head is repeated on each page, no row is split, and the last
 * row stays with what follows. `isSum`: the last row is a sum. `groups`: places of rows that head those below them.
 */
export function ruledTable(
  columns: readonly RuledColumn[],
  rows: readonly (readonly (string | Reference)[])[],
  { isSum = false, groups = [] }: { isSum?: boolean; groups?: readonly number[] } = {},
): Table {
  const margins = { left: mm(1.5), right: mm(1.5), top: mm(0.8), bottom: mm(0.8) };
  const head = columns.map(({ title, widthMm }) =>
    cell([line(title, { size: sizes.table, bold: true }, { keepNext: true })], widthMm, {
      verticalAlign: VerticalAlignTable.CENTER,
    }),
  );
  const kept = rows.length - (isSum ? rowsWithSum : 1);
  const body = rows.map((row, at) =>
    columns.map(({ widthMm, centred }, index) =>
      cell(
        linesOf(row[index] ?? '').map((text) =>
          line(
            text,
            { size: sizes.table, bold: groups.includes(at) || (isSum && at === rows.length - 1) },
            {
              alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
              keepNext: groups.includes(at) || at >= kept,
            },
          ),
        ),
        widthMm,
      ),
    ),
  );
  return new Table({
    ...widths(columns.map(({ widthMm }) => widthMm)),
    margins,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...body.map((children) => new TableRow({ cantSplit: true, children })),
    ],
  });
}
