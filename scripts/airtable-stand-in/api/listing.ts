import { newId } from '../data/ids.ts';
import type { Cell, Field, Row, Table } from '../data/model.ts';
import { type Base, fieldOf } from '../data/records.ts';
import { unprocessable } from '../refusal.ts';
import { type Filter, FormulaError, readFilter } from './filter.ts';
import type { ListQuery } from './list-query.ts';

/** A page of rows, and where the next one begins if there is one. */
export interface Page {
  rows: Row[];
  offset?: string;
}

/** How long an `offset` lives. */
export interface OffsetLife {
  offsetMs: number;
  now: () => number;
}

interface Iterator {
  ids: string[];
  expires: number;
}

const invalidFormula = (why: string) =>
  unprocessable('INVALID_FILTER_BY_FORMULA', `The formula for filtering records is invalid: ${why}`);

function filterOf(source: string, table: Table): Filter {
  let filter: Filter;
  try {
    filter = readFilter(source);
  } catch (error) {
    if (error instanceof FormulaError)
      throw invalidFormula('Invalid formula. Please check your formula text.');
    throw error;
  }
  const known = new Set(table.fields.flatMap(({ id, name }) => [id, name]));
  const unknown = filter.columns.filter((name) => !known.has(name));
  if (unknown.length > 0) throw invalidFormula(`Unknown field names: ${unknown.join(', ').toLowerCase()}`);
  return filter;
}

function sortKey(field: Field, cell: Cell | undefined): string | number {
  if (cell === undefined) return field.type === 'checkbox' ? 0 : '';
  const choices = field.options?.choices;
  if (choices && typeof cell === 'string') return choices.findIndex(({ name }) => name === cell) + 1;
  if (Array.isArray(cell)) return cell.map((part) => (typeof part === 'string' ? part : part.url)).join(', ');
  return cell === true ? 1 : cell;
}

/** Empty cells come first; numbers by size, texts as Vietnamese sorts them. */
function compareKeys(a: string | number, b: string | number): number {
  if (a === '' || b === '') return Number(b === '') - Number(a === '') || 0;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'vi');
}

function sorted(rows: Row[], table: Table, sort: ListQuery['sort']): Row[] {
  const orders = sort.map(({ field, descending }) => ({ field: fieldOf(table, field), descending }));
  return rows.toSorted((a, b) => {
    for (const { field, descending } of orders) {
      const order = compareKeys(sortKey(field, a.cells[field.id]), sortKey(field, b.cells[field.id]));
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
}

function select(base: Base, table: Table, query: ListQuery): string[] {
  if (
    query.view !== undefined &&
    !table.views.some(({ id, name }) => id === query.view || name === query.view)
  )
    throw unprocessable('VIEW_NAME_NOT_FOUND', `View ${query.view} not found`);
  const filter = query.filterByFormula === undefined ? null : filterOf(query.filterByFormula, table);
  const idOf = new Map(table.fields.flatMap(({ id, name }) => [[name, id] as const, [id, id] as const]));
  const found = base.rows
    .all(table.id)
    .filter((row) => !filter || filter.passes({ row, cell: (key) => row.cells[idOf.get(key) ?? ''] }));
  return sorted(found, table, query.sort)
    .slice(0, query.maxRecords)
    .map(({ id }) => id);
}

/**
 * Lists rows by pages. The first page fixes which rows there are and in what order; the pages after it are
 * asked for by `offset`, which dies after `offsetMs` and with the server, as Airtable's do.
 */
export function createLister(base: Base, { offsetMs, now }: OffsetLife) {
  const iterators = new Map<string, Iterator>();

  function resume(offset: string): { key: string; iterator: Iterator; from: number } {
    const [key = '', nextId = ''] = offset.split('/');
    const iterator = iterators.get(key);
    if (!iterator || iterator.expires < now() || !iterator.ids.includes(nextId))
      throw unprocessable(
        'LIST_RECORDS_ITERATOR_NOT_AVAILABLE',
        'The iterator for this listing is no longer available. Start the listing again.',
      );
    return { key, iterator, from: iterator.ids.indexOf(nextId) };
  }

  return (table: Table, query: ListQuery): Page => {
    for (const [key, { expires }] of iterators) if (expires < now()) iterators.delete(key);
    const { key, iterator, from } =
      query.offset === undefined
        ? { key: newId('itr'), iterator: { ids: select(base, table, query), expires: 0 }, from: 0 }
        : resume(query.offset);
    const end = from + query.pageSize;
    const rows = iterator.ids
      .slice(from, end)
      .map((id) => base.rows.find(table.id, id))
      .filter((row) => row !== undefined);
    const nextId = iterator.ids[end];
    if (nextId === undefined) return { rows };
    iterators.set(key, { ids: iterator.ids, expires: now() + offsetMs });
    return { rows, offset: `${key}/${nextId}` };
  };
}
