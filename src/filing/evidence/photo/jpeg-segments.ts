/** Frame headers (SOF), which hold the picture's size; C4, C8 and CC are no frame headers. */
export const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** True if tables, each with its own length, fill the segment to its last byte. */
function isFilled(data: Uint8Array, lengthAt: (at: number) => number): boolean {
  let at = 0;
  while (at < data.length) at += lengthAt(at);
  return at === data.length && at > 0;
}

/** A quantisation table: 64 numbers of one byte or two. */
const quantization = (data: Uint8Array) => isFilled(data, (at) => ((data[at] ?? 0) >> 4 === 0 ? 65 : 129));
/** A Huffman table: the number of codes of each length, then as many values. */
const huffman = (data: Uint8Array) =>
  isFilled(data, (at) => 17 + data.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0));

/**
 * True for a segment that is needed to draw the picture and has exactly the length that its numbers give:
 * frames, quantisation tables (DQT), Huffman tables (DHT), restart intervals (DRI), scans.
 * https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2
 */
export function isPictureSegment(marker: number, data: Uint8Array): boolean {
  if (isFrame(marker)) return data.length === 6 + 3 * (data[5] ?? 0);
  if (marker === 0xc4) return huffman(data);
  if (marker === 0xcc) return data.length > 0 && data.length <= 32 && data.length % 2 === 0;
  if (marker === 0xda) return data.length === 4 + 2 * (data[0] ?? 0);
  if (marker === 0xdb) return quantization(data);
  return marker === 0xdd && data.length === 2;
}
