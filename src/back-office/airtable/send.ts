import { z } from 'zod';
import type { DeliveryOutcome, QueuedSubmission } from '../../filing/submission.ts';
import type { BaseSession } from './base-session.ts';
import type { AirtableClient } from './client.ts';
import type { Table } from './column.ts';
import { tableOfForm } from './columns.ts';
import { join, nothing } from './delivery-outcome.ts';
import {
  BaseLayoutError,
  MonthUsedUpError,
  OutOfTimeError,
  RateLimitedError,
  RefusedError,
  UnavailableError,
} from './errors.ts';
import { findRows, ownRow } from './find-rows.ts';
import type { TablePlace } from './layout.ts';
import { columnOf, requiredColumn, tableLayout } from './places.ts';
import { stateColumn } from './state-column.ts';
import {
  answerCells,
  type CellsToWrite,
  type FoundRow,
  firstStateCell,
  stateCell,
} from './submission-cells.ts';

const answerSchema = z.object({
  records: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })),
  createdRecords: z.array(z.string()).default([]),
});

/** One submission with the row that it already has; undefined where it may have none. */
interface Delivery {
  submission: QueuedSubmission;
  found: FoundRow | undefined;
}

type Written = Pick<DeliveryOutcome, 'delivered' | 'records' | 'conflicts' | 'kept' | 'lacking'>;

/** What is written of one submission; `conflict`: a decision of staff that crossed a move of the unit. */
type ToWrite = CellsToWrite & { conflict: string | null };

/** Whether a row may have changed in the base since it was written: then it is read before it is written again. */
const hasRow = ({ recordId, written, movedTo }: QueuedSubmission) =>
  recordId !== null || written?.isWritten === true || movedTo !== null;

function cellsOf({ submission, found }: Delivery, table: Table, place: TablePlace): ToWrite {
  const isNew = hasRow(submission) && !found;
  const answers = answerCells(submission, table, place, { isNew, found });
  const state = stateCell(submission, place, { isNew: !found, found });
  return { ...answers, ...state, cells: { ...answers.cells, ...state.cells } };
}

/** Writes rows that are known to be there, by their ids. */
async function update(client: AirtableClient, place: TablePlace, rows: { id: string; fields: object }[]) {
  if (rows.length > 0)
    await client.records({ method: 'PATCH', path: `/${place.id}`, body: { records: rows } });
}

/** Creates rows, or completes those that an earlier try created: their codes are unique. */
async function upsert(
  client: AirtableClient,
  table: Table,
  place: TablePlace,
  batch: readonly (Delivery & { cells: CellsToWrite })[],
): Promise<Record<string, string>> {
  if (batch.length === 0) return {};
  const mergeId = requiredColumn(place, table.mergeColumn).id;
  const body = {
    performUpsert: { fieldsToMergeOn: [mergeId] },
    returnFieldsByFieldId: true,
    records: batch.map(({ cells }) => ({ fields: cells.cells })),
  };
  const { records, createdRecords } = answerSchema.parse(
    await client.records({ method: 'PATCH', path: `/${place.id}`, body }),
  );
  // Where a retry is the first call to reach Airtable, the new row still lacks its first state. Where staff deleted a row and its
  // unit then changed an answer, the row is new and needs all answers.
  const stateId = columnOf(place, stateColumn)?.id;
  const fill = records.flatMap(({ id, fields }) => {
    const own = batch.find(({ submission }) => submission.code === fields[mergeId])?.submission;
    const isHalf = createdRecords.includes(id) && own?.written?.isWritten;
    const lacking = {
      ...(isHalf && answerCells(own, table, place, { isNew: true }).cells),
      ...(stateId !== undefined && fields[stateId] === undefined && firstStateCell(place)),
    };
    return Object.keys(lacking).length > 0 ? [{ id, fields: lacking }] : [];
  });
  await update(client, place, fill);
  return Object.fromEntries(records.map(({ id, fields }) => [String(fields[mergeId]), id]));
}

