import { isObject, type JsonObject } from '../../../src/platform/json.ts';
import { withEnds } from '../data/file-address.ts';
import { isStringList } from '../data/json.ts';
import type { Row, Table } from '../data/model.ts';
import { type Base, fieldOf, type RowWrite, type WriteOptions } from '../data/records.ts';
import { invalidRequest, notFound, unprocessable } from '../refusal.ts';
import { bodyFromSearch, readListQuery } from './list-query.ts';
import { createLister, type OffsetLife } from './listing.ts';
import type { ApiRequest } from './request.ts';

/** Rows in one write (airtable.md, “Limits”). */
const rowsAWrite = 10;

const source = 'publicApi';

const invalidRecords = (clause: string) =>
  unprocessable('INVALID_RECORDS', `You must provide an array of up to ${rowsAWrite} record ${clause}.`);

/** A row as the API shows it: cells by column name or, on request, by column id. */
function presentAt(now: number, table: Table, row: Row, byId: boolean, only?: string[]) {
  const shown = only ? new Set(only.map((key) => fieldOf(table, key).id)) : undefined;
  const fields = table.fields
    .filter(({ id }) => row.cells[id] !== undefined && (!shown || shown.has(id)))
    .map((field) => [byId ? field.id : field.name, withEnds(row.cells[field.id], now)]);
  return {
    id: row.id,
    createdTime: new Date(row.createdMs).toISOString(),
    fields: Object.fromEntries(fields),
  };
}

function readWrites(body: JsonObject, ids: 'required' | 'optional' | 'none'): RowWrite[] {
  const records = body.records;
  const clause = `objects, each with ${ids === 'required' ? 'an "id" ID field and ' : ''}a "fields" object for cell values`;
  if (!Array.isArray(records) || records.length < 1 || records.length > rowsAWrite)
    throw invalidRecords(clause);
  return records.map((record) => {
    if (!isObject(record) || !isObject(record.fields)) throw invalidRecords(clause);
    const { id, fields } = record;
    if (id === undefined && ids !== 'required') return { fields };
    if (typeof id !== 'string' || ids === 'none') throw invalidRecords(clause);
    return { id, fields };
  });
}

function readMergeOn(body: JsonObject): string[] | undefined {
  const upsert = body.performUpsert;
  if (upsert === undefined) return undefined;
  const mergeOn = isObject(upsert) ? upsert.fieldsToMergeOn : undefined;
  if (!isStringList(mergeOn) || mergeOn.length < 1 || mergeOn.length > 3) throw invalidRequest();
  return mergeOn;
}

/** Serves `/v0/{base}/{table}…`: list, retrieve, create, update, upsert and delete rows. */
export function createRecordRoutes(base: Base, life: OffsetLife) {
  const list = createLister(base, life);
  const present = (table: Table, row: Row, byId: boolean, only?: string[]) =>
    presentAt(life.now(), table, row, byId, only);

  function listing(table: Table, body: JsonObject) {
    const query = readListQuery(body);
    for (const name of query.fields ?? []) fieldOf(table, name);
    const { rows, offset } = list(table, query);
    const records = rows.map((row) => present(table, row, query.returnFieldsByFieldId, query.fields));
    return offset === undefined ? { records } : { records, offset };
  }

  function writeMany(table: Table, body: JsonObject, method: 'POST' | 'PATCH' | 'PUT') {
    const mergeOn = method === 'POST' ? undefined : readMergeOn(body);
    const updating = mergeOn ? 'optional' : 'required';
    const writes = readWrites(body, method === 'POST' ? 'none' : updating);
    const options: WriteOptions = { typecast: body.typecast === true, replace: method === 'PUT', source };
    const written = base.write(table, writes, mergeOn ? { ...options, mergeOn } : options);
    const records = written.map(({ row }) => present(table, row, body.returnFieldsByFieldId === true));
    const ids = (created: boolean) =>
      written.filter((one) => one.created === created).map(({ row }) => row.id);
    return mergeOn ? { records, createdRecords: ids(true), updatedRecords: ids(false) } : { records };
  }

  function writeOne(table: Table, body: JsonObject, method: string, id?: string) {
    const { fields } = body;
    if (!isObject(fields)) throw invalidRequest('Could not find field "fields" in the request body');
    const options: WriteOptions = { typecast: body.typecast === true, replace: method === 'PUT', source };
    const [written] = base.write(table, [id === undefined ? { fields } : { id, fields }], options);
    if (!written) throw notFound();
    return present(table, written.row, body.returnFieldsByFieldId === true);
  }

  function removeMany(table: Table, search: URLSearchParams) {
    const ids = [...search].filter(([key]) => /^records(\[\d*\])?$/.test(key)).map(([, id]) => id);
    if (ids.length < 1 || ids.length > rowsAWrite) throw invalidRecords('IDs');
    base.remove(table, ids, source);
    return { records: ids.map((id) => ({ id, deleted: true })) };
  }

  function overTable(table: Table, { method, search, body }: ApiRequest) {
    if (method === 'GET') return listing(table, bodyFromSearch(search));
    if (method === 'DELETE') return removeMany(table, search);
    if (method === 'POST' && !('records' in body)) return writeOne(table, body, method);
    if (method === 'POST' || method === 'PATCH' || method === 'PUT') return writeMany(table, body, method);
    throw notFound();
  }

  function overRecord(table: Table, id: string, { method, search, body }: ApiRequest) {
    const row = base.rows.find(table.id, id);
    if (!row) throw notFound();
    if (method === 'GET') return present(table, row, search.get('returnFieldsByFieldId') === 'true');
    if (method === 'PATCH' || method === 'PUT') return writeOne(table, body, method, id);
    if (method !== 'DELETE') throw notFound();
    base.remove(table, [id], source);
    return { id, deleted: true };
  }

  return (request: ApiRequest): unknown => {
    const [, tableKey = '', recordId, ...rest] = request.path;
    if (tableKey === '' || rest.length > 0) throw notFound();
    const table = base.table(tableKey);
    if (recordId === undefined) return overTable(table, request);
    if (recordId === 'listRecords' && request.method === 'POST') return listing(table, request.body);
    return overRecord(table, recordId, request);
  };
}
