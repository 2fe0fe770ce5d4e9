/** A JPEG cannot be read to its end. */
class JpegError extends Error {
  override readonly name = 'JpegError';
}

const marker = {
  soi: 0xd8,
  eoi: 0xd9,
  sos: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
  app15: 0xef,
  com: 0xfe,
};
const exifHead = 'Exif\0\0';
const orientationTag = 0x0112;

const ascii = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** The orientation that EXIF gives a picture, 1 (upright) to 8; 1 where it gives none. `tiff` begins after “Exif”. */
function orientationOf(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittle = ascii(tiff, 0, 2) === 'II';
  const start = view.getUint32(4, isLittle);
  const count = view.getUint16(start, isLittle);
  for (let entry = 0; entry < count; entry += 1) {
    const at = start + 2 + entry * 12;
    if (view.getUint16(at, isLittle) === orientationTag) return view.getUint16(at + 8, isLittle);
  }
  return 1;
}

const segment = (code: number, body: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(body.byteLength + 4);
  bytes.set([0xff, code, (body.byteLength + 2) >> 8, (body.byteLength + 2) & 0xff]);
  bytes.set(body, 4);
  return bytes;
};

/** EXIF that says how to turn the picture, and nothing else. */
const turned = (orientation: number): Uint8Array =>
  segment(
    marker.app1,
    Uint8Array.from([
      ...new TextEncoder().encode(exifHead),
      ...[
        0x4d,
        0x4d,
        0,
        0x2a,
        0,
        0,
        0,
        8,
        0,
        1,
        0x01,
        0x12,
        0,
        3,
        0,
        0,
        0,
        1,
        0,
        orientation,
        0,
        0,
        0,
        0,
        0,
        0,
      ],
    ]),
  );

/** Whether a segment makes the picture, rather than telling something about it. Colour profiles stay: print wants them. */
function isOfPicture(code: number, file: Uint8Array, at: number): boolean {
  if (code === marker.com) return false;
  if (code < marker.app0 || code > marker.app15) return true;
  if (code === marker.app2) return ascii(file, at + 4, 11) === 'ICC_PROFILE';
  return code === marker.app0 ? ascii(file, at + 4, 4) === 'JFIF' : code === marker.app14;
}

/** Where the code of the marker at `at` stands: any number of bytes 0xFF may fill the place before it (ITU-T T.81, B.1.1.2). */
function codeAt(file: Uint8Array, at: number): number {
  if (file[at] !== 0xff) throw new JpegError('No marker where one must be.');
  let place = at + 1;
  while (file[place] === 0xff) place += 1;
  if (place >= file.byteLength) throw new JpegError('The picture is cut off.');
  return place;
}

/** The end of the picture data that begins at `at`: the next marker that is no part of it. */
function endOfScan(file: Uint8Array, at: number): number {
  for (let place = at; place + 1 < file.byteLength; place += 1) {
    const next = file[place + 1] ?? 0;
    if (file[place] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return place;
  }
  throw new JpegError('The picture is cut off.');
}

/**
 * The same picture, pixel for pixel, without what a camera or a person wrote beside it, and with our own XMP: every metadata
 * segment and all that follows the picture are left out; only its orientation and its colour profile stay. Throws JpegError.
 */
export function jpegOriginal(file: Uint8Array, xmp: string): Uint8Array<ArrayBuffer> {
  const packet = new TextEncoder().encode(`http://ns.adobe.com/xap/1.0/\0${xmp}`);
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let at = 2;
  for (;;) {
    at = codeAt(file, at) - 1;
    const code = file[at + 1] ?? 0;
    if (code === marker.eoi) break;
    const end = at + 2 + (((file[at + 2] ?? 0) << 8) | (file[at + 3] ?? 0));
    if (code === marker.app1 && ascii(file, at + 4, 6) === exifHead)
      orientation = orientationOf(file.subarray(at + 10, end));
    const next = code === marker.sos ? endOfScan(file, end) : end;
    if (isOfPicture(code, file, at)) kept.push(file.subarray(at, next));
    at = next;
  }
  const about = [...(orientation === 1 ? [] : [turned(orientation)]), segment(marker.app1, packet)];
  const jfif = kept[0]?.[1] === marker.app0 ? kept.splice(0, 1) : [];
  return new Uint8Array(
    Buffer.concat([
      Uint8Array.of(0xff, marker.soi),
      ...jfif,
      ...about,
      ...kept,
      Uint8Array.of(0xff, marker.eoi),
    ]),
  );
}
