import { type Challenge, createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import type { ChallengePass } from '../pass.ts';

/** Half a second of work for a desktop computer, a few seconds for an old phone. */
const effort = { cost: 2_000, least: 200, most: 1_000 };
const lifeMs = 10 * 60_000;

/** Exactly the properties of a challenge that ALTCHA signs: https://altcha.org/docs/v2/ */
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

/** ALTCHA challenges, signed with the secrets and bound to a form. Nothing is stored until a solution is used. */
export function challenges(secret: string, keySecret: string, now: () => number) {
  return {
    /** Makes a challenge; `data.most` is the most tries that its solution can take. */
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
    /** Checks a solution. Null for a payload that is malformed, forged, unsolved, expired, or made for another form. */
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
