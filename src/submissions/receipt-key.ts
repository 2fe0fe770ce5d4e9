import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { Database } from '../postgres.ts';

/** 128 bits. */
const keyBytes = 16;

/** Who holds a code may see its state; who holds its key too may see what was filed. */
export interface ReceiptKeys {
  /** The key of a code, 22 characters that stand in an address as they are. */
  of: (code: string) => string;
  fits: (code: string, typed: string) => boolean;
}

/**
 * The keys of receipts, made from the code and a secret that is not in the database: nothing of them is stored. Where no
 * secret is set, one that only the address of the database holds serves (on a person's own machine).
 */
export function receiptKeys(db: Database, secret = String(db.options.connectionString)): ReceiptKeys {
  const secretKey = createSecretKey(secret, 'utf8');
  const bytesOf = (code: string) =>
    createHmac('sha256', secretKey).update(`receipt ${code}`).digest().subarray(0, keyBytes);
  return {
    of: (code) => bytesOf(code).toString('base64url'),
    fits: (code, typed) => {
      const bytes = Buffer.from(typed, 'base64url');
      return bytes.length === keyBytes && timingSafeEqual(bytes, bytesOf(code));
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
