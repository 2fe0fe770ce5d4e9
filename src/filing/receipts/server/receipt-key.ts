import { createHmac, createSecretKey } from 'node:crypto';
import type { Database } from '../../../platform/postgres.ts';
import { isSameSecret } from '../../../platform/same-secret.ts';

/** 128 bits. */
const keyBytes = 16;

/** Keys for ids of one kind. */
interface Keys {
  /** The key of an id: 22 characters that need no escaping in a URL. */
  of: (id: string) => string;
  /** Whether this is exactly the key of the id; each key has one spelling. */
  fits: (id: string, typed: string) => boolean;
}

/** Keys of receipts. A code alone shows the state of its submission; code and key together open what was filed. */
export interface ReceiptKeys extends Keys {
  /** Keys of batches: each opens the list of codes of its batch. */
  tables: Keys;
  /** Keys in letters: each requests the full copy of one letter to one address. */
  copies: Keys;
}

/** A receipt code as the site writes it. */
const isCode = /^DN\d\d-\w{4}-\w{4}-\w{2}$/;

type Purpose = 'receipt' | 'table' | 'copy';

/** Keys of one purpose made with a secret. */
function derivation(secret: string) {
  const secretKey = createSecretKey(secret, 'utf8');
  return (purpose: Purpose, id: string) =>
    createHmac('sha256', secretKey)
      .update(`${purpose} ${id}`)
      .digest()
      .subarray(0, keyBytes)
      .toString('base64url');
}

/**
 * Derives receipt keys from the code and a secret outside the database; no key is stored. Keys are made with `secret`; keys that
 * were made with one of the `former` secrets still open. Where no secret is set, as on a developer's machine, the connection
 * string of the database serves as the secret.
 */
export function receiptKeys(db: Database, secret = db.secret, ...former: readonly string[]): ReceiptKeys {
  const keyOf = derivation(secret);
  const accepted = [keyOf, ...former.map(derivation)];
  const fitsFor = (purpose: Purpose) => (id: string, typed: string) =>
    accepted.some((derive) => isSameSecret(derive(purpose, id), typed));
  const fits = fitsFor('receipt');
  const fitsTable = fitsFor('table');
  return {
    of: (code) => keyOf('receipt', code),
    fits,
    copies: { of: (letter) => keyOf('copy', letter), fits: fitsFor('copy') },
    tables: {
      of: (table) => keyOf('table', table),
      // Batches once had keys of the first kind. Those keys must still open their lists.
      fits: (table, typed) => !isCode.test(table) && (fitsTable(table, typed) || fits(table, typed)),
    },
  };
}

/** The page of a receipt with what was filed. A path of this site. */
export const receiptPath = (code: string, key: string) => `/de-cu/da-nhan/?ma=${code}&khoa=${key}`;

/** Appended to the URL of a receipt when the submission was a duplicate; the page then says so. */
export const repeatMark = '&da-gui=1';

/** The receipt of a submission as a file. A path of this site. */
export const receiptFilePath = (code: string, key: string, type: 'pdf' | 'json') =>
  `/api/submissions/${code}/proof.${type}?khoa=${key}`;

/** The status of a submission, with the words of staff. A path of this site. */
export const statusPath = (code: string, key: string) => `/tra-cuu/?ma=${code}&khoa=${key}`;
