import { z } from 'zod';
import type { DraftOutcome, DraftToWrite } from '../drafts/write-drafts.ts';
import type { BaseSession } from './base-session.ts';
import type { AirtableClient } from './client.ts';
import { draftCells } from './draft-cells.ts';
import { isLater, RefusedError } from './errors.ts';
import { inBraces, quoted } from './find-rows.ts';
import type { TablePlace } from './layout.ts';
import { requiredColumn, tableLayout } from './places.ts';
import { storyFieldsOf } from './story-cells.ts';
import { stories } from './story-table.ts';

const recordsSchema = z.object({
  records: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })),
});

async function write(client: AirtableClient, place: TablePlace, draft: DraftToWrite): Promise<DraftOutcome> {
  const [id, filing] = ['Mã', 'Mã hồ sơ'].map((name) => requiredColumn(place, name));
  if (!id || !filing) return { is: 'postponed' };
  const path = `/${place.id}`;
  const tests = [
    `${inBraces(id.name)} = ${quoted(draft.storyId)}`,
    `${inBraces(filing.name)} = ${quoted(draft.code)}`,
    ...(draft.recordId === null ? [] : [`RECORD_ID() = ${quoted(draft.recordId)}`]),
  ];
  const look = { returnFieldsByFieldId: true, fields: [id.id, filing.id] };
  const { records } = recordsSchema.parse(
    await client.records({
      method: 'POST',
      path: `${path}/listRecords`,
      body: { ...look, filterByFormula: `OR(${tests.join(', ')})` },
    }),
  );
  const own =
    records.find((row) => row.id === draft.recordId) ??
    records.find(({ fields }) => fields[filing.id] === draft.code);
  if (own) return { is: 'there', recordId: own.id, storyId: String(own.fields[id.id] ?? draft.storyId) };
  if (records.length > 0) return { is: 'taken' };
  if (draft.recordId !== null) return { is: 'gone' };
  const made = recordsSchema.parse(
    await client.records({
      method: 'PATCH',
      path,
      body: {
        performUpsert: { fieldsToMergeOn: [id.id] },
        returnFieldsByFieldId: true,
        records: [{ fields: storyFieldsOf(place, draftCells(draft)) }],
      },
    }),
  );
  return { is: 'there', recordId: made.records[0]?.id ?? '', storyId: draft.storyId };
}

/**
 * Makes the row of a draft in `Điển hình`. A row that is there, from an earlier try or made by hand for the same nomination, is left
 * as it is.
 */
export async function writeDraft(
  client: AirtableClient,
  base: BaseSession,
  draft: DraftToWrite,
): Promise<DraftOutcome> {
  try {
    return await base.withLayout((layout) => write(client, tableLayout(layout, stories), draft));
  } catch (error) {
    if (isLater(error)) return { is: 'postponed' };
    if (error instanceof RefusedError) return { is: 'refused', reason: error.message };
    throw error;
  }
}
