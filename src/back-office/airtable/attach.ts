import { z } from 'zod';
import { filesName } from '../../filing/definitions/uploaded-file.ts';
import type { AttachedFiles, FailedFile, FileOutcome, OutgoingFile } from '../../filing/submission.ts';
import { compose } from '../../vietnamese/compose.ts';
import type { AirtableClient } from './client.ts';
import { tableOfForm } from './columns.ts';
import {
  BaseLayoutError,
  MissingError,
  MonthUsedUpError,
  OutOfTimeError,
  RateLimitedError,
  RefusedError,
  UnavailableError,
} from './errors.ts';
import type { Layout } from './layout.ts';
import { requiredColumn, tableLayout } from './places.ts';

const cellSchema = z
  .array(z.object({ filename: z.string(), size: z.number().catch(0) }))
  .optional()
  .transform((files = []) => files.map(({ filename, size }) => ({ name: compose(filename), bytes: size })));

const recordSchema = z.object({ fields: z.record(z.string(), z.unknown()) });

/** The ids of the attachment column and its table. */
function cellOf(layout: Layout, form: string): { table: string; field: string } {
  const table = tableOfForm[form];
  const column = table?.columns.find(({ type }) => type === 'multipleAttachments');
  if (!table || !column)
    throw new BaseLayoutError(`Phiếu “${form}” chưa có cột “${filesName}” trong Airtable.`);
  const place = tableLayout(layout, table);
  return { table: place.id, field: requiredColumn(place, column.name).id };
}

/** Separates what Airtable will refuse again from what a retry may fix. Rethrows errors that no retry can fix. */
function outcomeOf(error: unknown): FailedFile {
  const isLater =
    error instanceof OutOfTimeError || error instanceof RateLimitedError || error instanceof MonthUsedUpError;
  if (isLater) return { is: 'postponed' };
  if (error instanceof MissingError)
    return { is: 'refused', reason: 'Dòng của hồ sơ không còn trong Airtable.' };
  if (error instanceof RefusedError) return { is: 'refused', reason: error.message };
  if (error instanceof UnavailableError || error instanceof z.ZodError)
    return { is: 'failed', reason: error.message };
  throw error;
}

/** Reads the files that a row holds, in order, or says why it cannot. Throws errors that no retry can fix. */
export async function attachedTo(
  client: AirtableClient,
  layout: Layout,
  form: string,
  record: string,
): Promise<AttachedFiles> {
  const { table, field } = cellOf(layout, form);
  const query = { returnFieldsByFieldId: true };
  try {
    const answer = await client.records({ method: 'GET', path: `/${table}/${record}`, query });
    return { is: 'found', files: cellSchema.parse(recordSchema.parse(answer).fields[field]) };
  } catch (error) {
    return outcomeOf(error);
  }
}

/**
 * Attaches a file after the files that the row already holds.
 * https://airtable.com/developers/web/api/upload-attachment
 */
export async function attachFile(
  client: AirtableClient,
  layout: Layout,
  form: string,
  record: string,
  { name, mediaType, bytes }: OutgoingFile,
): Promise<FileOutcome> {
  const { field } = cellOf(layout, form);
  const body = { contentType: mediaType, filename: name, file: Buffer.from(bytes).toString('base64') };
  try {
    await client.content({ method: 'POST', path: `/${record}/${field}/uploadAttachment`, body });
    return { is: 'sent' };
  } catch (error) {
    return outcomeOf(error);
  }
}
