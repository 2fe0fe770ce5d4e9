import { filePath, withEnds } from '../data/file-address.ts';
import { newId } from '../data/ids.ts';
import type { Attachment } from '../data/model.ts';
import { type Base, fieldOf } from '../data/records.ts';
import { bodyTooLarge, invalidRequest, invalidValue, notFound } from '../refusal.ts';
import type { ApiRequest } from './request.ts';

/** The largest file (airtable.md, “Limits”). */
const maxFileBytes = 5 * 1024 * 1024;

/** The largest body of an upload: the file in base64 and the JSON around it. */
export const maxUploadBytes = Math.ceil(maxFileBytes / 3) * 4 + 4096;

/** Whether a path is `{base}/{record}/{field}/uploadAttachment`. */
export const isUploadPath = (path: readonly string[]): boolean =>
  path.length === 4 && path[3] === 'uploadAttachment';

/** Serves Airtable's upload host: appends a file in base64 to the files of a cell. */
export function createContentRoutes(base: Base, now: () => number) {
  return ({ method, path, body, origin }: ApiRequest): unknown => {
    const [, recordId = '', fieldKey = ''] = path;
    const table = base.tables.all().find(({ id }) => base.rows.find(id, recordId));
    const row = table && base.rows.find(table.id, recordId);
    if (!row || method !== 'POST') throw notFound();
    const field = fieldOf(table, fieldKey);
    if (field.type !== 'multipleAttachments') throw invalidValue(field.name);
    const { contentType, filename, file } = body;
    if (typeof contentType !== 'string' || typeof filename !== 'string' || typeof file !== 'string')
      throw invalidRequest();
    const bytes = Buffer.from(file, 'base64');
    if (bytes.length === 0 || filename === '') throw invalidRequest();
    if (bytes.length > maxFileBytes) throw bodyTooLarge();
    const id = newId('att');
    const url = `${origin}${filePath}${id}/${encodeURIComponent(filename)}`;
    const made: Attachment = { id, url, filename, size: bytes.length, type: contentType };
    return base.transaction(() => {
      const before = row.cells[field.id];
      const kept = Array.isArray(before) ? before.filter((one) => typeof one !== 'string') : [];
      base.files.insert(id, { type: contentType, bytes });
      const cell = [...kept, made];
      const changed = base.rows.replace(row, { ...row.cells, [field.id]: cell });
      base.note({ source: 'publicApi', table, changed: [{ before: row, after: changed }] });
      const createdTime = new Date(changed.createdMs).toISOString();
      return { id: recordId, createdTime, fields: { [field.id]: withEnds(cell, now()) } };
    });
  };
}
