import { writeTabs } from '../../../platform/spreadsheet/read-text.ts';
import { formSelectors } from '../../forms/form-selectors.ts';
import { type FormMessages, fillForm, type TypedPairs } from '../../forms/server/fill-form.ts';
import type { BatchForm } from '../batch-form.ts';
import type { FiledRow } from '../check-rows.ts';
import { countOutcomes, foundWords, partTitle } from '../count-outcomes.ts';
import { rowMistakes } from '../faults.ts';
import { outcomeNote } from '../outcome-note.ts';
import { isStored, type RowOutcome, type StoredRow } from '../outcomes.ts';
import { plainTable } from '../plain-table.ts';
import type { SheetTable } from '../read-sheets.ts';
import { type ShownOutcome, showOutcomes } from '../show-outcomes.ts';
import { showUnderstood } from '../show-understood.ts';
import { type FaultyRow, faultyRows } from '../template.ts';
import { understoodWords } from '../understood.ts';
import { tableField } from '../uploaded-table.ts';

/** The typed answers with the value of one field replaced or added. */
export const withAnswer = (pairs: TypedPairs, name: string, value: string): TypedPairs => [
  ...pairs.filter(([each]) => each !== name),
  [name, value],
];

/** The text cells of a row; values of a JSON row that are not text are left out. */
export const textCells = ({ cells }: FiledRow): Record<string, string> =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([name, cell]) => (typeof cell === 'string' ? [[name, cell]] : [])),
  );

/** The result of a table of which some rows were not stored. */
interface PartOutcome {
  outcomes: readonly RowOutcome[];
  rows: readonly FiledRow[];
  /** One sentence for each thing that was left out of the table. */
  leftOut: readonly string[];
  pathOf: (row: StoredRow) => string;
  /** The page that lists the codes so far; absent if no row is stored. */
  allPath?: string | undefined;
  /** The note that the next try sends again. */
  carried?: FormMessages['carried'];
}

function shownOutcomes(batch: BatchForm, { outcomes, rows, pathOf }: PartOutcome): ShownOutcome[] {
  const names = new Map(rows.map((row) => [row.number, textCells(row).name ?? '']));
  return outcomes.map((outcome) => {
    const shown = { row: outcome.row, name: names.get(outcome.row) ?? '' };
    return isStored(outcome)
      ? { ...shown, receipt: { code: outcome.code, path: pathOf(outcome), note: outcomeNote(outcome) } }
      : { ...shown, faults: rowMistakes(batch, outcome.errors) };
  });
}

/** The rows to correct, with the mistakes of each. */
function toMend(batch: BatchForm, { outcomes, rows }: PartOutcome): FaultyRow[] {
  const faults = new Map(
    outcomes.flatMap((outcome): [number, string[]][] =>
      isStored(outcome) ? [] : [[outcome.row, rowMistakes(batch, outcome.errors)]],
    ),
  );
  return rows
    .filter(({ number }) => faults.has(number))
    .map((row) => ({
      number: row.number,
      cells: textCells(row),
      faults: faults.get(row.number)?.join('\n') ?? '',
    }));
}

/**
 * The built page of a form for a table of which some rows were not stored: it lists each row with its code or its mistakes, and
 * its table holds only the rows to correct. Returns HTML; text is escaped.
 */
export function pageAfterPart(html: string, batch: BatchForm, pairs: TypedPairs, part: PartOutcome): string {
  const counts = countOutcomes(part.outcomes);
  const rest = writeTabs(faultyRows(batch, toMend(batch, part)));
  const notice = {
    title: partTitle(counts),
    detail: `${foundWords(counts)}Từng dòng ở bảng “Kết quả từng dòng”. Ô dán bảng bên dưới chỉ còn những dòng cần sửa: sửa ngay ở đó, hoặc tải về sửa bằng Excel rồi gửi lại. Dòng đã có mã không bị gửi lần hai.`,
  };
  const messages = { notice, ...(part.carried && { carried: part.carried }) };
  return fillForm(html, withAnswer(pairs, tableField, rest), messages, (document) => {
    document.querySelector(formSelectors.summary)?.toggleAttribute('data-calm', counts.taken > 0);
    showOutcomes(document, shownOutcomes(batch, part), part.allPath);
    if (part.leftOut.length === 0) return;
    const lead = 'Phần của bảng không thành đề cử';
    showUnderstood(document, document, { lead, notes: [...part.leftOut], columns: [], missing: [] });
  });
}

/** Writes onto a page how a table was understood. */
export const understoodOn = (batch: BatchForm, table: SheetTable) => (document: Document) =>
  showUnderstood(document, document, understoodWords(batch, table));

/** The page that shows how a table was understood before anything is stored. It holds the rows as text to confirm and send. */
export async function pageToLookAt(
  batch: BatchForm,
  table: SheetTable,
  pairs: TypedPairs,
  page: (messages: FormMessages, pairs: TypedPairs, finish: (document: Document) => void) => Promise<string>,
): Promise<string> {
  const count = table.rows.length;
  const notice = {
    title: `Xem lại trước khi gửi: ${count} dòng`,
    detail:
      'Chưa dòng nào được gửi. Bảng có chỗ không thành đề cử hoặc phải hiểu theo cách trình bày; trang ghi rõ dưới đây.',
    goOn: { href: '#da-hieu', text: 'Trang hiểu bảng thế nào' },
  };
  const rows = withAnswer(pairs, tableField, plainTable(batch, table.rows));
  return page({ notice }, rows, (document) => {
    understoodOn(batch, table)(document);
    const button = document.querySelector('[data-send-understood]');
    if (!button) return;
    button.textContent = `Gửi ${count} dòng này`;
    button.removeAttribute('hidden');
  });
}
