import { isTooHuge } from '../picture-size.ts';
import { colourProfile } from './colour-profile.ts';
import { isFrame, isPictureSegment } from './jpeg-segments.ts';
import { orientationTiff, readOrientation } from './orientation.ts';
import { concatBytes, latin, type PictureProblem, type Stripped } from './stripped.ts';

const soi = Uint8Array.of(0xff, 0xd8);
const eoi = Uint8Array.of(0xff, 0xd9);

/** Markers without a length. */
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

const segment = (marker: number, data: Uint8Array): Uint8Array => {
  const length = data.length + 2;
  return concatBytes([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), data]);
};

/** Finds the end of coded picture data: the next marker that is not part of the data. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !standsAlone(next)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return bytes.length;
}

/** Name, number and count of the only segment that holds a colour profile. */
const iccHead = Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1');

const starts = (data: Uint8Array, name: string) => latin(data.subarray(0, name.length)) === name;

/** Keeps the density and the colours, which readers need, and drops thumbnails. */
function keptSegment(marker: number, data: Uint8Array): Uint8Array[] {
  if (marker === 0xe0 && starts(data, 'JFIF\0') && data.length >= 14)
    return [segment(marker, Uint8Array.of(...data.subarray(0, 12), 0, 0))];
  if (marker === 0xe2 && starts(data, 'ICC_PROFILE\0\x01\x01')) {
    const colours = colourProfile(data.subarray(iccHead.length));
    return colours ? [segment(marker, concatBytes([iccHead, colours]))] : [];
  }
  // Which colours the numbers stand for, and nothing that may stand behind.
  if (marker === 0xee && starts(data, 'Adobe') && data.length >= 12)
    return [segment(marker, Uint8Array.of(...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, data[11] ?? 0))];
  return isPictureSegment(marker, data) ? [segment(marker, data)] : [];
}

/**
 * Strips EXIF, XMP, IPTC, comments, thumbnails and anything after the end from a JPEG. Keeps colours and the orientation. The
 * picture data is copied unchanged.
 * https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1
 */
export function stripJpeg(bytes: Uint8Array): Stripped {
  const kept: Uint8Array[] = [];
  const head: Uint8Array[] = [];
  let orientation = 1;
  let [frames, scans] = [0, 0];
  const fail = (problem: PictureProblem): Stripped => ({ ok: false, problem });
  for (let at = 2; ; ) {
    if (at + 1 >= bytes.length) return fail('cut');
    if (bytes[at] !== 0xff) return fail('broken');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    if (standsAlone(marker)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) return fail('cut');
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (marker === 0 || length < 2) return fail('broken');
    const end = at + 2 + length;
    if (end > bytes.length) return fail('cut');
    const data = bytes.subarray(at + 4, end);
    if (marker === 0xe1 && starts(data, 'Exif\0')) orientation = readOrientation(data.subarray(6));
    if (isFrame(marker)) {
      if (data.length < 8 || !isPictureSegment(marker, data)) return fail('broken');
      const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
      if (isTooHuge(view.getUint16(3), view.getUint16(1))) return fail('huge');
      frames += 1;
    }
    if ([0xc4, 0xda, 0xdb].includes(marker) && !isPictureSegment(marker, data)) return fail('broken');
    (marker === 0xe0 ? head : kept).push(...keptSegment(marker, data));
    at = end;
    if (marker !== 0xda) continue;
    at = endOfScan(bytes, end);
    if (frames === 0 || at === end) return fail('broken');
    kept.push(bytes.subarray(end, at));
    scans += 1;
  }
  if (scans === 0) return fail('broken');
  const exif = concatBytes([Buffer.from('Exif\0\0', 'latin1'), orientationTiff(orientation)]);
  const turn = orientation === 1 ? [] : [segment(0xe1, exif)];
  return { ok: true, bytes: concatBytes([soi, ...head.slice(0, 1), ...turn, ...kept, eoi]) };
}
