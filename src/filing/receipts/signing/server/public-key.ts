import { createHash } from 'node:crypto';
import { z } from 'zod';
import data from '../../../../../content/former-receipt-keys.json' with { type: 'json' };

/** What makes an Ed25519 key as a JWK (RFC 8037, 2). */
export const okpSchema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });

/** The name of a key: its thumbprint (RFC 7638). */
export const thumbprint = ({ crv, kty, x }: z.infer<typeof okpSchema>): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');

const publicKeySchema = okpSchema
  .extend({ kid: z.string(), alg: z.literal('EdDSA'), use: z.literal('sig') })
  .strict()
  .refine((key) => key.kid === thumbprint(key), '“kid” is not of this key: copy the key again, whole.');

/** A public key as /api/v1/receipt-key.json publishes it. */
export type PublicKey = z.infer<typeof publicKeySchema>;

/** Reads the file of former keys. Throws a ZodError that names the entry at fault. */
export const readFormerKeys = (file: unknown): readonly PublicKey[] =>
  z.strictObject({ source: z.string(), keys: z.array(publicKeySchema) }).parse(file).keys;

/** Keys that signed once: what they signed stays true when the owner changes the key. */
export const formerKeys = readFormerKeys(data);
