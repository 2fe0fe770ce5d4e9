import { type FieldView, viewOf } from '../../definitions/view.ts';
import type { BatchColumn, BatchForm } from '../batch-form.ts';
import { isRequired } from '../batch-form.ts';
import { numbered, wordsOfChoice } from '../choices.ts';
import type { TableRow } from '../rows.ts';
import { tableField } from '../uploaded-table.ts';

type CellControl = HTMLInputElement | HTMLTextAreaElement;

const isCellControl = (element: Element | null): element is CellControl =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** Hints on how to write an answer, for columns where that is not plain. */
function hintOf({ control, label, columns = {} }: FieldView): string {
  const parts = Object.values(columns).map((column) => viewOf(column).label);
  const hints: Partial<Record<FieldView['control'], string>> = {
    select: 'số hoặc tên',
    radios: 'số hoặc tên',
    checks: 'số, cách nhau bằng dấu ;',
    tick: `${label} Ghi “Có”, hoặc để trống.`,
    month: 'tháng/năm: 7/2026',
    rows: `mỗi dòng: ${parts.join(' | ')}`,
  };
  return hints[control] ?? '';
}

const listOf = (name: string) => `chon-${name}`;

/** Lists of choices that the browser offers in columns with one choice. */
export const offeredLists = ({ columns }: BatchForm): HTMLDataListElement[] =>
  columns
    .filter(({ view }) => ['select', 'radios'].includes(view.control))
    .map(({ name, view }) =>
      make(
        'datalist',
        { id: listOf(name) },
        ...numbered(view).map(({ choice }) => make('option', { value: wordsOfChoice(choice) })),
      ),
    );

function controlOf({ name, view }: BatchColumn, id: string): CellControl {
  // The control belongs to no form: the text of the whole table is sent and kept instead.
  const shared = {
    id,
    name: id,
    form: 'khong-gui-rieng',
    autocomplete: 'off',
    'aria-describedby': `${id}-error${hintOf(view) ? ` ${id}-hint` : ''}`,
    'data-column': name,
  };
  if (['textarea', 'rows', 'checks'].includes(view.control))
    return make('textarea', { ...shared, rows: '2' });
  const isListed = view.control === 'select' || view.control === 'radios';
  return make('input', {
    ...shared,
    type: 'text',
    ...(isListed && { list: listOf(name) }),
  });
}

const errorSlot = (id: string) => {
  const slot = make('p', { class: 'field-error', id: `${id}-error`, 'data-error': '' });
  slot.hidden = true;
  return slot;
};

function cellOf(column: BatchColumn, number: number): HTMLTableCellElement {
  const id = `${tableField}.${number}.${column.name}`;
  const label = make(
    'label',
    { for: id },
    make('span', { class: 'visually-hidden' }, `Dòng ${number}: `),
    column.heading,
  );
  const hint = hintOf(column.view);
  const hints = hint ? [make('p', { class: 'hint', id: `${id}-hint` }, hint)] : [];
  const control = controlOf(column, id);
  const isWide = control instanceof HTMLTextAreaElement;
  const holder = { 'data-field': id, ...(isWide && { 'data-wide': '' }) };
  return make('td', holder, label, ...hints, errorSlot(id), control);
}

/** Makes an empty row with this number. */
export function rowOf({ columns }: BatchForm, number: number): HTMLTableRowElement {
  const id = `${tableField}.${number}`;
  const fold = make(
    'button',
    { type: 'button', class: 'button button-quiet', 'data-fold': '', 'aria-expanded': 'true' },
    'Thu gọn',
  );
  const head = make(
    'th',
    { scope: 'row', 'data-field': id },
    make('span', { class: 'number' }, `Dòng ${number}`),
    make('span', { 'data-row-name': '' }),
    make('span', { 'data-row-state': '', class: 'soft' }),
    errorSlot(id),
    fold,
  );
  const remove = make(
    'button',
    { type: 'button', class: 'button button-quiet', 'data-remove': '', 'aria-label': `Xóa dòng ${number}` },
    'Xóa',
  );
  return make(
    'tr',
    { 'data-number': String(number) },
    head,
    ...columns.map((column) => cellOf(column, number)),
    make('td', {}, remove),
  );
}

/** The most letters of a hint in the head; a longer one would make the head too high. */
const longHintLetters = 50;

/** Makes the table without rows, in a frame that scrolls. */
export function emptyTable({ columns }: BatchForm): { frame: HTMLElement; body: HTMLTableSectionElement } {
  const heads = columns.map((column) =>
    make(
      'th',
      { scope: 'col', ...(hintOf(column.view).length > longHintLetters && { 'data-long': '' }) },
      column.heading,
      ...(isRequired(column) ? [] : [make('span', { class: 'optional' }, '(không bắt buộc)')]),
      ...(hintOf(column.view) ? [make('span', { class: 'hint' }, hintOf(column.view))] : []),
    ),
  );
  const body = make('tbody');
  const table = make(
    'table',
    { 'aria-label': 'Bảng đề cử' },
    make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, 'Dòng'), ...heads, make('td'))),
    body,
  );
  return {
    frame: make(
      'div',
      { class: 'frame', role: 'region', 'aria-label': 'Bảng đề cử, cuộn ngang được', tabindex: '0' },
      table,
    ),
    body,
  };
}

/** The controls of a row in the order of its columns. */
export const cellControls = (row: Element): CellControl[] =>
  [...row.querySelectorAll('[data-column]')].filter(isCellControl);

/** Writes cells into a row; columns that are not named stay. */
export function writeCells(row: Element, cells: TableRow['cells']): void {
  for (const control of cellControls(row)) {
    const cell = cells[control.dataset.column ?? ''];
    if (cell !== undefined) control.value = cell;
  }
  nameRow(row);
}

/** Reads the filled cells of a row, by field. */
export const readCells = (row: Element): Record<string, string> =>
  Object.fromEntries(
    cellControls(row)
      .filter(({ value }) => value.trim() !== '')
      .map(({ dataset, value }) => [dataset.column ?? '', value]),
  );

/** The number of a row; it stays the same while the row exists. */
export const rowNumber = (row: Element): number => Number(row.getAttribute('data-number'));

/** Shows the nominee's name on a folded row. */
export function nameRow(row: Element): void {
  const name = row.querySelector('[data-row-name]');
  if (name) name.textContent = readCells(row).name ?? '';
}

/** Folds or unfolds the cells of a row; only phones fold rows. */
export function foldRow(row: Element, isFolded: boolean): void {
  row.toggleAttribute('data-folded', isFolded);
  const button = row.querySelector('[data-fold]');
  button?.setAttribute('aria-expanded', String(!isFolded));
  if (button) button.textContent = isFolded ? 'Mở' : 'Thu gọn';
}
