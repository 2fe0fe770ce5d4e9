import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { jpegOriginal } from '../../../../src/gallery/photos/jpeg-original.ts';
import { getOriginal } from '../../../../src/gallery/photos/original-photo.ts';
import { aJpeg, aPhoneJpeg } from '../../../fixtures/a-picture.ts';

const photo = { attachment: 'att1', alt: 'Cánh đồng', caption: 'Tổ <máy> & nước', credit: 'Lê "Minh"' };
const ask = (name: string, bytes: Buffer | null, isGone = false) =>
  getOriginal(new Request(`https://example.gov.vn/anh-goc/${name}`), name, {
    read: async () => (bytes ? { photo, bytes } : null),
    isGone: async () => isGone,
    readPage: async (path) => path,
    origin: 'https://example.gov.vn',
  });
const pixels = (file: Buffer) => sharp(file).raw().toBuffer();

test('the original keeps pixels, rotation and colours, loses owner, place and trailing bytes, and gains the credit', async () => {
  const profiled = await sharp(await aPhoneJpeg(64, 40))
    .keepExif()
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  const sent = Buffer.concat([profiled, Buffer.from('SECRET TRAILER')]);
  const reply = await ask('VD-0042.jpg', sent);
  const file = Buffer.from(await reply.arrayBuffer());
  expect(reply.headers.get('content-disposition')).toBe('attachment; filename="VD-0042-goc.jpg"');
  expect((await pixels(file)).equals(await pixels(sent))).toBe(true);
  const read = await sharp(file, { failOn: 'warning' }).metadata();
  expect(read.icc?.byteLength).toBeGreaterThan(100);
  expect(file.includes('SECRET')).toBe(false);
  expect(read.xmpAsString).toContain('photoshop:Credit="Lê &quot;Minh&quot;"');
  expect(read.xmpAsString).toContain('Tổ &lt;máy&gt; &amp; nước');
  expect(read.xmpAsString).toContain('https://example.gov.vn/d/VD-0042');
});

test('a picture keeps its EXIF rotation and no other EXIF data', async () => {
  const sent = await aPhoneJpeg(64, 40);
  const file = jpegOriginal(sent, 'x');
  const { orientation, exif } = await sharp(file).metadata();
  expect([orientation, exif?.byteLength]).toEqual([6, 32]);
  expect((await sharp(jpegOriginal(await aJpeg(8, 8), 'x')).metadata()).exif).toBeUndefined();
});

test('progressive pictures are kept whole', async () => {
  const sent = await sharp(await aJpeg(300, 200))
    .jpeg({ progressive: true })
    .toBuffer();
  expect((await pixels(Buffer.from(jpegOriginal(sent, 'x')))).equals(await pixels(sent))).toBe(true);
  expect(() => jpegOriginal(sent.subarray(0, sent.length - 40), 'x')).toThrow('cut off');
});

/** A JPEG with fill bytes before each marker outside the picture data, as some cameras write. */
function withFill(file: Buffer, count: number): Buffer {
  const parts: Buffer[] = [file.subarray(0, 2)];
  let at = 2;
  while (file[at + 1] !== 0xda) {
    const end = at + 2 + file.readUInt16BE(at + 2);
    parts.push(Buffer.alloc(count, 0xff), file.subarray(at, end));
    at = end;
  }
  const end = file.lastIndexOf(Buffer.from([0xff, 0xd9]));
  return Buffer.concat([
    ...parts,
    Buffer.alloc(count, 0xff),
    file.subarray(at, end),
    Buffer.alloc(count, 0xff),
    file.subarray(end),
  ]);
}

test('bytes that fill the place before a marker change nothing', async () => {
  for (const sent of [
    await aPhoneJpeg(64, 40),
    await aJpeg(30, 20),
    await sharp(await aJpeg(300, 200))
      .jpeg({ progressive: true })
      .toBuffer(),
  ])
    for (const count of [1, 2, 7]) {
      const filled = withFill(sent, count);
      expect((await pixels(filled)).equals(await pixels(sent)), 'it is a picture').toBe(true);
      const file = Buffer.from(jpegOriginal(filled, 'x'));
      expect((await pixels(file)).equals(await pixels(sent))).toBe(true);
      expect((await sharp(file).metadata()).orientation).toBe((await sharp(sent).metadata()).orientation);
    }
});

test('an address of an original is read in any case of letters, as all addresses of a story are', async () => {
  const file = await aJpeg(8, 8);
  for (const name of ['VD-0042.jpg', 'vd-0042.jpg', 'VD-0042.JPG', 'vd–0042.jpeg'])
    expect((await ask(name, file)).headers.get('content-disposition'), name).toContain('VD-0042-goc.jpg');
});

test('the original of a story that was taken down leads to the page that says so', async () => {
  const reply = await ask('vd-0042.jpg', null, true);
  expect([reply.status, reply.headers.get('location')]).toEqual([303, '/d/VD-0042']);
});

test('an unpublished story or an unknown name has no original', async () => {
  expect((await ask('VD-0042.jpg', null)).status).toBe(404);
  const file = await aJpeg(8, 8);
  for (const name of ['VD-0042.png', '../x', 'VD-0042']) expect((await ask(name, file)).status).toBe(404);
});
