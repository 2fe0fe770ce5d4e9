import type { IncomingMessage, ServerResponse } from 'node:http';
import { isObject, type JsonObject } from '../../src/platform/json.ts';
import { pathParts, readJson } from './api/request.ts';
import { newChoice } from './data/field-options.ts';
import { type Cell, type Field, isFieldType, type Table } from './data/model.ts';
import { type Base, fieldOf } from './data/records.ts';
import { retyped, retypedOptions } from './data/retype.ts';
import type { Fault, FaultChooser } from './fault.ts';
import { isSameOrigin } from './page/same-origin.ts';
import { billingLimitReached, invalidRequest, notFound, rateLimitReached, unprocessable } from './refusal.ts';

const maxBytes = 1_000_000;

const rate = rateLimitReached();
const billing = billingLimitReached();

const faults: Readonly<Record<string, Fault>> = {
  hang: { kind: 'hang' },
  rate: { kind: 'status', status: rate.status, body: rate.body },
  billing: { kind: 'status', status: billing.status, body: billing.body },
  error: { kind: 'status', status: 500 },
  html: { kind: 'status', status: 502, html: '<h1>Bad gateway</h1>' },
};

function chooserOf({ mode, share = 1 }: JsonObject): FaultChooser | null {
  if (mode === 'off') return null;
  const fault = typeof mode === 'string' ? faults[mode] : undefined;
  if (!fault || typeof share !== 'number' || share < 0 || share > 1) throw invalidRequest();
  return ({ path }) => {
    // The calls of a month that are used up close the rows, not the schema.
    if (mode === 'billing' && path.startsWith('/v0/meta/')) return null;
    return Math.random() < share ? fault : null;
  };
}

/**
 * Renames, adds and deletes (`newName: null`) choices of a select column; rows that hold a renamed choice show the new name, and those
 * of a deleted one are empty.
 */
function changeChoices(base: Base, table: Table, field: Field, given: unknown) {
  if (!Array.isArray(given)) throw invalidRequest();
  const renamed = new Map<string, string | undefined>();
  const choices = [...(field.options?.choices ?? [])];
  for (const change of given) {
    if (!isObject(change) || typeof change.name !== 'string') throw invalidRequest();
    const { name, newName = name } = change;
    const at = choices.findIndex((choice) => choice.name === name || choice.id === name);
    const found = choices[at];
    if (newName === null && found) {
      choices.splice(at, 1);
      renamed.set(found.name, undefined);
      continue;
    }
    if (typeof newName !== 'string') throw invalidRequest();
    if (found) {
      choices[at] = { ...found, name: newName };
      renamed.set(found.name, newName);
    } else choices.push(newChoice(newName, choices.length));
  }
  base.tables.setOptions(field.id, { ...field.options, choices });
  const now = (name: string) => (renamed.has(name) ? renamed.get(name) : name);
  base.rows.convert(table.id, field.id, (cell) => {
    if (typeof cell === 'string') return now(cell);
    return Array.isArray(cell)
      ? cell.flatMap((part) => (typeof part === 'string' ? (now(part) ?? []) : []))
      : cell;
  });
}

function retype(base: Base, table: Table, field: Field, type: unknown) {
  if (!isFieldType(type)) throw invalidRequest();
  const cells = base.rows.all(table.id).flatMap(({ cells: row }): Cell[] => {
    const cell = row[field.id];
    return cell === undefined ? [] : [cell];
  });
  base.tables.retype(field.id, type, retypedOptions(field, type, cells));
  base.rows.convert(table.id, field.id, (cell) => retyped(cell, type));
  base.note({ source: 'client', table, fields: { changed: { before: field, after: { type } } } });
}

function changeColumn(base: Base, table: Table, field: Field, { name, type, choices }: JsonObject) {
  if (name !== undefined) {
    if (typeof name !== 'string' || name.trim() === '') throw invalidRequest();
    base.tables.rename('fields', field.id, { name });
    base.note({ source: 'client', table, fields: { changed: { before: field, after: { name } } } });
  }
  if (type !== undefined) retype(base, table, field, type);
  if (choices !== undefined) changeChoices(base, table, fieldOf(base.table(table.id), field.id), choices);
}

function removeColumn(base: Base, table: Table, field: Field) {
  if (field.id === table.primaryFieldId)
    throw unprocessable('CANNOT_DELETE_PRIMARY_FIELD', 'The primary field cannot be deleted');
  base.rows.convert(table.id, field.id, () => undefined);
  base.tables.removeField(field.id);
  base.note({ source: 'client', table, fields: { destroyed: field.id } });
}

/**
 * Serves `/_faults`, `/_schema/<table>/<column>` and `/_rows/<table>/<record>`: what staff and the service do to a base and what
 * its API cannot. For programs on this machine alone, without a token. @throws Refusal
 */
export function createDoors(base: Base, setFault: (fault: FaultChooser | null) => void) {
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    if (!isSameOrigin(request)) throw notFound();
    const [door, tableKey = '', key = '', ...rest] = pathParts(url.pathname) ?? [];
    const body = await readJson(request, maxBytes);
    const { method } = request;
    if (rest.length > 0) throw notFound();
    if (door === '_faults' && method === 'POST' && tableKey === '') setFault(chooserOf(body));
    else if (door === '_rows' && method === 'DELETE') base.remove(base.table(tableKey), [key]);
    else if (door === '_rows' && method === 'POST') base.restore(base.table(tableKey), key);
    else if (door === '_rows' && method === 'PATCH')
      base.write(base.table(tableKey), [{ id: key, fields: body }], {
        user: url.searchParams.get('user') ?? undefined,
      });
    else if (door === '_schema' && (method === 'PATCH' || method === 'DELETE')) {
      const table = base.table(tableKey);
      const field = fieldOf(table, key);
      base.transaction(() =>
        method === 'DELETE' ? removeColumn(base, table, field) : changeColumn(base, table, field, body),
      );
    } else throw notFound();
    response.setHeader('content-type', 'application/json; charset=utf-8').end('{"ok":true}');
  };
}
