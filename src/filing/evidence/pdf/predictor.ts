import { UnreadablePdf } from './unreadable.ts';
import { numberOf, type PdfDictionary } from './values.ts';

function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** The value added to a byte, by the filter type of its row (PNG, 9.2). */
const predicted = (kind: number, left: number, up: number, corner: number): number => {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  return kind === 4 ? paeth(left, up, corner) : 0;
};

/** Undoes a PNG predictor (ISO 32000-1, 7.4.4.4); returns bytes without a predictor unchanged. */
export function undoPredictor(bytes: Uint8Array, parameters: PdfDictionary): Uint8Array {
  const keys = ['Predictor', 'Colors', 'BitsPerComponent', 'Columns'] as const;
  const [predictor, colors, bits, columns] = keys.map((key, index) =>
    parameters.has(key) ? (numberOf(parameters, key) ?? 0) : ([1, 1, 8, 1][index] ?? 1),
  );
  if (predictor === 1) return bytes;
  const size = (colors ?? 0) * (bits ?? 0);
  const row = Math.ceil((size * (columns ?? 0)) / 8);
  const step = Math.ceil(size / 8);
  // Predictor 2 is for pictures.
  if ((predictor ?? 0) < 10 || !(row > 0 && row <= 65_536 && step > 0 && step <= row))
    throw new UnreadablePdf('A stream has a predictor that no object stream has.');
  const out = new Uint8Array(Math.floor(bytes.length / (row + 1)) * row + row);
  let to = 0;
  for (let at = 0; at < bytes.length; at += row + 1) {
    const kind = bytes[at] ?? 0;
    const length = Math.min(row, bytes.length - at - 1);
    for (let column = 0; column < length; column += 1) {
      const left = column >= step ? (out[to + column - step] ?? 0) : 0;
      const up = to >= row ? (out[to + column - row] ?? 0) : 0;
      const corner = to >= row && column >= step ? (out[to + column - row - step] ?? 0) : 0;
      out[to + column] = (bytes[at + 1 + column] ?? 0) + predicted(kind, left, up, corner);
    }
    to += length;
  }
  return out.subarray(0, to);
}
