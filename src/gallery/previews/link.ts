import { createHmac } from 'node:crypto';
import { isSameSecret } from '../../platform/same-secret.ts';

/** `x`: staff and the press read; `d`: the unit of the honoree reads and answers. */
type PreviewRole = 'x' | 'd';

/** What an address allows, until a time. */
export interface PreviewPermit {
  role: PreviewRole;
  /** `Mã` of the story. */
  id: string;
  until: Date;
}

/** The page that functions fill with a draft; private addresses are below it. */
export const previewPage = '/xem-truoc/';

/** 128 bits. */
const keyBytes = 16;
const keyOf = (secret: string, { role, id, until }: PreviewPermit) =>
  createHmac('sha256', secret)
    .update(`preview ${role} ${id} ${until.getTime()}`)
    .digest()
    .subarray(0, keyBytes)
    .toString('base64url');

/** The token of a permit, which needs no escaping in an address. */
export const previewToken = (secret: string, permit: PreviewPermit): string =>
  [
    `${permit.role}${permit.id.toLowerCase()}`,
    permit.until.getTime().toString(36),
    keyOf(secret, permit),
  ].join('.');

/** The path of a private address. */
export const previewPath = (secret: string, permit: PreviewPermit): string =>
  `${previewPage}${previewToken(secret, permit)}/`;

const pattern = /^(x|d)((?:mh|vd)-\d{4,})\.([0-9a-z]{1,11})\.([\w-]{22})$/;

/** The permit of a token, which may have expired; null where its key is wrong. */
export function readPreviewToken(secret: string, token: string): PreviewPermit | null {
  const [, role, id = '', until = '', key = ''] = pattern.exec(token) ?? [];
  if (role !== 'x' && role !== 'd') return null;
  const permit = { role, id: id.toUpperCase(), until: new Date(Number.parseInt(until, 36)) } as const;
  return isSameSecret(keyOf(secret, permit), key) ? permit : null;
}
