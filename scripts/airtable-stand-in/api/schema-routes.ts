import { isObject, type JsonObject } from '../../../src/platform/json.ts';
import { checkFieldOptions } from '../data/field-options.ts';
import { type FieldType, isFieldType, type Table } from '../data/model.ts';
import type { Base } from '../data/records.ts';
import type { Naming, NewField } from '../data/tables.ts';
import { invalidRequest, modelNotFound, notFound, unprocessable } from '../refusal.ts';
import type { ApiRequest } from './request.ts';

/** Kinds that Airtable has but its API cannot create (airtable.md, “Schema”). */
const computed = [
  'formula',
  'rollup',
  'lookup',
  'multipleLookupValues',
  'count',
  'autoNumber',
  'createdTime',
  'createdBy',
  'lastModifiedTime',
  'lastModifiedBy',
  'button',
];
const notPrimary: FieldType[] = [
  'checkbox',
  'singleSelect',
  'multipleSelects',
  'multipleAttachments',
  'multipleRecordLinks',
  'rating',
];

function readNaming(body: JsonObject): Naming {
  const { name, description } = body;
  if (name !== undefined && typeof name !== 'string') throw invalidRequest();
  if (description !== undefined && description !== null && typeof description !== 'string')
    throw invalidRequest();
  return {
    ...(name !== undefined && { name }),
    ...(typeof description === 'string' && { description }),
  };
}

function onlyNaming(body: JsonObject): Naming {
  const naming = readNaming(body);
  const known = Object.keys(body).every((key) => key === 'name' || key === 'description');
  if (!known || Object.keys(body).length === 0) throw invalidRequest();
  return naming;
}

function checkFieldName(taken: { name: string }[], name: string | undefined) {
  if (name === undefined || name.trim() === '' || taken.some((field) => field.name === name))
    throw unprocessable('DUPLICATE_OR_EMPTY_FIELD_NAME', `The field name "${name ?? ''}" is empty or taken`);
  return name;
}

/** Serves `/v0/meta/bases/{base}/tables…`: read, create, rename and describe tables and columns. */
export function createSchemaRoutes(base: Base) {
  function readField(body: unknown, taken: { name: string }[]): NewField {
    if (!isObject(body)) throw invalidRequest();
    const { type } = body;
    const naming = readNaming(body);
    const name = checkFieldName(taken, naming.name);
    if (typeof type === 'string' && computed.includes(type))
      throw unprocessable(
        'UNSUPPORTED_FIELD_TYPE_FOR_CREATE',
        `Invalid options for ${name}: Creating ${type} fields is not supported at this time`,
      );
    if (!isFieldType(type)) throw invalidRequest();
    const checked = checkFieldOptions(type, body.options);
    const badLink =
      checked.ok && type === 'multipleRecordLinks' && !base.tables.find(checked.options?.linkedTableId ?? '');
    if (!checked.ok || badLink) {
      const reason = checked.ok ? 'the linked table does not exist' : checked.reason;
      throw unprocessable('INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE', `Invalid options for ${name}: ${reason}`);
    }
    return { ...naming, name, type, ...(checked.options && { options: checked.options }) };
  }

  function checkTableName(name: string | undefined, own?: Table) {
    const taken = base.tables.all().some((table) => table.name === name && table.id !== own?.id);
    if (name === undefined || name.trim() === '' || taken)
      throw unprocessable('DUPLICATE_TABLE_NAME', `The table name "${name ?? ''}" is empty or taken`);
    return name;
  }

  function createTable(body: JsonObject) {
    const naming = readNaming(body);
    const name = checkTableName(naming.name);
    const given = body.fields;
    if (!Array.isArray(given) || given.length === 0) throw invalidRequest();
    const fields: NewField[] = [];
    for (const field of given) fields.push(readField(field, fields));
    if (fields[0] && notPrimary.includes(fields[0].type))
      throw unprocessable(
        'INVALID_PRIMARY_FIELD_TYPE',
        `A ${fields[0].type} field cannot be the primary field`,
      );
    return base.transaction(() => base.tables.create({ ...naming, name }, fields));
  }

  function addField(table: Table, field: NewField) {
    const created = base.tables.addField(table.id, field);
    base.note({ source: 'publicApi', table, fields: { created } });
    return created;
  }

  function renameTable(table: Table, body: JsonObject) {
    const naming = onlyNaming(body);
    if (naming.name !== undefined) checkTableName(naming.name, table);
    base.tables.rename('tables', table.id, naming);
    return base.table(table.id);
  }

  function renameField(table: Table, fieldId: string, body: JsonObject) {
    if (!table.fields.some(({ id }) => id === fieldId)) throw modelNotFound();
    const naming = onlyNaming(body);
    const others = table.fields.filter(({ id }) => id !== fieldId);
    if (naming.name !== undefined) checkFieldName(others, naming.name);
    const before = table.fields.find(({ id }) => id === fieldId);
    base.tables.rename('fields', fieldId, naming);
    if (before) base.note({ source: 'publicApi', table, fields: { changed: { before, after: naming } } });
    return base.table(table.id).fields.find(({ id }) => id === fieldId);
  }

  return ({ method, path, body }: ApiRequest): unknown => {
    const [, , , tables, tableId, fields, fieldId] = path;
    if (tables !== 'tables' || path.length > 7) throw notFound();
    if (tableId === undefined) {
      if (method === 'GET') return { tables: base.tables.all() };
      if (method === 'POST') return createTable(body);
      throw notFound();
    }
    const table = base.table(tableId);
    if (fields === undefined && method === 'PATCH') return renameTable(table, body);
    if (fields === 'fields' && fieldId === undefined && method === 'POST')
      return addField(table, readField(body, table.fields));
    if (fields === 'fields' && fieldId !== undefined && method === 'PATCH')
      return renameField(table, fieldId, body);
    throw notFound();
  };
}
