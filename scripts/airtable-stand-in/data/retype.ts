import { newChoice } from './field-options.ts';
import { type Cell, type Field, type FieldOptions, type FieldType, isComputed } from './model.ts';

const texts: readonly FieldType[] = [
  'singleLineText',
  'multilineText',
  'richText',
  'email',
  'url',
  'phoneNumber',
  'formula',
];
const numbers: readonly FieldType[] = ['number', 'percent', 'duration', 'rating'];

const asText = (cell: Cell): string => {
  if (cell === true) return 'checked';
  if (Array.isArray(cell))
    return cell
      .map((part) => (typeof part === 'string' ? part : `${part.filename} (${part.url})`))
      .join(', ');
  return String(cell);
};

/** What a cell holds after its column was given another type; undefined where Airtable empties the cell. */
export function retyped(cell: Cell, type: FieldType): Cell | undefined {
  if (type === 'multipleLookupValues') return Array.isArray(cell) ? cell : [asText(cell)];
  const text = asText(cell);
  if (texts.includes(type) || type === 'singleSelect') return text;
  if (type === 'multipleSelects') return text.split(',').map((part) => part.trim());
  if (type === 'checkbox') return /^(checked|true|1|có)$/i.test(text) ? true : undefined;
  if (numbers.includes(type)) {
    const number = Number(text.replace(',', '.'));
    return Number.isFinite(number) ? number : undefined;
  }
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : undefined;
  if (type === 'dateTime') return Number.isNaN(Date.parse(text)) ? undefined : new Date(text).toISOString();
  return undefined;
}

/** The options of a column after its type was changed: a select gets a choice for each value that the rows hold. */
export function retypedOptions(
  field: Field,
  type: FieldType,
  cells: readonly Cell[],
): FieldOptions | undefined {
  if (type === 'singleSelect' || type === 'multipleSelects') {
    const names = new Set(cells.flatMap((cell): unknown[] => [retyped(cell, type) ?? []].flat()).map(String));
    const known = field.options?.choices ?? [];
    const added = [...names].filter((name) => known.every((choice) => choice.name !== name));
    return { choices: [...known, ...added.map((name, at) => newChoice(name, known.length + at))] };
  }
  if (isComputed(type)) return { isValid: true, result: { type: field.type } };
  if (type === 'number' || type === 'percent') return { precision: 0 };
  if (type === 'checkbox') return { icon: 'check', color: 'greenBright' };
  const dateFormat = { name: 'european', format: 'D/M/YYYY' };
  if (type === 'date') return { dateFormat };
  if (type === 'dateTime')
    return { dateFormat, timeFormat: { name: '24hour', format: 'HH:mm' }, timeZone: 'Asia/Ho_Chi_Minh' };
  return undefined;
}
