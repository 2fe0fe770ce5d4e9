import { z } from 'zod';
import { firstState, stateById } from '../schemas/states.ts';
import type { DeliveryOutcome, QueuedSubmission } from '../schemas/submission.ts';
import type { AirtableClient } from './client.ts';
import type { Table } from './column.ts';
import { tableOfForm } from './columns.ts';
import {
  BaseLayoutError,
  OutOfTimeError,
  RateLimitedError,
  RefusedError,
  UnavailableError,
} from './errors.ts';
import { type Layout, placeOf } from './layout.ts';
import { stateColumn } from './state-column.ts';

type Place = Layout['tables'][string];

const answerSchema = z.object({
  records: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })),
});

const newState = stateById(firstState).airtable;

/** The cells of a submission by field id. The state is set on the first try alone, or when the unit moved it:
 * later, staff may have moved it. */
function cellsOf(submission: QueuedSubmission, table: Table, place: Place): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const column of table.columns) {
    const cell = column.cell?.(submission);
    const id = place.fields[column.name];
    if (cell !== undefined && id) cells[id] = cell;
  }
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
  const { records } = answerSchema.parse(await client.records({ method: 'PATCH', path, body }));
  const mergeId = place.fields[table.mergeColumn] ?? '';
  const ids = Object.fromEntries(records.map(({ id, fields }) => [String(fields[mergeId]), id]));
  const stateId = place.fields[stateColumn] ?? '';
  const stateless = records.filter(({ fields }) => fields[stateId] === undefined);
  if (stateless.length === 0) return ids;
  // A retry that turned out to be the first to arrive: the row is new, so it gets its first state.
  const fill = stateless.map(({ id }) => ({ id, fields: { [stateId]: newState } }));
  await client.records({ method: 'PATCH', path, body: { records: fill } });
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
  const outcome = await sendOrSplit(client, table, placeOf(layout, table), batch);
  const reasons = new Set(outcome.refused.map(({ reason }) => reason));
  const [reason] = reasons;
  // Every row refused for one reason is no fault of the rows: an option was renamed. They wait, and are told of.
  const isOfTheBase =
    reason && reasons.size === 1 && outcome.refused.length === batch.length && batch.length > 1;
  return isOfTheBase ? { ...outcome, refused: [], failure: reason } : outcome;
}
