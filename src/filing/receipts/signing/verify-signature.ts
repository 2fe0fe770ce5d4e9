import { isObject } from '../../../platform/json.ts';

/** An Ed25519 public key as /api/v1/receipt-key.json gives it (RFC 8037). */
export interface Ed25519Key {
  x: string;
  kid: string;
}

/** The keys of a list that came as JSON; none where it is no list. */
export const readKeys = (list: unknown): Ed25519Key[] =>
  (Array.isArray(list) ? list : [])
    .filter(isObject)
    .map(({ kid, x }) => ({ kid: String(kid), x: String(x) }));

/** Decodes base64url. Throws DOMException for malformed text and for any spelling but the canonical one. */
export function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const base64 = base64url.replaceAll('-', '+').replaceAll('_', '/');
  const plain = atob(base64);
  if (btoa(plain).replace(/=+$/, '') !== base64) throw new DOMException('Not the one spelling.', 'DataError');
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

async function importKey({ x }: Ed25519Key): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x }, 'Ed25519', false, [
      'verify',
    ]);
  } catch {
    // Browsers from before 2025 lack Ed25519.
    return null;
  }
}

/** Whether the key signed the text. Uses the browser's Ed25519, or loads a library where the browser lacks it. */
export async function isSignedBy(key: Ed25519Key, signature: string, text: string): Promise<boolean> {
  const [signed, message] = [bytesOf(signature), new TextEncoder().encode(text)];
  const own = await importKey(key);
  if (own) return crypto.subtle.verify('Ed25519', own, signed, message);
  const { verifyAsync } = await import('@noble/ed25519');
  return verifyAsync(signed, message, bytesOf(key.x));
}
