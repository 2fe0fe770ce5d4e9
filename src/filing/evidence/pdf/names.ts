import type { Tokens } from './tokens.ts';

/** Longer than any watched name with each letter as `#xx`. */
const maxNameBytes = 64;
const hash = 0x23;

const digitOf = (byte: number | undefined): number => {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
};

const scratch = new Uint8Array(maxNameBytes);

/** Decodes a name into `scratch`: `/J#61vaScript` is `JavaScript`. Returns the number of letters; 0 if the name is too long. */
function decode({ bytes, start, end }: Tokens): number {
  if (end - start > maxNameBytes) return 0;
  let length = 0;
  for (let at = start + 1; at < end; at += 1, length += 1) {
    const byte = bytes[at] ?? 0;
    const [high, low] = byte === hash ? [digitOf(bytes[at + 1]), digitOf(bytes[at + 2])] : [-1, -1];
    const isCode = high >= 0 && low >= 0 && at + 2 < end;
    scratch[length] = isCode ? high * 16 + low : byte;
    if (isCode) at += 2;
  }
  return length;
}

/** The name of a token; empty if the name is very long. */
export const nameOfTokens = (tokens: Tokens): string =>
  Buffer.from(scratch.subarray(0, decode(tokens))).toString('latin1');

/** Finds given names and returns empty text for others, without making a string of each token. */
export function nameFinder<Name extends string>(names: readonly Name[]): (tokens: Tokens) => Name | '' {
  const byFirst = Map.groupBy(
    names.map((name) => ({ name, bytes: Buffer.from(name, 'latin1') })),
    ({ bytes }) => bytes[0] ?? 0,
  );
  return (tokens) => {
    const length = decode(tokens);
    const found = byFirst
      .get(scratch[0] ?? 0)
      ?.find(({ bytes }) => bytes.length === length && bytes.every((byte, index) => scratch[index] === byte));
    return found?.name ?? '';
  };
}
