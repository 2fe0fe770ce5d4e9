import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { isTooHuge } from '../picture-size.ts';
import { colourProfile } from './colour-profile.ts';
import { orientationTiff, readOrientation } from './orientation.ts';
import { concatBytes, latin, type PictureProblem, type Stripped } from './stripped.ts';

const signatureLength = 8;
/** Chunks to keep: picture, colours, density. Not kept: texts, times, EXIF, the frames of an animation. */
const mostBytes: Readonly<Record<string, number>> = { IHDR: 13, PLTE: 768, tRNS: 256 };
const exactBytes: Readonly<Record<string, number>> = { cHRM: 32, gAMA: 4, sRGB: 1, cICP: 4, pHYs: 9 };
/** The most bytes of an unpacked colour profile. */
const maxProfileBytes = 256 * 1024;

const uint32 = (value: number) => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = concatBytes([Buffer.from(type, 'latin1'), data]);
  return concatBytes([uint32(data.length), body, uint32(crc32(body))]);
}

/** A chunk with only the colours of a profile; none if they cannot be read. */
function profileChunk(data: Uint8Array): Uint8Array[] {
  const nameEnd = data.indexOf(0);
  if (nameEnd < 1 || nameEnd > 79 || data[nameEnd + 1] !== 0) return [];
  try {
    const packed = data.subarray(nameEnd + 2);
    const colours = colourProfile(inflateSync(packed, { maxOutputLength: maxProfileBytes }));
    return colours
      ? [chunk('iCCP', concatBytes([Buffer.from('ICC\0\0', 'latin1'), deflateSync(colours)]))]
      : [];
  } catch {
    return [];
  }
}

/** The part of a chunk that is kept; only picture data may occur more than once. */
function keptChunk(type: string, data: Uint8Array, whole: Uint8Array, seen: Set<string>): Uint8Array[] {
  if (type === 'IDAT') return [whole];
  if (seen.has(type)) return [];
  seen.add(type);
  if (type === 'iCCP') return profileChunk(data);
  if (type === 'IEND') return [chunk(type, new Uint8Array())];
  return data.length <= (mostBytes[type] ?? -1) || exactBytes[type] === data.length ? [whole] : [];
}

/**
 * Strips texts, EXIF, times and anything after the end from a PNG; an animated PNG keeps its first picture. Keeps colours and
 * the orientation. Checks every chunk by its checksum.
 * https://www.w3.org/TR/png-3/
 */
export function stripPng(bytes: Uint8Array): Stripped {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, signatureLength)];
  let orientation = 1;
  let hasPicture = false;
  const seen = new Set<string>();
  const fail = (problem: PictureProblem): Stripped => ({ ok: false, problem });
  for (let at = signatureLength; ; ) {
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
    const parted = keptChunk(type, data, bytes.subarray(at, end), seen);
    // An upper-case first letter marks a chunk that readers must know; an unknown one makes the file unreadable.
    if (parted.length === 0 && /^[A-Z]/.test(type)) return fail('broken');
    parts.push(...parted);
    if (isFirst) parts.push(new Uint8Array());
    at = end;
    if (type === 'IEND') break;
  }
  if (!hasPicture) return fail('broken');
  if (orientation !== 1) parts[2] = chunk('eXIf', orientationTiff(orientation));
  return { ok: true, bytes: concatBytes(parts) };
}
