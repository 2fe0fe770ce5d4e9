import { parseHTML } from 'linkedom';
import { fillForm, type FormMessages, type TypedPairs } from '../forms/fill-form.ts';
import { writeTabs } from '../sheets/read-text.ts';
import { isTaken, type RowOutcome } from './accept-rows.ts';
import type { BatchForm } from './batch-form.ts';
import type { FiledRow } from './check-rows.ts';
import { faultsOf } from './faults.ts';
import { tableField } from './filed-table.ts';
import { type ShownOutcome, showOutcomes } from './show-outcomes.ts';
import { type FaultyRow, faultyRows } from './template.ts';

/** Answers as typed with another value for a field, or with it where it was not among them. */
export const withAnswer = (pairs: TypedPairs, name: string, value: string): TypedPairs => [
  ...pairs.filter(([each]) => each !== name),
  [name, value],
];

/** The cells of a row as text; those of a program that are no text are left out. */
export const textCells = ({ cells }: FiledRow): Record<string, string> =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([name, cell]) => (typeof cell === 'string' ? [[name, cell]] : [])),
  );

/** What is said of a code besides the code. */
function noteOf({ isNew, isSame }: Extract<RowOutcome, { code: string }>): string {
  if (isNew) return '';
  return isSame
    ? '(đã nhận từ trước, không thành hồ sơ thứ hai)'
    : '(đã nhận từ trước; phần đơn vị, liên hệ vừa sửa không ghi vào hồ sơ này)';
}

/** What a table that was taken in part became. */
interface PartOutcome {
  outcomes: readonly RowOutcome[];
  rows: readonly FiledRow[];
  ignored: readonly string[];
  pathOf: (code: string) => string;
  /** The page that lists what was taken so far; absent where nothing was. */
  allPath?: string | undefined;
  /** To be sent along with the next try. */
  carried?: FormMessages['carried'];
}

function shownOutcomes(batch: BatchForm, { outcomes, rows, pathOf }: PartOutcome): ShownOutcome[] {
  const names = new Map(rows.map((row) => [row.number, textCells(row).name ?? '']));
  return outcomes.map((outcome) => {
    const shown = { row: outcome.row, name: names.get(outcome.row) ?? '' };
    return isTaken(outcome)
      ? { ...shown, receipt: { code: outcome.code, path: pathOf(outcome.code), note: noteOf(outcome) } }
      : { ...shown, faults: faultsOf(batch, outcome.errors) };
  });
}

/** The rows to mend, with what is wrong with each. */
function toMend(batch: BatchForm, { outcomes, rows }: PartOutcome): FaultyRow[] {
  const faults = new Map(
    outcomes.flatMap((outcome): [number, string[]][] =>
      isTaken(outcome) ? [] : [[outcome.row, faultsOf(batch, outcome.errors)]],
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
 * The built page of a form after a table that was not taken as a whole: each row with its code or its mistakes; in the place
 * of the table the rows to mend alone. Returns HTML; text is escaped.
 */
export function pageAfterPart(html: string, batch: BatchForm, pairs: TypedPairs, part: PartOutcome): string {
  const taken = part.outcomes.filter(isTaken).length;
  const left = part.outcomes.length - taken;
  const rest = writeTabs(faultyRows(batch, toMend(batch, part)));
  const ignored = part.ignored.length > 0 ? ` Không đọc: ${part.ignored.join(', ')}.` : '';
  const notice = {
    title: taken > 0 ? `Đã nhận ${taken} dòng, còn ${left} dòng cần sửa` : `Có ${left} dòng cần sửa`,
    detail: `Từng dòng ở bảng “Kết quả từng dòng”. Ô dán bảng bên dưới chỉ còn những dòng cần sửa: sửa ngay ở đó, hoặc tải về sửa bằng Excel rồi gửi lại. Dòng đã có mã không bị gửi lần hai.${ignored}`,
  };
  const messages = { notice, ...(part.carried && { carried: part.carried }) };
  const { document } = parseHTML(fillForm(html, withAnswer(pairs, tableField, rest), messages));
  showOutcomes(document, shownOutcomes(batch, part), part.allPath);
  return document.toString();
}
