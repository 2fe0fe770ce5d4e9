import { type BatchForm, findBatchForm } from '../batch-form.ts';
import { fileField, tableField } from '../uploaded-table.ts';
import { mistakesOfRow, sharedAnswers } from './check-table.ts';
import { holdSending } from './hold-sending.ts';
import { importPaste, takeFile } from './import-table.ts';
import { showImport } from './show-import.ts';
import { TableRows } from './table-rows.ts';
import { toolsOf } from './table-tools.ts';
import { emptyTable, foldRow, nameRow, offeredLists, readCells, rowNumber } from './table-view.ts';
import { listenForUndo } from './undo.ts';

/** Number of empty rows in a new table. */
const firstRows = 3;

/** Shows in the head of a row whether anything is missing, once the focus leaves the row. */
function showState(batch: BatchForm, form: HTMLFormElement, row: Element): void {
  const state = row.querySelector('[data-row-state]');
  if (!state) return;
  const cells = readCells(row);
  const count =
    Object.keys(cells).length === 0
      ? undefined
      : mistakesOfRow(batch, sharedAnswers(form), { number: rowNumber(row), cells }).length;
  if (count === undefined) state.textContent = '';
  else state.textContent = count === 0 ? 'đã đủ' : `còn ${count} chỗ cần điền, sửa`;
}

/** Unfolds the row that a link of the summary leads to, and moves the focus there. */
function followLink(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const id = link?.getAttribute('href') ?? '';
  if (!id.startsWith(`#${tableField}.`)) return;
  const control = document.getElementById(id.slice(1));
  const row = control?.closest('tr');
  if (!control || !row) return;
  event.preventDefault();
  foldRow(row, false);
  control.focus();
}

/** Turns the box of a page into a table to type in. The box stays, hidden: its text is sent and kept as a draft. */
export function openTable(host: HTMLElement): void {
  const form = host.closest('form');
  const batch = findBatchForm(host.dataset.form ?? '');
  const place = host.querySelector<HTMLElement>('[data-table]');
  const raw = host.querySelector<HTMLElement>('[data-raw]');
  const text = host.querySelector('textarea');
  const file = host.querySelector<HTMLInputElement>(`[name="${fileField}"]`);
  if (!form || !batch || !place || !raw || !text || !file) return;
  const { frame, body } = emptyTable(batch);
  const rows = new TableRows(batch, body, text);
  const tools = toolsOf(rows);
  const understood = form.querySelector('[data-understood]') ?? '';
  place.append(tools.top, understood, frame, tools.bottom, ...offeredLists(batch));
  rows.readAnew();
  while (rows.all.length < firstRows && rows.filled.length === 0) foldRow(rows.add(), rows.all.length > 1);
  tools.update();

  text.addEventListener('input', () => {
    rows.readAnew();
    tools.update();
  });
  text.addEventListener('change', () => rows.readAnew());
  body.addEventListener('input', ({ target }) => {
    const row = target instanceof Element ? target.closest('tr') : null;
    if (row) nameRow(row);
    rows.write();
  });
  body.addEventListener('focusout', ({ target, relatedTarget }) => {
    const row = target instanceof Element ? target.closest('tr') : null;
    const stays = relatedTarget instanceof Node && row?.contains(relatedTarget);
    if (row && !stays) showState(batch, form, row);
  });
  body.addEventListener('paste', (event) => {
    const taken = importPaste(batch, rows, event);
    if (taken === undefined) return;
    event.preventDefault();
    showImport(form, batch, tools, taken);
    if (!body.contains(document.activeElement)) rows.filled[0]?.querySelector('input')?.focus();
  });
  body.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const row = button?.closest('tr');
    if (!button || !row) return;
    if (button.hasAttribute('data-fold')) foldRow(row, !row.hasAttribute('data-folded'));
    if (button.hasAttribute('data-remove')) tools.remove(row);
  });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    takeFile(batch, rows, chosen).then(
      (taken) => {
        // The table holds the rows now, so the file is not sent too.
        file.value = '';
        showImport(form, batch, tools, taken);
      },
      () =>
        tools.say(
          'Trang không đọc được tệp này. Cứ bấm gửi: máy chủ sẽ đọc tệp và cho xem lại trước khi nhận.',
        ),
    );
  });
  listenForUndo(body, tools);
  form.addEventListener('click', followLink);
  holdSending(form, batch, rows);
  // The box is hidden last, once the table works; without its id no link leads to it.
  raw.hidden = true;
  text.removeAttribute('id');
}