async function write(
  client: AirtableClient,
  table: Table,
  place: TablePlace,
  batch: readonly QueuedSubmission[],
): Promise<Written> {
  const mergeId = requiredColumn(place, table.mergeColumn).id;
  const known = batch.filter(hasRow);
  const rows = known.length > 0 ? await findRows(client, table, place, known) : [];
  const deliveries = batch.map((submission) => {
    const found = hasRow(submission) ? ownRow(rows, mergeId, submission) : undefined;
    return { submission, found, cells: cellsOf({ submission, found }, table, place) };
  });
  const there = deliveries.flatMap(({ submission: { code }, found, cells }) =>
    found ? [{ code, id: found.id, fields: cells.cells }] : [],
  );
  await update(
    client,
    place,
    there.map(({ id, fields }) => ({ id, fields })),
  );
  const made = await upsert(
    client,
    table,
    place,
    deliveries.filter(({ found }) => !found),
  );
  const noted = <T>(pick: (cells: ToWrite) => readonly T[]) =>
    Object.fromEntries(
      deliveries
        .map(({ submission, cells }) => [submission.code, pick(cells)] as const)
        .filter(([, notes]) => notes.length > 0),
    );
  return {
    delivered: batch.map(({ code }) => code),
    records: { ...made, ...Object.fromEntries(there.map(({ code, id }) => [code, id])) },
    conflicts: Object.fromEntries(
      deliveries.flatMap(({ submission: { code }, cells: { conflict } }) =>
        conflict === null ? [] : [[code, conflict]],
      ),
    ),
    kept: noted(({ kept }) => kept),
    lacking: noted(({ lacking }) => lacking),
  };
}

/** One bad row makes Airtable refuse the whole request, so split the request in halves until the bad row is alone. */
async function sendOrSplit(
  client: AirtableClient,
  base: BaseSession,
  table: Table,
  batch: readonly QueuedSubmission[],
): Promise<DeliveryOutcome> {
  try {
    const written = await base.withLayout((layout) =>
      write(client, table, tableLayout(layout, table), batch),
    );
    return { ...nothing, ...written };
  } catch (error) {
    if (
      error instanceof OutOfTimeError ||
      error instanceof RateLimitedError ||
      error instanceof MonthUsedUpError
    )
      return { ...nothing, postponed: true };
    if (error instanceof UnavailableError || error instanceof z.ZodError)
      return { ...nothing, failure: error.message };
    if (!(error instanceof RefusedError)) throw error;
    const [only] = batch;
    if (batch.length === 1 && only)
      return { ...nothing, refused: [{ code: only.code, reason: error.message }] };
  }
  const middle = Math.ceil(batch.length / 2);
  const first = await sendOrSplit(client, base, table, batch.slice(0, middle));
  if (first.failure !== null || first.postponed) return first;
  return join(first, await sendOrSplit(client, base, table, batch.slice(middle)));
}

/**
 * Writes at most ten submissions of one form into their table. New rows are upserted on `Mã hồ sơ`, which makes a repeated call
 * harmless; a row that is there already is read first, and keeps what staff changed in it.
 * Throws AccessError and BaseLayoutError, which no retry can fix; the outcome reports every other failure.
 */
export async function sendSubmissions(
  client: AirtableClient,
  base: BaseSession,
  form: string,
  batch: readonly QueuedSubmission[],
): Promise<DeliveryOutcome> {
  const table = tableOfForm[form];
  if (!table) throw new BaseLayoutError(`Phiếu “${form}” chưa có bảng trong Airtable.`);
  const outcome = await sendOrSplit(client, base, table, batch);
  const reasons = new Set(outcome.refused.map(({ reason }) => reason));
  const [reason] = reasons;
  // When every row is refused for one reason, the base is at fault (a deleted option): keep the rows queued and report it.
  const isOfTheBase =
    reason && reasons.size === 1 && outcome.refused.length === batch.length && batch.length > 1;
  return isOfTheBase ? { ...outcome, refused: [], failure: reason } : outcome;
}
