import type { Tokens } from './tokens.ts';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** The bytes of a text or hexadecimal token (ISO 32000-1, 7.3.4). */
export function stringBytes({ bytes, kind, start, end }: Tokens): Uint8Array {
  const inside = latin(bytes.subarray(start + 1, end - 1));
  if (kind === 'hex') {
    const digits = inside.replace(/[^\da-f]/gi, '');
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }
  const plain = inside.replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal?: string, other = '') => {
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    return /[\r\n]/.test(other) ? '' : (escapes[other] ?? other);
  });
  return Buffer.from(plain, 'latin1');
}
