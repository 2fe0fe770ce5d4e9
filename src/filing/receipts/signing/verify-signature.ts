/** An Ed25519 public key as /api/v1/receipt-key.json gives it (RFC 8037). */
export interface Ed25519Key {
  x: string;
  kid: string;
}

/** The bytes of base64url. Throws DOMException when it is none, or written in another way than the one that stands for them. */
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
    // A browser of before 2025 does not know Ed25519.
    return null;
  }
}

/** Whether the key signed the text: by the browser's own Ed25519, else by a library that is fetched then. */
export async function isSignedBy(key: Ed25519Key, signature: string, text: string): Promise<boolean> {
  const [signed, message] = [bytesOf(signature), new TextEncoder().encode(text)];
  const own = await importKey(key);
  if (own) return crypto.subtle.verify('Ed25519', own, signed, message);
  const { verifyAsync } = await import('@noble/ed25519');
  return verifyAsync(signed, message, bytesOf(key.x));
}
