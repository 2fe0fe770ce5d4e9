import { digestOf } from '../../../platform/files/digest.ts';
import type { BatchForm } from '../batch-form.ts';
import { checkRow, type FiledRow } from '../check-rows.ts';
import { contactKey } from '../contact.ts';
import type { NewRow, NewTable, SavedTable } from './new-table.ts';
import { emptyNote, joinNotes } from '../note.ts';
import type { RowOutcome } from '../outcomes.ts';

/** What one is told whose rows are more than an address may file within an hour. */
const tooMany = 'Dòng này chưa được nhận: địa chỉ này đã gửi đủ số phiếu của một giờ. Hãy chờ rồi gửi lại.';

/**
 * The key of a row: the same nominee of the same unit with the same words is one filing, however often, in whichever table
 * and under whosever name as contact it is sent.
 */
function keyOf({ form, columns }: BatchForm, answers: Record<string, unknown>): string {
  const own = columns.map(({ name }) => answers[name] ?? null);
  return `sha256:${digestOf('row', form.id, answers.unitCode, answers.unitName ?? null, own)}`;
}

/** What makes a batch: the same rows sent again by the same contact are the same batch. */
const batchOf = (rows: readonly NewRow[]): string =>
  digestOf(
    'batch',
    contactKey(rows[0]?.answers ?? {}),
    rows.map(({ form, submissionKey }) => [form, submissionKey]),
  ).slice(0, 22);

/** Rows with the code or the mistakes of each, and the batch under which those with a code are listed. */
export interface Outcomes {
  outcomes: RowOutcome[];
  batch: string;
}

/** A table on its way in. */
interface Filed extends Pick<NewTable, 'tryKey' | 'note'> {
  shared: Record<string, unknown>;
  rows: readonly FiledRow[];
  /** An earlier batch that these rows are to join. */
  batch?: string | undefined;
}

/** Checks every row apart and stores those that are right; what `save` throws is passed on. */
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
  // Two rows of the same words are one filing.
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
