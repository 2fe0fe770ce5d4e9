import { isObject } from '../../../src/platform/json.ts';
import { computedField, invalidValue, unknownChoice, unprocessable } from '../refusal.ts';
import { newId } from './ids.ts';
import { isStringList } from './json.ts';
import { type Attachment, type Cell, type Field, isComputed } from './model.ts';

/** What checking a cell needs beside its field. */
export interface CellContext {
  /** What the cell held before, so that attachments can be kept by id. */
  before: Cell | undefined;
  /** Whether a record of the linked table exists. */
  linkExists(tableId: string, recordId: string): boolean;
}

/** Longest text a cell takes, in UTF-16 units (airtable.md, “Limits”). */
const longestText = 100_000;

const day = /^(\d{4})-(\d{2})-(\d{2})$/;
const instant = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

function readDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || !instant.test(value)) return undefined;
  const date = value.slice(0, 10);
  const time = new Date(`${date}T00:00:00Z`);
  return day.test(date) && !Number.isNaN(time.valueOf()) && time.toISOString().startsWith(date)
    ? date
    : undefined;
}

function readInstant(value: unknown): string | undefined {
  if (typeof value !== 'string' || readDay(value) === undefined) return undefined;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(value.slice(10)) || value.length === 10;
  const time = new Date(zoned ? value : `${value}Z`);
  return Number.isNaN(time.valueOf()) ? undefined : time.toISOString();
}

function readAttachments(value: unknown, before: Cell | undefined): Attachment[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const kept: unknown[] = Array.isArray(before) ? before : [];
  const files: Attachment[] = [];
  for (const item of value) {
    if (!isObject(item)) return undefined;
    const { id, url, filename } = item;
    if (typeof url === 'string' && URL.canParse(url)) {
      const lastPart = new URL(url).pathname.split('/').at(-1);
      const name = typeof filename === 'string' ? filename : decodeURIComponent(lastPart || 'file');
      files.push({ id: newId('att'), url, filename: name });
    } else {
      const same = kept.filter(isObject).find((file) => id !== undefined && file.id === id);
      if (!same) return undefined;
      files.push({
        id: String(id),
        url: String(same.url),
        filename: String(same.filename),
        ...(typeof same.size === 'number' && { size: same.size }),
        ...(typeof same.type === 'string' && { type: same.type }),
      });
    }
  }
  return files;
}

function readChoices(field: Field, value: unknown): string[] | undefined {
  if (!isStringList(value)) return undefined;
  for (const name of value)
    if (!field.options?.choices?.some((choice) => choice.name === name)) throw unknownChoice(name);
  return [...new Set(value)];
}

function readLinks(field: Field, value: unknown, context: CellContext): string[] | undefined {
  if (!isStringList(value)) return undefined;
  for (const id of value)
    if (!context.linkExists(field.options?.linkedTableId ?? '', id))
      throw unprocessable('ROW_DOES_NOT_EXIST', `Record ID ${id} does not exist`);
  return [...new Set(value)];
}

function readCell(field: Field, value: unknown, context: CellContext): Cell | undefined {
  switch (field.type) {
    case 'number':
    case 'percent':
    case 'duration':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    case 'rating': {
      const max = field.options?.max ?? 5;
      return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= max
        ? Number(value)
        : undefined;
    }
    case 'checkbox':
      return value === true ? true : undefined;
    case 'date':
      return readDay(value);
    case 'dateTime':
      return readInstant(value);
    case 'singleSelect':
      return typeof value === 'string' ? readChoices(field, [value])?.[0] : undefined;
    case 'multipleSelects':
      return readChoices(field, value);
    case 'multipleAttachments':
      return readAttachments(value, context.before);
    case 'multipleRecordLinks':
      return readLinks(field, value, context);
    default:
      return typeof value === 'string' && value.length <= longestText ? value : undefined;
  }
}

const isEmpty = (field: Field, value: unknown) =>
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (field.type === 'checkbox' && value === false);

/**
 * Checks a value written to a cell.
 *
 * @returns what to store, or `undefined` where the cell is cleared
 * @throws Refusal when the field cannot take the value
 */
export function checkCell(field: Field, value: unknown, context: CellContext): Cell | undefined {
  if (isComputed(field.type)) throw computedField(field.name);
  if (isEmpty(field, value)) return undefined;
  const cell = readCell(field, value, context);
  if (cell === undefined) throw invalidValue(field.name);
  return cell;
}
