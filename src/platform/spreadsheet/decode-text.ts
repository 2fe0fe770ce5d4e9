const begins = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, index) => bytes[index] === byte);

/** Bytes examined to recognise UTF-16 without a byte order mark. */
const lookedAtBytes = 4_000;

/** High bytes of the letters that Vietnamese text has in UTF-16. */
const highBytes = new Set([0x00, 0x01, 0x03, 0x1e, 0x20]);

/** Recognises UTF-16 without a mark where certain: every second byte is a known high byte and at least half of these are 0; no low byte is 0. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, lookedAtBytes - (lookedAtBytes % 2));
  if (head.length < 8 || bytes.length % 2 !== 0) return undefined;
  for (const [label, high] of [
    ['utf-16le', 1],
    ['utf-16be', 0],
  ] as const) {
    const highs = head.filter((_, index) => index % 2 === high);
    const lows = head.filter((_, index) => index % 2 !== high);
    const zeros = highs.filter((byte) => byte === 0).length;
    if (highs.every((byte) => highBytes.has(byte)) && zeros * 2 >= highs.length && !lows.includes(0))
      return label;
  }
  return undefined;
}

/** The encoding that the bytes of a text reveal; UTF-8 unless they reveal another one. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' {
  if (begins(bytes, 0xff, 0xfe, 0, 0) || begins(bytes, 0, 0, 0xfe, 0xff)) return 'utf-32';
  if (begins(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (begins(bytes, 0xfe, 0xff)) return 'utf-16be';
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked === 'utf-16le' || unmarked === 'utf-16be') return unmarked;
  return 'utf-8';
}

/** Decodes bytes, without the byte order mark; undefined where the bytes are invalid or the encoding is unknown. */
export function decodeText(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
