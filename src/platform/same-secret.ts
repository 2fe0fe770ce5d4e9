import { timingSafeEqual } from 'node:crypto';

/** Compares a secret with what was typed; takes constant time for texts of the same length. */
export function isSameSecret(secret: string, typed: string): boolean {
  const [expected, given] = [Buffer.from(secret), Buffer.from(typed)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
