import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { Database } from '../../../platform/postgres.ts';

/** 128 bits. */
const keyBytes = 16;

/** A key for each id of one kind. */
interface Keys {
  /** The key of an id, 22 characters that stand in an address as they are. */
  of: (id: string) => string;
  /** Whether this is the key of the id, letter for letter: each key has one spelling. */
  fits: (id: string, typed: string) => boolean;
}

/** Who holds a code may see its state; who holds its key too may see what was filed. */
export interface ReceiptKeys extends Keys {
  /** The keys of tables: each opens the list of codes of its table. */
  tables: Keys;
  /** The keys in letters: each asks for the full copy of one letter to one address. */
  copies: Keys;
}

/** A receipt code as the site writes it. */
const isCode = /^DN\d\d-\w{4}-\w{4}-\w{2}$/;

/** In constant time, for texts of one length. */
function isSame(key: string, typed: string): boolean {
  const [expected, given] = [Buffer.from(key), Buffer.from(typed)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/**
 * The keys of receipts, made from the code and a secret that is not in the database: nothing of them is stored. Where no
 * secret is set, one that only the address of the database holds serves (on a person's own machine).
 */
export function receiptKeys(db: Database, secret = String(db.options.connectionString)): ReceiptKeys {
  const secretKey = createSecretKey(secret, 'utf8');
  const keyOf = (purpose: 'receipt' | 'table' | 'copy', id: string) =>
    createHmac('sha256', secretKey)
      .update(`${purpose} ${id}`)
      .digest()
      .subarray(0, keyBytes)
      .toString('base64url');
  return {
    of: (code) => keyOf('receipt', code),
    fits: (code, typed) => isSame(keyOf('receipt', code), typed),
    copies: {
      of: (letter) => keyOf('copy', letter),
      fits: (letter, typed) => isSame(keyOf('copy', letter), typed),
    },
    tables: {
      of: (table) => keyOf('table', table),
      // Tables had keys of the first kind once: those that were given out go on opening their lists.
      fits: (table, typed) =>
        !isCode.test(table) &&
        (isSame(keyOf('table', table), typed) || isSame(keyOf('receipt', table), typed)),
    },
  };
}

/** The page of a receipt with what was filed. A path of this site. */
export const receiptPath = (code: string, key: string) => `/de-cu/da-nhan/?ma=${code}&khoa=${key}`;

/** What the address of a receipt ends with where the same words were filed before: its page then says so. */
export const repeatMark = '&da-gui=1';

/** The proof of a filing as a file. A path of this site. */
export const proofPath = (code: string, key: string, type: 'pdf' | 'json') =>
  `/api/submissions/${code}/proof.${type}?khoa=${key}`;

/** The status of a filing, with the words of staff. A path of this site. */
export const statusPath = (code: string, key: string) => `/tra-cuu/?ma=${code}&khoa=${key}`;
