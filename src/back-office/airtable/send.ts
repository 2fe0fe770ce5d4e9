import { z } from 'zod';
import { firstState, stateById } from '../../filing/states.ts';
import type { DeliveryOutcome, QueuedSubmission } from '../../filing/submission.ts';
import type { AirtableClient } from './client.ts';
import type { Cell, Table } from './column.ts';
import { tableOfForm } from './columns.ts';
import {
  BaseLayoutError,
  OutOfTimeError,
  RateLimitedError,
  RefusedError,
  UnavailableError,
} from './errors.ts';
import { type Layout, tableLayout } from './layout.ts';
import { stateColumn } from './state-column.ts';

type Place = Layout['tables'][string];

const answerSchema = z.object({
  records: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })),
  createdRecords: z.array(z.string()).default([]),
});

const newState = stateById(firstState).airtable;

const same = (one: Cell, other: Cell) => JSON.stringify(one) === JSON.stringify(other);

/**
 * The cells of a submission by field id; null empties a cell. An existing row gets only the answers that its unit changed, so
 * corrections by staff in other cells stay.
 */
function answerCells(submission: QueuedSubmission, table: Table, place: Place, isNew: boolean) {
  const cells: Record<string, unknown> = {};
  const { written } = submission;
  const before = written && { ...submission, answers: written.answers };
  for (const { name, cell: cellOf, isAlways } of table.columns) {
    const id = place.fields[name];
    if (!id || !cellOf) continue;
    const cell = cellOf(submission);
    const held = before ? cellOf(before) : undefined;
    if (written?.isWritten && !isNew && !isAlways && same(cell, held)) continue;
    if (cell !== undefined) cells[id] = cell;
    else if (held !== undefined) cells[id] = null;
  }
  return cells;
}

/** Adds the state, but only on the first try or when the unit moved it: after that, staff may have changed the state. */
function cellsOf(submission: QueuedSubmission, table: Table, place: Place): Record<string, unknown> {
  const cells = answerCells(submission, table, place, false);
  const stateId = place.fields[stateColumn];
  const { attempts, movedTo } = submission;
  if (stateId && movedTo !== null) cells[stateId] = stateById(movedTo).airtable;
  else if (stateId && attempts === 1) cells[stateId] = newState;
  return cells;
}

async function upsert(
  client: AirtableClient,
  table: Table,
  place: Place,
  batch: readonly QueuedSubmission[],
): Promise<Record<string, string>> {
  const body = {
    performUpsert: { fieldsToMergeOn: [place.fields[table.mergeColumn]] },
    returnFieldsByFieldId: true,
    records: batch.map((submission) => ({ fields: cellsOf(submission, table, place) })),
  };
  const path = `/${place.id}`;
  const { records, createdRecords } = answerSchema.parse(
    await client.records({ method: 'PATCH', path, body }),
  );
  const mergeId = place.fields[table.mergeColumn] ?? '';
  const ids = Object.fromEntries(records.map(({ id, fields }) => [String(fields[mergeId]), id]));
  const stateId = place.fields[stateColumn] ?? '';
  // Where a retry is the first call to reach Airtable, the new row still lacks its first state. Where staff deleted a row and its
  // unit then changed an answer, the row is new and needs all answers.
  const fill = records.flatMap(({ id, fields }) => {
    const own = batch.find(({ code }) => code === fields[mergeId]);
    const isHalf = createdRecords.includes(id) && own?.written?.isWritten;
    const lacking = {
      ...(isHalf && answerCells(own, table, place, true)),
      ...(fields[stateId] === undefined && { [stateId]: newState }),
    };
    return Object.keys(lacking).length > 0 ? [{ id, fields: lacking }] : [];
  });
  if (fill.length > 0) await client.records({ method: 'PATCH', path, body: { records: fill } });
  return ids;
}

const nothing: DeliveryOutcome = { delivered: [], refused: [], failure: null, postponed: false };

const join = (first: DeliveryOutcome, second: DeliveryOutcome): DeliveryOutcome => ({
  delivered: [...first.delivered, ...second.delivered],
  records: { ...first.records, ...second.records },
  refused: [...first.refused, ...second.refused],
  failure: first.failure ?? second.failure,
  postponed: first.postponed || second.postponed,
});

/** One bad row makes Airtable refuse the whole request, so split the request in halves until the bad row is alone. */
async function sendOrSplit(
  client: AirtableClient,
  table: Table,
  place: Place,
  batch: readonly QueuedSubmission[],
): Promise<DeliveryOutcome> {
  try {
    const records = await upsert(client, table, place, batch);
    return { ...nothing, delivered: batch.map(({ code }) => code), records };
  } catch (error) {
    if (error instanceof OutOfTimeError || error instanceof RateLimitedError)
      return { ...nothing, postponed: true };
    if (error instanceof UnavailableError || error instanceof z.ZodError)
      return { ...nothing, failure: error.message };
    if (!(error instanceof RefusedError)) throw error;
    const [only] = batch;
    if (batch.length === 1 && only)
      return { ...nothing, refused: [{ code: only.code, reason: error.message }] };
  }
  const middle = Math.ceil(batch.length / 2);
  const first = await sendOrSplit(client, table, place, batch.slice(0, middle));
  if (first.failure !== null || first.postponed) return first;
  return join(first, await sendOrSplit(client, table, place, batch.slice(middle)));
}

/**
 * Writes at most ten submissions of one form into their table. The upsert on `Mã hồ sơ` makes a repeated call harmless.
 * Throws AccessError and BaseLayoutError, which no retry can fix; the outcome reports every other failure.
 */
export async function sendSubmissions(
  client: AirtableClient,
  layout: Layout,
  form: string,
  batch: readonly QueuedSubmission[],
): Promise<DeliveryOutcome> {
  const table = tableOfForm[form];
  if (!table) throw new BaseLayoutError(`Biểu mẫu “${form}” chưa có bảng trong Airtable.`);
  const outcome = await sendOrSplit(client, table, tableLayout(layout, table), batch);
  const reasons = new Set(outcome.refused.map(({ reason }) => reason));
  const [reason] = reasons;
  // When every row is refused for one reason, the base is at fault (a renamed option): keep the rows queued and report it.
  const isOfTheBase =
    reason && reasons.size === 1 && outcome.refused.length === batch.length && batch.length > 1;
  return isOfTheBase ? { ...outcome, refused: [], failure: reason } : outcome;
}
