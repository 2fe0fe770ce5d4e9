const tag = 0x0112;

/** TIFF, big-endian, one entry: the orientation and nothing else. */
export function orientationTiff(orientation: number): Uint8Array {
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  return Uint8Array.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0]);
}

/** The orientation of a picture, 1 to 8, from its EXIF (in TIFF); 1 if it cannot be read. */
export function readOrientation(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (view.byteLength < 8) return 1;
  const isLittle = view.getUint16(0) === 0x4949;
  const start = view.getUint32(4, isLittle);
  if (start + 2 > view.byteLength) return 1;
  const entries = view.getUint16(start, isLittle);
  for (let at = start + 2, left = entries; left > 0 && at + 12 <= view.byteLength; at += 12, left -= 1) {
    if (view.getUint16(at, isLittle) !== tag) continue;
    const value = view.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
