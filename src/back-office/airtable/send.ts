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
 * The cells of a submission by field id; null empties one. A row that is there gets what its unit changed since: what staff mended
 * in other cells stays.
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

/** The same with the state, which is set on the first try alone, or when the unit moved it: later, staff may have moved it. */
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
  // A retry that turned out to be the first to arrive: the row is new, so it gets its first state. One that staff deleted and that
  // its unit changed is new, too: it gets all of its answers.
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

/** One refused row refuses its whole request: halves are tried until it stands alone. */
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
 * Writes submissions of one form, at most ten, into their table by upsert on `Mã hồ sơ`: doing it twice makes one row.
 * Throws AccessError and BaseLayoutError, which no retry mends; everything else is told in the outcome.
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
  // Every row refused for one reason is no fault of the rows: an option was renamed. They wait, and are told of.
  const isOfTheBase =
    reason && reasons.size === 1 && outcome.refused.length === batch.length && batch.length > 1;
  return isOfTheBase ? { ...outcome, refused: [], failure: reason } : outcome;
}
