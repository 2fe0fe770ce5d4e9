import { createHmac } from 'node:crypto';
import type { Challenge } from 'altcha-lib';
import { proofName, tookName, waitName } from '../../definitions/carried.ts';
import type { Database } from '../../../platform/postgres.ts';
import { challenges } from './challenges.ts';
import type { ChallengePass } from '../pass.ts';
import { waitTokens } from './wait-tokens.ts';

/** Nobody fills a form faster, counted from the moment its page was opened. */
const fastestMs = 3_000;

/** What is known of a filing before it is stored. */
export interface Screening {
  /** It wants a pass, whatever the counts say: too fast, or of a page that cannot tell how long it took. */
  isDoubted: boolean;
  isFast: boolean;
  /** The pass that came with it, not yet looked up among those that were used. */
  pass: ChallengePass | null;
}

/** What is known where nobody looked: nothing that speaks against it. */
export const unscreened: Screening = { isDoubted: false, isFast: false, pass: null };

/** Asks for a pass where a filing is doubted, and knows its own. A real person always gets one. */
export interface Gate {
  screen: (form: string, filed: Record<string, unknown>, isPage: boolean) => Promise<Screening>;
  /** For a program, or the script of a page. */
  challenge: (form: string) => Promise<Challenge>;
  /** For a page without script: the token that it showed, or a new one where that is none or is `used`. */
  token: (form: string, shown: unknown, used?: boolean) => { token: string; leftSeconds: number };
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/**
 * A gate whose secrets are made from the server's own, so that every instance knows what any of them gave. Where none is set, one that
 * only the address of the database holds serves (on a person's own machine).
 */
export const gateOf = (db: Database, secret = String(db.options.connectionString)): Gate => openGate(secret);

/** A gate whose secrets are made from one. */
export function openGate(secret: string, now: () => number = Date.now): Gate {
  const secretFor = (use: string) => createHmac('sha256', secret).update(`gate ${use}`).digest('base64url');
  const tokens = waitTokens(secretFor('wait'), now);
  const asked = challenges(secretFor('challenge'), secretFor('solution'), now);
  return {
    screen: async (form, filed, isPage) => {
      const took = filed[tookName] === undefined ? null : Number(filed[tookName]);
      const isFast = took !== null && !(took >= fastestMs);
      const waited = tokens.read(form, text(filed[waitName]));
      const pass = waited?.leftMs === 0 ? waited.pass : await asked.check(form, text(filed[proofName]));
      return { isDoubted: isFast || (isPage && took === null), isFast, pass };
    },
    challenge: (form) => asked.make(form),
    token: (form, shown, used = false) => {
      const known = used ? null : tokens.read(form, text(shown));
      const token = known ? text(shown) : tokens.issue(form);
      const leftMs = known?.leftMs ?? tokens.read(form, token)?.leftMs ?? 0;
      return { token, leftSeconds: Math.ceil(leftMs / 1000) };
    },
  };
}
