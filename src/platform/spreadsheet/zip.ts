import { Inflate } from 'fflate';
import type { Budget } from './budget.ts';

/** A file in an archive, as listed in the directory at the archive's end. */
interface Entry {
  /** Position of the file's local header. */
  at: number;
  packedBytes: number;
  isPacked: boolean;
}

/** Most entries of an archive. An archive with more is refused. */
const maxEntries = 4_000;
/** Compressed bytes unpacked at once: a piece may become a thousand times as large. */
const pieceBytes = 4 * 1024;

const signature = { entry: 0x04034b50, listed: 0x02014b50, end: 0x06054b50, end64: 0x06064b50 } as const;
const sizes = { entry: 30, listed: 46, end: 22 } as const;
/** Longest comment after the end record. */
const maxCommentBytes = 0xffff;
const unknown = 0xffffffff;

/** Names of parts are compared without case, however a program wrote them: `XL\Worksheets/sheet%201.xml`. */
export function partName(written: string): string {
  const plain = written.replaceAll('\\', '/').replace(/^(\.?\/)+/, '');
  try {
    return decodeURIComponent(plain).toLowerCase();
  } catch {
    return plain.toLowerCase();
  }
}

const u64 = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

function findEnd(view: DataView): number {
  const last = view.byteLength - sizes.end;
  for (let at = last; at >= 0 && at >= last - maxCommentBytes; at -= 1) {
    if (view.getUint32(at, true) === signature.end) return at;
  }
  return -1;
}

/** Position and length of the directory, and the bytes before the archive. Reads ZIP64 records for large numbers. */
function listOf(view: DataView, end: number): { at: number; before: number; count: number } {
  let [count, bytes, at] = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ];
  let listEnd = end;
  if (end >= 76 && (at === unknown || bytes === unknown || count === 0xffff)) {
    listEnd = end - 76;
    if (view.getUint32(listEnd, true) === signature.end64) {
      [count, bytes, at] = [u64(view, listEnd + 32), u64(view, listEnd + 40), u64(view, listEnd + 48)];
    }
  }
  return { at: listEnd - bytes, before: listEnd - bytes - at, count };
}

/** Reads numbers that are too large for their field from the ZIP64 extra field. */
function readLarge(view: DataView, from: number, to: number, values: number[]): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return values.map((value) => {
      if (value !== unknown) return value;
      next += 8;
      return u64(view, next - 8);
    });
  }
  return values;
}

/** An archive that unpacks its files one by one, piece by piece, within a budget. */
export class Zip {
  #bytes: Uint8Array;
  #entries = new Map<string, Entry>();
  /** Whether a file in the archive needs a password. */
  isLocked = false;

  /** Throws RangeError when the bytes are not a complete archive. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = findEnd(view);
    if (end < 0) throw new RangeError('The archive has no end.');
    const list = listOf(view, end);
    if (list.count > maxEntries) throw new RangeError('The archive has too many entries.');
    for (let at = list.at, left = list.count; left > 0; left -= 1) {
      if (view.getUint32(at, true) !== signature.listed)
        throw new RangeError('The list of the archive is broken.');
      const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
      const nameAt = at + sizes.listed;
      const nameEnd = nameAt + (name ?? 0);
      const next = nameEnd + (extra ?? 0);
      const [, packed = 0, offset = 0] = readLarge(view, nameEnd, next, [
        view.getUint32(at + 24, true),
        view.getUint32(at + 20, true),
        view.getUint32(at + 42, true),
      ]);
      if ((view.getUint16(at + 8, true) & 1) === 1) this.isLocked = true;
      this.#entries.set(partName(new TextDecoder().decode(bytes.subarray(nameAt, nameEnd))), {
        at: offset + list.before,
        packedBytes: packed,
        isPacked: view.getUint16(at + 10, true) !== 0,
      });
      at = next + (comment ?? 0);
    }
  }

  /** Normalised, see `partName`. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Compressed bytes of the files whose names begin with `folder`. */
  packedBytes(folder: string): number {
    return [...this.#entries].reduce(
      (sum, [name, { packedBytes }]) => sum + (name.startsWith(folder) ? packedBytes : 0),
      0,
    );
  }

  /**
   * Passes the content of a file to `take` piece by piece, until `take` returns false. Returns false when the budget ends before
   * the file. Throws when the file is missing or broken.
   */
  unfold(name: string, budget: Budget, take: (piece: Uint8Array) => boolean): boolean {
    const entry = this.#entries.get(name);
    if (!entry) throw new RangeError(`The archive has no ${name}.`);
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    const { at } = entry;
    if (view.getUint32(at, true) !== signature.entry)
      throw new RangeError(`The archive has no ${name} where it says.`);
    const start = at + sizes.entry + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const packed = this.#bytes.subarray(start, start + entry.packedBytes);
    let goesOn = true;
    let isWithin = budget.takeBytes(0);
    const hand = (piece: Uint8Array) => {
      isWithin &&= budget.takeBytes(piece.byteLength);
      goesOn &&= isWithin && take(piece);
    };
    const inflate = new Inflate(hand);
    for (let from = 0; from < packed.length && goesOn && isWithin; from += pieceBytes) {
      const piece = packed.subarray(from, from + pieceBytes);
      if (entry.isPacked) inflate.push(piece, from + pieceBytes >= packed.length);
      else hand(piece);
    }
    return isWithin;
  }
}
