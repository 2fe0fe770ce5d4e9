import { crc32 } from 'node:zlib';
import { orientationTiff, readOrientation } from './orientation.ts';
import { isTooHuge } from './picture-size.ts';
import { joined, latin, type PictureProblem, type Stripped } from './stripped.ts';

const signatureLength = 8;
/** The picture, how its colours are meant, how dense it is. Not: texts, times, EXIF, the frames of an animation. */
const kept = [
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'sRGB',
  'iCCP',
  'cICP',
  'sBIT',
  'pHYs',
  'bKGD',
];

const uint32 = (value: number) => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([Buffer.from(type, 'latin1'), data]);
  return joined([uint32(data.length), body, uint32(crc32(body))]);
}

/**
 * A PNG without texts, EXIF, times and whatever stands behind its end; an animated one keeps its first picture. Colours
 * stay, and the turn that makes it stand upright. Every part is checked by its own sum.
 * https://www.w3.org/TR/png-3/
 */
export function stripPng(bytes: Uint8Array): Stripped {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, signatureLength)];
  let orientation = 1;
  let hasPicture = false;
  const fail = (problem: PictureProblem): Stripped => ({ ok: false, problem });
  for (let at = signatureLength; ;) {
    if (at + 12 > bytes.length) return fail('cut');
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return fail('cut');
    const type = latin(bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, end - 4);
    if (!/^[A-Za-z]{4}$/.test(type) || crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4))
      return fail('broken');
    const isFirst = at === signatureLength;
    if (isFirst !== (type === 'IHDR')) return fail('broken');
    if (isFirst) {
      const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      if (length !== 13 || width === 0 || height === 0) return fail('broken');
      if (isTooHuge(width, height)) return fail('huge');
    }
    if (type === 'eXIf') orientation = readOrientation(data);
    hasPicture ||= type === 'IDAT' && length > 0;
    const isNeeded = kept.includes(type);
    // An upper-case first letter says that no reader may pass it over: then nobody can read this one.
    if (!isNeeded && /^[A-Z]/.test(type)) return fail('broken');
    if (isNeeded) parts.push(bytes.subarray(at, end));
    if (isFirst) parts.push(new Uint8Array());
    at = end;
    if (type === 'IEND') break;
  }
  if (!hasPicture) return fail('broken');
  if (orientation !== 1) parts[2] = chunk('eXIf', orientationTiff(orientation));
  return { ok: true, bytes: joined(parts) };
}
