import { createHmac } from 'node:crypto';
import { isSameSecret } from '../../platform/same-secret.ts';

/** What a private page of staff is about: `q` a decision, `t` the statutory tables of a year, `b` what the press gets of a release. */
const kinds = ['q', 't', 'b'] as const;

/** What an address opens, until a time. */
export interface StaffPermit {
  kind: (typeof kinds)[number];
  /** Record of the row that it is about. */
  id: string;
  until: Date;
}

/** The page that a function fills for staff; private addresses are below it. */
export const staffPage = '/can-bo/';

/** 128 bits. */
const keyBytes = 16;
const keyOf = (secret: string, { kind, id, until }: StaffPermit) =>
  createHmac('sha256', secret)
    .update(`staff ${kind} ${id} ${until.getTime()}`)
    .digest()
    .subarray(0, keyBytes)
    .toString('base64url');

/** The path of a private page of staff. */
export const staffPath = (secret: string, permit: StaffPermit): string =>
  `${staffPage}${permit.kind}${permit.id}.${permit.until.getTime().toString(36)}.${keyOf(secret, permit)}/`;

const pattern = new RegExp(`^([${kinds.join('')}])(rec\\w{6,32})\\.([0-9a-z]{1,11})\\.([\\w-]{22})$`);

/** The permit of a token, which may have expired; null where its key is wrong. */
export function readStaffToken(secret: string, token: string): StaffPermit | null {
  const [, said, id = '', until = '', key = ''] = pattern.exec(token) ?? [];
  const kind = kinds.find((one) => one === said);
  if (!kind) return null;
  const permit = { kind, id, until: new Date(Number.parseInt(until, 36)) };
  return isSameSecret(keyOf(secret, permit), key) ? permit : null;
}
