/** A picture without data on its place, device and maker, or the reason why it was refused. */
export type Stripped = { ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false; problem: PictureProblem };

/** `cut`: the file ends too early; `broken`: its content is no valid picture; `huge`: it has too many pixels. */
export type PictureProblem = 'cut' | 'broken' | 'huge';

/** Joins parts of a file. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Reads bytes of a file as text, one letter for each byte. */
export const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
