/** Whether a value that came from a file is what it should be. */
export type Shape<T> = (value: unknown) => value is T;

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isNumber = (value: unknown): value is number => typeof value === 'number';
export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf =
  <T>(each: Shape<T>): Shape<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(each);

export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value): value is T | null =>
    value === null || shape(value);

export const tableOf =
  <T>(each: Shape<T>): Shape<Record<string, T>> =>
  (value): value is Record<string, T> =>
    isObject(value) && Object.values(value).every(each);

export const fieldsOf =
  <T>(shapes: { [K in keyof T]-?: Shape<T[K]> }): Shape<T> =>
  (value): value is T => {
    if (!isObject(value)) return false;
    for (const name in shapes) if (!shapes[name](value[name])) return false;
    return true;
  };

/** Reads JSON of a known shape. @throws SyntaxError, TypeError when the text holds something else */
export function parsed<T>(json: string, shape: Shape<T>): T {
  const value: unknown = JSON.parse(json);
  if (!shape(value))
    throw new TypeError('A file of the search does not have the shape that this version reads.');
  return value;
}
