import { digestOf } from '../../../platform/files/digest.ts';
import type { BatchForm } from '../batch-form.ts';
import { checkRow, type FiledRow } from '../check-rows.ts';
import { contactKey } from '../contact.ts';
import { emptyNote, joinNotes } from '../note.ts';
import type { RowOutcome } from '../outcomes.ts';
import type { NewRow, NewTable, SavedTable } from './new-table.ts';

/** Message for rows beyond the number that one address may file within an hour. */
const tooMany = 'Dòng này chưa được nhận: địa chỉ này đã gửi đủ số phiếu của một giờ. Hãy chờ rồi gửi lại.';

/**
 * The submission key of a row. It is built from the unit and the nominee's answers, not from the contact: the same row is one
 * submission, however often, in whichever table and by whichever contact it is sent.
 */
function keyOf({ form, columns }: BatchForm, answers: Record<string, unknown>): string {
  const own = columns.map(({ name }) => answers[name] ?? null);
  return `sha256:${digestOf('row', form.id, answers.unitCode, answers.unitName ?? null, own)}`;
}

/** The id of a batch. The same rows from the same contact give the same id. */
const batchOf = (rows: readonly NewRow[]): string =>
  digestOf(
    'batch',
    contactKey(rows[0]?.answers ?? {}),
    rows.map(({ form, submissionKey }) => [form, submissionKey]),
  ).slice(0, 22);

/** Each row with its receipt code or its mistakes, and the batch that lists the codes. */
export interface Outcomes {
  outcomes: RowOutcome[];
  batch: string;
}

/** A table to be checked and stored. */
interface Filed extends Pick<NewTable, 'tryKey' | 'note'> {
  shared: Record<string, unknown>;
  rows: readonly FiledRow[];
  /** The earlier batch that these rows join. */
  batch?: string | undefined;
}

/** Checks every row by itself and stores the valid ones. Errors of `save` reach the caller. */
export async function acceptRows(
  batchForm: BatchForm,
  { shared, rows, batch: joined, tryKey, note = emptyNote }: Filed,
  save: (table: NewTable) => Promise<SavedTable>,
): Promise<({ ok: true } & Outcomes) | Extract<SavedTable, { ok: false }>> {
  const { form } = batchForm;
  const checked = rows.map((row) => checkRow(batchForm, shared, row));
  const right = checked
    .filter((row) => row.ok)
    .map(({ number, answers }): NewRow => {
      const { unitCode } = answers;
      return {
        number,
        form: form.id,
        formVersion: form.version,
        submissionKey: keyOf(batchForm, answers),
        unitCode: typeof unitCode === 'string' ? unitCode : null,
        answers,
        consentVersion: form.consentVersion,
      };
    });
  const batch = joined ?? batchOf(right);
  // Two rows with the same words are one submission; the first row counts.
  const once = [...new Map(right.toReversed().map((row) => [row.submissionKey, row])).values()].toReversed();
  const firsts = new Map(once.map(({ submissionKey, number }) => [submissionKey, number]));
  const firstOf = new Map(
    right.map(({ submissionKey, number }) => [number, firsts.get(submissionKey) ?? number]),
  );
  const duplicates = [...firstOf].flatMap(([row, of]) => (row === of ? [] : [{ row, of }]));
  const inStore = await save({
    batch,
    rows: once,
    tryKey,
    note: joinNotes(note, { ...emptyNote, duplicates }),
  });
  if (!inStore.ok) return inStore;
  const saved = new Map(inStore.rows.map((row) => [row.number, row]));
  const outcomes = checked.map((row): RowOutcome => {
    if (!row.ok) return { row: row.number, errors: row.errors };
    const first = firstOf.get(row.number) ?? row.number;
    const found = saved.get(first);
    if (!found) return { row: row.number, errors: [{ field: '', message: tooMany }], isTooMany: true };
    const isFirst = first === row.number;
    const { code, receivedAt, isSame, isOwn, isNew } = found;
    return {
      row: row.number,
      code,
      receivedAt,
      isSame,
      isOwn,
      isNew: isNew && isFirst,
      ...(!isFirst && { sameAs: first }),
    };
  });
  return { ok: true, outcomes, batch };
}
