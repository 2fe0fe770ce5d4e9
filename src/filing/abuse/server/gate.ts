import { createHmac } from 'node:crypto';
import type { Challenge } from 'altcha-lib';
import type { Database } from '../../../platform/postgres.ts';
import { solutionName, tookName, waitName } from '../../definitions/carried-fields.ts';
import type { ChallengePass } from '../pass.ts';
import { challenges } from './challenges.ts';
import { waitTokens } from './wait-tokens.ts';

/** Nobody completes a form in less time than this after opening its page. */
const fastestMs = 3_000;

/** The gate's verdict on a submission, before the submission is stored. */
export interface Screening {
  /** The submission needs a pass whatever the counts say: it came too fast, or its page cannot say how long it took. */
  isDoubted: boolean;
  isFast: boolean;
  /** The valid pass that came with the submission; whether the pass was used before is not checked yet. */
  pass: ChallengePass | null;
}

/** The verdict where no gate is set: no doubt. */
export const unscreened: Screening = { isDoubted: false, isFast: false, pass: null };

/** Issues and recognises passes for doubted submissions. A real person can always get one. */
export interface Gate {
  screen: (form: string, filed: Record<string, unknown>, isPage: boolean) => Promise<Screening>;
  /** Makes a challenge for a program or the script of a page. */
  challenge: (form: string) => Promise<Challenge>;
  /** The wait token for a page without script: the shown token, or a new one where that is invalid or `used`. */
  token: (form: string, shown: unknown, used?: boolean) => { token: string; leftSeconds: number };
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/**
 * A gate with secrets derived from the server's secret, so every instance accepts what any other issued. Where no secret is set,
 * as on a developer's machine, the connection string of the database serves as the secret.
 */
export const gateOf = (db: Database, secret = db.secret): Gate => openGate(secret);

/** A gate with secrets derived from `secret`. */
export function openGate(secret: string, now: () => number = Date.now): Gate {
  const secretFor = (use: string) => createHmac('sha256', secret).update(`gate ${use}`).digest('base64url');
  const tokens = waitTokens(secretFor('wait'), now);
  const asked = challenges(secretFor('challenge'), secretFor('solution'), now);
  return {
    screen: async (form, filed, isPage) => {
      const took = filed[tookName] === undefined ? null : Number(filed[tookName]);
      const isFast = took !== null && !(took >= fastestMs);
      const waited = tokens.read(form, text(filed[waitName]));
      const pass = waited?.leftMs === 0 ? waited.pass : await asked.check(form, text(filed[solutionName]));
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
