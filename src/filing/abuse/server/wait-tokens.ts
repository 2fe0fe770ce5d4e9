import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ChallengePass } from '../pass.ts';

/** A page without script files this long after the server first saw it; a token is good for so long. */
const waitMs = 5_000;
const lifeMs = 12 * 3_600_000;

/** A genuine token: its pass, and how long the filer still has to wait. */
export interface ReadToken {
  pass: ChallengePass;
  leftMs: number;
}

/**
 * Tokens that say when the server first saw a submission, signed with `secret` and bound to a form. Nothing is stored until a token
 * is used.
 */
export function waitTokens(secret: string, now: () => number) {
  const signature = (form: string, begun: string) =>
    createHmac('sha256', secret).update(`${form} ${begun}`).digest().subarray(0, 16);
  return {
    issue: (form: string): string => {
      const begun = `${now().toString(36)}.${randomBytes(9).toString('base64url')}`;
      return `${begun}.${signature(form, begun).toString('base64url')}`;
    },
    /** Reads a token. Null for a token that is forged, made for another form, or too old. */
    read: (form: string, token: string): ReadToken | null => {
      const [, begun = '', issued = '', typed = ''] = /^((\w+)\.[\w-]{12})\.([\w-]{22})$/.exec(token) ?? [];
      const bytes = Buffer.from(typed, 'base64url');
      if (bytes.length !== 16 || !timingSafeEqual(bytes, signature(form, begun))) return null;
      const issuedAt = Number.parseInt(issued, 36);
      const expiresAt = new Date(issuedAt + lifeMs);
      if (expiresAt.getTime() <= now()) return null;
      return { pass: { id: `wait ${begun}`, expiresAt }, leftMs: Math.max(0, issuedAt + waitMs - now()) };
    },
  };
}
