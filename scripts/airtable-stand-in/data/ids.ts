import { randomInt } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A new id in Airtable's form: three letters for the kind, then fourteen letters or digits. */
export function newId(kind: 'tbl' | 'fld' | 'rec' | 'viw' | 'sel' | 'att' | 'itr' | 'ach'): string {
  return kind + Array.from({ length: 14 }, () => letters.charAt(randomInt(letters.length))).join('');
}
