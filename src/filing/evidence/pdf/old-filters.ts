import { UnreadablePdf } from './unreadable.ts';

/** A buffer that grows up to a limit. */
class Output {
  #bytes = new Uint8Array(4096);
  #most: number;
  length = 0;

  constructor(most: number) {
    this.#most = most;
  }

  #room(more: number): void {
    if (this.length + more > this.#most) throw new UnreadablePdf('It unfolds to too much.');
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.length + more, Math.min(this.#most, this.#bytes.length * 2)));
    larger.set(this.bytes);
    this.#bytes = larger;
  }

  /** Appends a copy of bytes that the buffer holds already, from an offset. */
  repeat(from: number, count: number): void {
    this.#room(count);
    for (let at = 0; at < count; at += 1) this.#bytes[this.length + at] = this.#bytes[from + at] ?? 0;
    this.length += count;
  }

  push(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  fill(byte: number, count: number): void {
    this.#room(count);
    this.#bytes.fill(byte, this.length, this.length + count);
    this.length += count;
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }
}

/** RunLengthDecode (ISO 32000-1, 7.4.5). */
export function runLengths(bytes: Uint8Array, most: number): Uint8Array {
  const out = new Output(most);
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at] ?? 128;
    if (length === 128) break;
    if (length < 128) out.push(bytes.subarray(at + 1, at + 2 + length));
    else out.fill(bytes[at + 1] ?? 0, 257 - length);
    at += length < 128 ? length + 2 : 2;
  }
  return out.bytes;
}

const [clear, end] = [256, 257];

/** LZWDecode (ISO 32000-1, 7.4.4): codes of 9 to 12 bits, first bit first. A code means an offset and a length in the output. */
export function unpackLzw(bytes: Uint8Array, most: number, early: number): Uint8Array {
  const out = new Output(most);
  const places = new Uint32Array(4096);
  const lengths = new Uint32Array(4096);
  let [next, width, bits, held, lastPlace, lastLength] = [258, 9, 0, 0, 0, 0];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === end) break;
    if (code === clear) {
      [next, width, lastLength] = [258, 9, 0];
      continue;
    }
    if (code > next || (code === next && lastLength === 0))
      throw new UnreadablePdf('A stream in LZW is broken.');
    const place = out.length;
    if (code < 256) out.fill(code, 1);
    else if (code < next) out.repeat(places[code] ?? 0, lengths[code] ?? 0);
    else out.repeat(lastPlace, lastLength + 1);
    if (lastLength > 0 && next < 4096) {
      // The entry is the previous string and the first byte of this one, which are adjacent in the output.
      [places[next], lengths[next]] = [lastPlace, lastLength + 1];
      next += 1;
    }
    [lastPlace, lastLength] = [place, out.length - place];
    if (next + early >= 1 << width && width < 12) width += 1;
  }
  return out.bytes;
}
