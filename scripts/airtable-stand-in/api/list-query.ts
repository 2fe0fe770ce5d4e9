import { isObject, type JsonObject } from '../../../src/platform/json.ts';
import { isStringList } from '../data/json.ts';
import { invalidRequest } from '../refusal.ts';

/** The parameters of a listing, from a query string (`GET`) or a body (`listRecords`). */
export interface ListQuery {
  /** Rows a page, 1 to 100. */
  pageSize: number;
  maxRecords?: number;
  offset?: string;
  view?: string;
  filterByFormula?: string;
  /** Columns to return, by name or id; `undefined` for all. */
  fields?: string[];
  sort: { field: string; descending: boolean }[];
  returnFieldsByFieldId: boolean;
}

/** Converts a query string to the equivalent body: `fields[]=a` and `sort[0][field]=b` become lists. */
export function bodyFromSearch(search: URLSearchParams): JsonObject {
  const body: JsonObject = {};
  const fields: string[] = [];
  const sort: JsonObject[] = [];
  for (const [key, value] of search) {
    const sortPart = /^sort\[(\d{1,2})\]\[(field|direction)\]$/.exec(key);
    if (/^fields(\[\d*\])?$/.test(key)) fields.push(value);
    else if (sortPart?.[1] && sortPart[2]) {
      const index = Number(sortPart[1]);
      sort[index] = { ...sort[index], [sortPart[2]]: value };
    } else if (key === 'pageSize' || key === 'maxRecords') body[key] = Number(value);
    else if (key === 'returnFieldsByFieldId') body[key] = value === 'true' || value === '1';
    else body[key] = value;
  }
  if (fields.length > 0) body.fields = fields;
  if (sort.length > 0) body.sort = Object.values(sort);
  return body;
}

function whole(value: unknown, most: number): number | undefined {
  if (value === undefined) return undefined;
  if (!Number.isInteger(value) || Number(value) < 1 || Number(value) > most) throw invalidRequest();
  return Number(value);
}

function text(body: JsonObject, key: string): string | undefined {
  const value = body[key];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw invalidRequest();
  return value;
}

function readSort(value: unknown): ListQuery['sort'] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw invalidRequest();
  return value.map((item) => {
    if (!isObject(item) || typeof item.field !== 'string') throw invalidRequest();
    const direction = item.direction ?? 'asc';
    if (direction !== 'asc' && direction !== 'desc') throw invalidRequest();
    return { field: item.field, descending: direction === 'desc' };
  });
}

/** Reads the parameters of a listing. Ignores unknown keys, because the client sends some of its own. @throws Refusal */
export function readListQuery(body: JsonObject): ListQuery {
  const fields = body.fields;
  if (fields !== undefined && !isStringList(fields)) throw invalidRequest();
  if (body.cellFormat !== undefined && body.cellFormat !== 'json') throw invalidRequest();
  const maxRecords = whole(body.maxRecords, Number.MAX_SAFE_INTEGER);
  const offset = text(body, 'offset');
  const view = text(body, 'view');
  const filterByFormula = text(body, 'filterByFormula');
  return {
    pageSize: whole(body.pageSize, 100) ?? 100,
    sort: readSort(body.sort),
    returnFieldsByFieldId: body.returnFieldsByFieldId === true,
    ...(fields && { fields }),
    ...(maxRecords !== undefined && { maxRecords }),
    ...(offset !== undefined && { offset }),
    ...(view !== undefined && { view }),
    ...(filterByFormula !== undefined && { filterByFormula }),
  };
}
