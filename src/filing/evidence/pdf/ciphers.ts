import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { UnreadablePdf } from './unreadable.ts';

/** The digest of joined parts. */
export function digest(
  algorithm: 'md5' | 'sha256' | 'sha384' | 'sha512',
  ...parts: readonly Uint8Array[]
): Buffer {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** RC4, which older files are encrypted with and OpenSSL no longer has. */
export function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number) => {
    const kept = state[a] ?? 0;
    state[a] = state[b] ?? 0;
    state[b] = kept;
  };
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + (state[at] ?? 0) + (key[at % key.length] ?? 0)) & 255;
    swap(at, other);
  }
  let [at, other] = [0, 0];
  return bytes.map((byte) => {
    at = (at + 1) & 255;
    other = (other + (state[at] ?? 0)) & 255;
    swap(at, other);
    return byte ^ (state[((state[at] ?? 0) + (state[other] ?? 0)) & 255] ?? 0);
  });
}

const wholeBlocks = (bytes: Uint8Array) => bytes.subarray(0, bytes.length - (bytes.length % 16));

/** AES in CBC mode. Ignores an incomplete last block and keeps padding; empty if no block is complete. */
export function openAes(key: Uint8Array, start: Uint8Array, bytes: Uint8Array): Buffer {
  if (start.length < 16) return Buffer.alloc(0);
  if (key.length !== 16 && key.length !== 32)
    throw new UnreadablePdf('Its key has a length that AES does not have.');
  const cipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, start).setAutoPadding(false);
  return Buffer.concat([cipher.update(wholeBlocks(bytes)), cipher.final()]);
}

/** AES-128 in CBC mode without padding. */
export function closeAes(key: Uint8Array, start: Uint8Array, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-128-cbc', key, start).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}
