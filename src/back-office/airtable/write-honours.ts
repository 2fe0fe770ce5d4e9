import { z } from 'zod';
import type { HonourOutcome, HonourToWrite } from '../awards/honour.ts';
import type { BaseSession } from './base-session.ts';
import type { AirtableClient } from './client.ts';
import type { Cell } from './column.ts';
import { isLater, MissingError, RefusedError } from './errors.ts';
import { findRows } from './find-rows.ts';
import { addedHonourCells, newHonourCells } from './honour-cells.ts';
import type { Layout, TablePlace } from './layout.ts';
import { columnOf, requiredColumn, tableLayout } from './places.ts';
import { storyFieldsOf } from './story-cells.ts';
import { stories } from './story-table.ts';

const recordsSchema = z.object({
  records: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })),
});
const rowsACall = 10;

interface Found {
  id: string;
  /** By the names that the code has for the columns. */
  cells: Record<string, unknown>;
}

async function rowsThere(
  client: AirtableClient,
  place: TablePlace,
  honours: readonly HonourToWrite[],
): Promise<Found[]> {
  const wanted = honours.map(({ storyId, recordId }) => ({ code: storyId, recordId }));
  const rows = await findRows(client, stories, place, wanted);
  const named = stories.columns.flatMap(({ name }) => {
    const column = columnOf(place, name);
    return column ? [[name, column.id] as const] : [];
  });
  return rows.map(({ id, fields }) => ({
    id,
    cells: Object.fromEntries(named.map(([name, field]) => [name, fields[field]])),
  }));
}

const numberIn = ({ cells }: Found) =>
  typeof cells['Số quyết định'] === 'string' ? cells['Số quyết định'].trim() : '';

/** What to write for an honour, or what became of it already. */
type Plan = { cells: Record<string, Cell>; recordId: string | null; storyId: string } | HonourOutcome;

function planOf(honour: HonourToWrite, rows: readonly Found[]): Plan {
  const { decision, line, storyId, recordId } = honour;
  const own = rows.find(({ id }) => id === recordId);
  const named = rows.find(({ cells }) => cells.Mã === storyId);
  if (own) {
    const number = numberIn(own);
    if (number !== '' && number !== decision.number)
      return { is: 'conflict', reason: `Bài ${String(own.cells.Mã ?? '')} đã ghi quyết định ${number}.` };
    const id = typeof own.cells.Mã === 'string' ? own.cells.Mã : storyId;
    return { cells: addedHonourCells(honour, own.cells), recordId: own.id, storyId: id };
  }
  if (!named) return { cells: newHonourCells({ ...honour, recordId: null }), recordId: null, storyId };
  // An earlier try made the row and did not live to note it.
  const isOurs = numberIn(named) === decision.number && named.cells.Tên === line.name;
  return isOurs ? { is: 'there', recordId: named.id, storyId } : { is: 'taken' };
}

/** Writes rows in one call, or, where Airtable refuses one of them, in halves until that one is alone. */
async function writeRows(
  client: AirtableClient,
  place: TablePlace,
  rows: readonly { id: string; plan: Extract<Plan, { cells: unknown }> }[],
): Promise<[string, HonourOutcome][]> {
  if (rows.length === 0) return [];
  const merge = requiredColumn(place, stories.mergeColumn).id;
  const records = rows.map(({ plan: { cells, recordId } }) => ({
    ...(recordId !== null && { id: recordId }),
    fields: storyFieldsOf(place, cells),
  }));
  try {
    const body = { performUpsert: { fieldsToMergeOn: [merge] }, returnFieldsByFieldId: true, records };
    const answer = recordsSchema.parse(await client.records({ method: 'PATCH', path: `/${place.id}`, body }));
    const byCode = new Map(answer.records.map(({ id, fields }) => [fields[merge], id]));
    return rows.map(({ id, plan: { recordId, storyId } }) => {
      const made = recordId ?? byCode.get(storyId);
      return made === undefined
        ? [id, { is: 'refused', reason: 'Airtable không trả lại hàng vừa tạo.' }]
        : [id, { is: 'there', recordId: made, storyId }];
    });
  } catch (error) {
    if (!(error instanceof RefusedError) && !(error instanceof MissingError)) throw error;
    const [only] = rows;
    if (rows.length === 1 && only) return [[only.id, { is: 'refused', reason: error.message }]];
  }
  const middle = Math.ceil(rows.length / 2);
  const first = await writeRows(client, place, rows.slice(0, middle));
  return [...first, ...(await writeRows(client, place, rows.slice(middle)))];
}

/**
 * Writes honours as rows of `Điển hình`: new ones, and into the drafts of their nominations what the decision says. Rows are read
 * first, so a row that a killed run made is found again and nothing that staff typed is overwritten.
 */
export async function writeHonours(
  client: AirtableClient,
  base: BaseSession,
  honours: readonly HonourToWrite[],
  settle: (outcomes: ReadonlyMap<string, HonourOutcome>) => Promise<void>,
): Promise<boolean> {
  try {
    const run = <T>(work: (place: TablePlace) => Promise<T>) =>
      base.withLayout((layout: Layout) => work(tableLayout(layout, stories)));
    const rows = await run((place) => rowsThere(client, place, honours));
    const plans = honours.map((honour) => ({ id: honour.id, plan: planOf(honour, rows) }));
    const decided = plans.flatMap(({ id, plan }) => ('is' in plan ? [[id, plan] as const] : []));
    await settle(new Map(decided));
    const toWrite = plans.flatMap(({ id, plan }) => ('is' in plan ? [] : [{ id, plan }]));
    for (let start = 0; start < toWrite.length; start += rowsACall) {
      const ten = toWrite.slice(start, start + rowsACall);
      await settle(new Map(await run((place) => writeRows(client, place, ten))));
    }
    return true;
  } catch (error) {
    if (isLater(error)) return false;
    throw error;
  }
}
