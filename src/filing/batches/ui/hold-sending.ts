import { keyName } from '../../definitions/form.ts';
import { hideErrors, showErrors, showNotice } from '../../forms/show-errors.ts';
import { newKey } from '../../forms/ui/new-key.ts';
import { sendPlainly } from '../../forms/ui/plain-way.ts';
import type { BatchForm } from '../batch-form.ts';
import { foundWords, partTitle } from '../count-outcomes.ts';
import { outcomeNote } from '../outcome-note.ts';
import { showOutcomes } from '../show-outcomes.ts';
import { checkTable, type TableCheck } from './check-table.ts';
import { readOutcomes } from './read-outcomes.ts';
import type { TableRows } from './table-rows.ts';
import { foldRow, readCells } from './table-view.ts';

const summaryOf = (form: HTMLFormElement) => form.querySelector<HTMLElement>('[data-error-summary]');

function lead(form: HTMLFormElement): void {
  const summary = summaryOf(form);
  summary?.focus({ preventScroll: true });
  summary?.scrollIntoView({ block: 'start' });
}

/** Shortens mistakes in cells, where the row is plain, and unfolds rows that have one. */
function tidy(form: HTMLFormElement): void {
  for (const slot of form.querySelectorAll('nominee-table .field-wrong > [data-error]')) {
    slot.textContent = slot.textContent.replace(/^Dòng \d+: /, '');
    const row = slot.closest('tr');
    if (row) foldRow(row, false);
  }
}

/** Explains beside the mistakes what they mean for the other rows. */
function explain(form: HTMLFormElement, title: string, detail: string): void {
  const list = form.querySelector('[data-summary-list]');
  const items = [...(list?.children ?? [])];
  showNotice(document, form, { title, detail });
  list?.replaceChildren(...items);
}

/** Offers to send only the rows without mistakes. */
function offerRight(form: HTMLFormElement, { shared, rows, right }: TableCheck): void {
  const button = form.querySelector<HTMLElement>('[data-send-right]');
  if (!button) return;
  button.hidden = shared.length > 0 || rows.length === 0 || right === 0;
  button.textContent = `Chỉ gửi ${right} dòng đã đúng`;
}

/** Moves rows with a code from the table to the list of codes; the others stay with their mistakes. */
function takeOut(form: HTMLFormElement, rows: TableRows, answer: unknown): void {
  const { taken, receiptUrl } = readOutcomes(answer);
  if (taken.length === 0) return;
  const shown = taken.map((each) => {
    const row = rows.row(each.row);
    const name = row ? (readCells(row).name ?? '') : '';
    row?.remove();
    return { row: each.row, name, receipt: { code: each.code, path: each.path, note: outcomeNote(each) } };
  });
  rows.write();
  showOutcomes(document, shown, receiptUrl);
  const asked = new URL(receiptUrl, location.href).searchParams;
  // The server answered, so the next sending is no retry and gets a new key.
  for (const [name, value] of [...asked, [keyName, newKey()] as const]) {
    const input = form.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (input) input.value = value;
  }
  const left = rows.filled.length;
  const news = taken.filter(({ isNew }) => isNew).length;
  const twice = taken.filter(({ sameAs }) => sameAs !== undefined).length;
  const found = foundWords({ twice, before: taken.length - news - twice });
  explain(
    form,
    partTitle({ taken: news, left }),
    `${found}Mã hồ sơ của các dòng đã nhận ở bảng “Kết quả từng dòng”. Trong bảng đề cử chỉ còn những dòng cần sửa; sửa xong hãy gửi lại.`,
  );
  // Stored rows are no mistakes.
  summaryOf(form)?.toggleAttribute('data-calm', news > 0);
}

/**
 * Checks the table before sending, with the server's rules. If there is a mistake nothing is sent, unless the sender asks to send
 * only the valid rows. Rows that the server stored leave the table.
 */
export function holdSending(form: HTMLFormElement, batch: BatchForm, rows: TableRows): void {
  const hold = (event: SubmitEvent) => {
    summaryOf(form)?.removeAttribute('data-calm');
    const check = checkTable(batch, form, rows.filed);
    offerRight(form, check);
    const isPartly = event.submitter?.hasAttribute('data-send-right') === true;
    const errors = [...check.shared, ...check.rows];
    if (errors.length === 0 || (isPartly && check.shared.length === 0 && check.right > 0)) {
      hideErrors(document, form);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    showErrors(document, form, errors);
    tidy(form);
    explain(form, `Có ${errors.length} chỗ cần sửa`, 'Chưa dòng nào được gửi. Bảng vẫn còn nguyên.');
    lead(form);
  };
  form.closest('filing-form')?.addEventListener(
    'submit',
    (event) => {
      try {
        if (event instanceof SubmitEvent) hold(event);
      } catch (error) {
        console.error(error);
        // Sending was stopped but the mistakes cannot be shown: the server's answer shows them.
        if (event.defaultPrevented) sendPlainly(form);
      }
    },
    { capture: true },
  );
  form.addEventListener('refused', (event) => {
    tidy(form);
    if (event instanceof CustomEvent) takeOut(form, rows, event.detail);
    offerRight(form, { shared: [], rows: [], right: 0 });
  });
}
