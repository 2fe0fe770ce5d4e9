import { createHash } from 'node:crypto';

/** SHA-256 of a list of values, as text. Equal values must have equal JSON. */
export const digestOf = (...values: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url');

const known = new WeakMap<object, string>();

/** The digest of a record that many pages show. The digest is computed once, so the record must not change. */
export function digestOfRecord(record: object): string {
  const digest = known.get(record) ?? digestOf(record);
  known.set(record, digest);
  return digest;
}
