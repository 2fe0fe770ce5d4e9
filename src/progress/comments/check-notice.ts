import { sha256, signedPayload, type Wrong } from '../../filing/receipts/signing/check-receipt.ts';
import type { Ed25519Key } from '../../filing/receipts/signing/verify-signature.ts';
import { isObject } from '../../platform/json.ts';
import { type NoticeStatement, noticeProof } from './statement.ts';

// Browsers load this module, so it imports no schema.

/** The verdict on a proof of publication. */
export type NoticeVerdict = { kind: 'genuine'; statement: NoticeStatement } | { kind: Wrong | 'unreadable' };

const begin = /\{\s*"proof":\s*"thi-dua-dong-nai\/niem-yet"/;
const texts = [
  'id',
  'name',
  'address',
  'from',
  'lastDay',
  'contentSha256',
  'firstSeenAt',
  'lastSeenAt',
] as const;

const isTakenOff = (value: unknown) =>
  isObject(value) && typeof value['on'] === 'string' && typeof value['reason'] === 'string';

const isStatement = (value: unknown): value is NoticeStatement =>
  isObject(value) &&
  value['type'] === noticeProof &&
  value['v'] === 1 &&
  (value['takenOff'] === undefined || isTakenOff(value['takenOff'])) &&
  texts.every((key) => typeof value[key] === 'string');

/** A proof of a list that was taken off holds none of its content. */
const isLeftOut = (content: unknown, { takenOff }: NoticeStatement) =>
  content === null && takenOff !== undefined;

function readFile(brought: string): Record<string, unknown> | null {
  const start = brought.search(begin);
  if (start < 0) return null;
  try {
    const [json = ''] = brought.slice(start).split(/\r?\n?endstream/, 1);
    const file: unknown = JSON.parse(json);
    return isObject(file) ? file : null;
  } catch {
    return null;
  }
}

/** Checks a proof of publication, the PDF (its bytes as UTF-8 text) or the JSON file, against the keys. Nothing leaves the device. */
export async function checkNotice(brought: string, keys: readonly Ed25519Key[]): Promise<NoticeVerdict> {
  const file = readFile(brought);
  if (!file) return { kind: 'unreadable' };
  const { statement, signature, content } = file;
  const signed = await signedPayload(typeof signature === 'string' ? signature : null, keys);
  if (typeof signed === 'string') return { kind: signed };
  if (!isStatement(signed.payload)) return { kind: 'unreadable' };
  const isSame =
    JSON.stringify(statement) === JSON.stringify(signed.payload) &&
    (isLeftOut(content, signed.payload) ||
      (await sha256(JSON.stringify(content))) === signed.payload.contentSha256);
  return isSame ? { kind: 'genuine', statement: signed.payload } : { kind: 'changed' };
}
