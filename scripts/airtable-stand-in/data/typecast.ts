import { newChoice } from './field-options.ts';
import { isStringList } from './json.ts';
import type { Field } from './model.ts';

const numeric = ['number', 'percent', 'rating', 'duration'];
const texts = ['singleLineText', 'multilineText', 'richText', 'email', 'url', 'phoneNumber'];

function namesIn(field: Field, value: unknown): string[] {
  if (field.type === 'singleSelect' && typeof value === 'string') return value === '' ? [] : [value];
  if (field.type === 'multipleSelects' && isStringList(value)) return value;
  return [];
}

/**
 * The options that a write with `typecast` adds to a select field.
 *
 * @returns the field with them, or the same field when none is missing
 */
export function withMissingChoices(field: Field, value: unknown): Field {
  const have = field.options?.choices ?? [];
  const missing = [...new Set(namesIn(field, value))].filter((name) =>
    have.every((had) => had.name !== name),
  );
  if (missing.length === 0) return field;
  const added = missing.map((name, index) => newChoice(name, have.length + index));
  return { ...field, options: { ...field.options, choices: [...have, ...added] } };
}

/** A value turned, where it can be, into the kind its field takes, as `typecast` does on a best effort. */
export function castValue(field: Field, value: unknown): unknown {
  if (numeric.includes(field.type) && typeof value === 'string' && value.trim() !== '') {
    const number = Number(value);
    return Number.isFinite(number) ? number : value;
  }
  if (texts.includes(field.type) && (typeof value === 'number' || typeof value === 'boolean'))
    return String(value);
  if (field.type === 'checkbox' && typeof value === 'string') return value === 'true' || value === 'checked';
  if (field.type === 'multipleSelects' && typeof value === 'string')
    return value.split(',').map((name) => name.trim());
  return value;
}
