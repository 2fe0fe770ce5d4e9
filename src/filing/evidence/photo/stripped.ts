/** A picture without what it tells of its place, its device and its maker, or what is wrong with it. */
export type Stripped = { ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false; problem: PictureProblem };

/** `cut`: it ends too early; `broken`: it is no such picture inside; `huge`: more points than anyone could look at. */
export type PictureProblem = 'cut' | 'broken' | 'huge';

/** Parts of a file as one. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Letters of a file, each byte one. */
export const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
