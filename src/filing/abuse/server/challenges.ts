import { type Challenge, createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import type { ChallengePass } from '../pass.ts';

/** Half a second of a desk computer, a few of an old phone. */
const effort = { cost: 2_000, least: 200, most: 1_000 };
const lifeMs = 10 * 60_000;

/** What ALTCHA signs of a challenge, and nothing else: https://altcha.org/docs/v2/ */
const payloadSchema = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      keySignature: z.string(),
      expiresAt: z.number(),
      data: z.object({ form: z.string(), most: z.number() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

function readPayload(written: string) {
  try {
    return payloadSchema.safeParse(JSON.parse(Buffer.from(written, 'base64').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Proofs of work in ALTCHA's form, signed with secrets and bound to the form: nothing is stored until one is used. */
export function challenges(secret: string, keySecret: string, now: () => number) {
  return {
    /** One to solve; `data.most` is the longest way to its solution, in tries. */
    make: (form: string): Promise<Challenge> =>
      createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: effort.cost,
        counter: randomInt(effort.most, effort.least),
        data: { form, most: effort.most },
        deriveKey,
        expiresAt: new Date(now() + lifeMs),
        hmacSignatureSecret: secret,
        hmacKeySignatureSecret: keySecret,
      }),
    /** Null for a payload that is malformed, forged, unsolved, expired, or of another form. */
    check: async (form: string, written: string): Promise<ChallengePass | null> => {
      const payload = written === '' ? undefined : readPayload(written);
      if (payload?.challenge.parameters.data.form !== form) return null;
      const { verified } = await verifySolution({
        ...payload,
        deriveKey,
        hmacSignatureSecret: secret,
        hmacKeySignatureSecret: keySecret,
      });
      const { nonce, expiresAt } = payload.challenge.parameters;
      return verified ? { id: `altcha ${nonce}`, expiresAt: new Date(expiresAt * 1000) } : null;
    },
  };
}
