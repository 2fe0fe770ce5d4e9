import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { canonical, type Statement } from '../signed-receipt.ts';
import { okpSchema, type PublicKey, thumbprint } from './public-key.ts';

/** RECEIPT_SIGNING_KEY is no Ed25519 key: make one with `npm run receipt-key`. */
class SigningKeyError extends Error {
  override readonly name = 'SigningKeyError';
}

/** What signs statements, and the key that checks them. */
export interface Signer {
  publicKey: PublicKey;
  /** A compact JWS of the statement. */
  sign: (statement: Statement) => string;
  /** A compact JWS of another text, whose header names its type. */
  signText: (text: string, typ: string) => string;
}

const base64url = (text: string) => Buffer.from(text).toString('base64url');

function readKey(written: string): KeyObject {
  try {
    if (written.includes('-----BEGIN')) return createPrivateKey(written.replaceAll('\\n', '\n'));
    return createPrivateKey({ key: Buffer.from(written, 'base64'), format: 'der', type: 'pkcs8' });
  } catch (cause) {
    throw new SigningKeyError(
      'RECEIPT_SIGNING_KEY: set a PKCS8 key as PEM or base64 (`npm run receipt-key`).',
      {
        cause,
      },
    );
  }
}

/** What signs with a key written as PKCS8, in PEM or base64; null when there is none. Throws SigningKeyError. */
export function signerOf(written: string | undefined): Signer | null {
  if (written === undefined) return null;
  const key = readKey(written);
  const jwk = okpSchema.safeParse(createPublicKey(key).export({ format: 'jwk' }));
  if (!jwk.success) throw new SigningKeyError('RECEIPT_SIGNING_KEY: the key must be of the kind Ed25519.');
  const { crv, kty, x } = jwk.data;
  const kid = thumbprint({ crv, kty, x });
  const jws = (text: string, more: { typ?: string } = {}) => {
    const signed = `${base64url(JSON.stringify({ alg: 'EdDSA', kid, ...more }))}.${base64url(text)}`;
    return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
  };
  return {
    publicKey: { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' },
    sign: (statement) => jws(canonical(statement)),
    signText: (text, typ) => jws(text, { typ }),
  };
}
