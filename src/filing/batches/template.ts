import type { SheetToWrite } from '../../platform/spreadsheet/sheet-to-write.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.ts';
import { type FieldView, viewOf } from '../definitions/view.ts';
import { type BatchColumn, type BatchForm, isRequired, maxBatchRows } from './batch-form.ts';
import { numbered, wordsOfChoice } from './choices.ts';
import { tableHeadings } from './headings.ts';
import { placeholderOf } from './read-cell.ts';
import { exampleMarks, guideSheet as how } from './template-example.ts';

const single = ['select', 'radios'];

/**
 * The text of a cell in the example; every word is invented and marked. Optional cells are empty, so that nobody consents to
 * anything by writing over the example.
 */
function exampleOf({ name, view }: BatchColumn): string {
  const all = numbered(view);
  if (name === 'name') return exampleMarks.name;
  if (view.optional || view.onlyWhen) return '';
  if (view.control === 'checks') {
    return all
      .slice(0, 2)
      .map(({ number }) => number)
      .join('; ');
  }
  if (single.includes(view.control)) return all[0]?.choice.label ?? '';
  if (view.control === 'month') return name === 'periodTo' ? '10/2026' : '7/2026';
  return placeholderOf(view);
}

/** The full question if the heading is shorter, and its hint. */
export const explanationOf = ({ heading, view }: BatchColumn): string =>
  [view.label === heading ? '' : view.label, view.hint ?? ''].filter(Boolean).join(' ');

/** Says in words what a column accepts. */
export function allowedIn(view: FieldView): string {
  const parts = Object.values(view.columns ?? {}).map((column) => viewOf(column).label);
  switch (view.control) {
    case 'select':
    case 'radios':
      return 'Một mục: ghi số hoặc tên, hoặc chọn trong danh sách của ô.';
    case 'checks':
      return `Một hay nhiều mục, ghi số cách nhau bằng dấu chấm phẩy${view.follows ? '; chỉ các mục của nhóm đã chọn' : ''}. Ví dụ: ${exampleOf({ name: '', heading: '', view })}`;
    case 'tick':
      return 'Có, hoặc để trống.';
    case 'rows':
      return `Mỗi dòng trong ô (Alt+Enter) một mục, các phần cách nhau bằng dấu |: ${parts.join(' | ')}. Tối đa ${view.maxRows} dòng.`;
    case 'month':
      return 'Tháng/năm, ví dụ 7/2026.';
    case 'number':
      return 'Số.';
    default:
      return `Chữ, tối đa ${view.max?.toLocaleString('vi')} ký tự.`;
  }
}

const widthOf = ({ view }: BatchColumn): number => {
  if (view.control === 'textarea' || view.control === 'rows') return 48;
  return view.control === 'month' || view.control === 'number' ? 14 : 28;
};

/** The headings of the table, with a star at required columns. */
const headings = ({ columns }: BatchForm): string[] =>
  columns.map((column) => `${column.heading}${isRequired(column) ? ' *' : ''}`);

/** The lists of choices, one below the other, each choice with its number, and the place of each column's list. */
function listsOf({ columns }: BatchForm, firstRow: number) {
  const rows: string[][] = [];
  const headingRows: number[] = [];
  const places = new Map<string, string>();
  for (const { name, heading, view } of columns.filter(({ view }) => view.choices)) {
    rows.push([], [heading, 'Số', 'Thuộc nhóm']);
    headingRows.push(firstRow + rows.length - 1);
    const from = firstRow + rows.length + 1;
    const all = numbered(view);
    rows.push(...all.map(({ choice, number }) => [wordsOfChoice(choice), number, choice.group ?? '']));
    places.set(name, `'${how}'!$A$${from}:$A$${firstRow + rows.length}`);
  }
  return { rows, headingRows, places };
}

