import { signedPayload, type Wrong } from '../../filing/receipts/signing/check-receipt.ts';
import { isObject } from '../../filing/receipts/signing/read-statement.ts';
import type { Ed25519Key } from '../../filing/receipts/signing/verify-signature.ts';
import type { HonourStatement } from './statement.ts';

// Browsers load this module, so it imports no schema.

/** The verdict on a signed honour. */
export type HonourVerdict = { kind: 'genuine'; statement: HonourStatement } | { kind: Wrong | 'unreadable' };

const texts = ['id', 'name', 'unit', 'decisionNumber', 'publishedAt', 'address'] as const;

const isStatement = (value: unknown): value is HonourStatement =>
  isObject(value) &&
  value['type'] === 'thi-dua-dong-nai/vinh-danh' &&
  value['v'] === 1 &&
  texts.every((key) => typeof value[key] === 'string');

/** The signature in a file, or in a text into which one was pasted; undefined where there is none, null where the file says so. */
function signatureIn(brought: string): string | null | undefined {
  const jws = /eyJ[\w-]+\.[\w-]+\.[\w-]{86}/.exec(brought.replace(/\s/g, ''))?.[0];
  if (jws !== undefined) return jws;
  return /"signature":\s*null/.test(brought) ? null : undefined;
}

/** Whether the readable half of a file says what was signed; a pasted signature has no such half. */
function agrees(brought: string, signed: HonourStatement): boolean {
  try {
    const file: unknown = JSON.parse(brought);
    return isObject(file) && JSON.stringify(file['statement']) === JSON.stringify(signed);
  } catch {
    return true;
  }
}

/** Checks a signed honour, as a file or as its signature alone, against the keys. Nothing leaves the device. */
export async function checkHonour(brought: string, keys: readonly Ed25519Key[]): Promise<HonourVerdict> {
  const signature = signatureIn(brought);
  if (signature === undefined) return { kind: 'unreadable' };
  const signed = await signedPayload(signature, keys);
  if (typeof signed === 'string') return { kind: signed };
  if (!isStatement(signed.payload)) return { kind: 'unreadable' };
  return agrees(brought, signed.payload)
    ? { kind: 'genuine', statement: signed.payload }
    : { kind: 'changed' };
}