/** The instructions: one line for each column, then the lists. */
function explanations(batch: BatchForm): { sheet: SheetToWrite; places: ReadonlyMap<string, string> } {
  const lines = batch.columns.map((column) => [
    column.heading,
    isRequired(column) ? 'Cần có' : 'Không bắt buộc',
    allowedIn(column.view),
    explanationOf(column),
  ]);
  const rules = [
    [],
    [`Mỗi dòng của trang “Bảng” là một đề cử, tối đa ${maxBatchRows} dòng. Dòng ghi VÍ DỤ không được gửi.`],
    [
      'Không đổi tên cột. Xếp lại cột, bỏ cột không dùng đều được. Không nhập thông tin thuộc danh mục bí mật nhà nước.',
    ],
  ];
  const top = [['Cột', 'Cần có', 'Ghi gì', 'Giải thích'], ...lines, ...rules];
  const { rows, headingRows, places } = listsOf(batch, top.length);
  const all = [...top, ...rows];
  return { sheet: { name: how, widths: [48, 16, 60, 60], rows: all, headingRows }, places };
}

/** A row to correct, with its mistakes. */
export interface FaultyRow {
  cells: Readonly<Record<string, string>>;
  number: number;
  faults: string;
}

/** The note beside a cell: what the cell accepts, then the hint of the question. */
const hintOf = (column: BatchColumn): string =>
  [allowedIn(column.view), explanationOf(column)].filter(Boolean).join(' ');

/** The columns before the questions. */
interface Leading {
  headings: readonly string[];
  widths: readonly number[];
}

function workbookOf(
  batch: BatchForm,
  { headings: leading, widths }: Leading,
  rows: readonly (readonly string[])[],
  quietRows: number[],
  leftOut: readonly string[] = [],
) {
  const { sheet, places } = explanations(batch);
  const said =
    leftOut.length > 0 ? [[], ['Phần của bảng không đọc'], ...leftOut.map((words) => [words])] : [];
  const guide = { ...sheet, rows: [...sheet.rows, ...said] };
  const columns = batch.columns.map((column, index) => ({ ...column, place: leading.length + index }));
  const lists = columns.flatMap(({ name, view, place }) => {
    const from = places.get(name);
    return from && single.includes(view.control) ? [{ column: place, from }] : [];
  });
  const table: SheetToWrite = {
    name: 'Bảng',
    widths: [...widths, ...batch.columns.map(widthOf)],
    rows: [[...leading, ...headings(batch)], ...rows],
    quietRows,
    // The first question, the nominee, stays in view.
    fixedColumns: leading.length + 1,
    pagesWide: 3,
    lists,
    hints: columns.map((column) => ({ column: column.place, words: hintOf(column) })),
  };
  return writeWorkbook([table, guide]);
}

const numbering: Leading = { headings: [tableHeadings.number], widths: [9] };
const faults: Leading = { headings: [tableHeadings.number, tableHeadings.faults], widths: [9, 44] };

/** The template: headings and one example that is not filed; a second sheet says what each column accepts. */
export const templateOf = (batch: BatchForm): Uint8Array<ArrayBuffer> =>
  workbookOf(batch, numbering, [[exampleMarks.number, ...batch.columns.map(exampleOf)]], [1]);

/** The template with the rows to correct and their mistakes beside the numbers; the second sheet says what was left out. */
export const faultyTable = (
  batch: BatchForm,
  rows: readonly FaultyRow[],
  leftOut: readonly string[] = [],
): Uint8Array<ArrayBuffer> => workbookOf(batch, faults, faultyRows(batch, rows).slice(1), [], leftOut);

/** Rows to correct as cells, headings first. */
export function faultyRows(batch: BatchForm, rows: readonly FaultyRow[]): string[][] {
  const cells = rows.map((row) => [
    String(row.number),
    row.faults,
    ...batch.columns.map(({ name }) => row.cells[name] ?? ''),
  ]);
  return [[...faults.headings, ...headings(batch)], ...cells];
}
