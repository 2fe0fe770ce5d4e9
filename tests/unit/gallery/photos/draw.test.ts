import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { drawPhoto } from '../../../../src/gallery/photos/draw.ts';
import { aJpeg, aPhoneJpeg } from '../../../fixtures/a-picture.ts';

const sizes = async (file: Buffer) => {
  const drawn = await drawPhoto(file);
  const read = drawn?.files.map(async ({ size, bytes }) => {
    const picture = await sharp(bytes).metadata();
    expect([picture.format, picture.width]).toEqual(['jpeg', size]);
    return `${picture.width}×${picture.height}`;
  });
  return { drawn: drawn && `${drawn.width}×${drawn.height}`, files: await Promise.all(read ?? []) };
};

test('a picture is drawn 480 and 1200 pixels wide', async () => {
  expect(await sizes(await aJpeg(3000, 2000))).toEqual({
    drawn: '1200×800',
    files: ['480×320', '1200×800'],
  });
});

test('a small picture is never made larger, a tall one never taller than 1600 pixels', async () => {
  expect(await sizes(await aJpeg(300, 200))).toEqual({ drawn: '300×200', files: ['300×200'] });
  expect(await sizes(await aJpeg(1000, 4000))).toEqual({ drawn: '400×1600', files: ['400×1600'] });
});

test('place and owner are removed from a phone’s picture, and it is upright', async () => {
  const file = await aPhoneJpeg(1600, 1000);
  const before = await sharp(file).metadata();
  expect(before.orientation).toBe(6);
  expect(before.exif?.toString('latin1')).toContain('SECRET OWNER');
  // Tag 0x8825 points to the GPS block of EXIF.
  expect(
    before.exif?.includes(Buffer.from([0x25, 0x88])) || before.exif?.includes(Buffer.from([0x88, 0x25])),
  ).toBe(true);
  const drawn = await drawPhoto(file);
  expect([drawn?.width, drawn?.height]).toEqual([1000, 1600]);
  for (const { bytes } of [...(drawn?.files ?? []), ...(drawn?.crops ?? [])]) {
    const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
    expect([exif, xmp, iptc, icc, orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(bytes.includes('SECRET') || bytes.includes('Exif')).toBe(false);
  }
});

test('an unreadable file is no picture', async () => {
  expect(await drawPhoto(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))).toBeNull();
  const cut = (await aJpeg(800, 600)).subarray(0, 300);
  expect(await drawPhoto(cut)).toBeNull();
});

test('transparent parts of a PNG become white', async () => {
  const clear = { width: 10, height: 10, channels: 4, background: '#0000' } as const;
  const drawn = await drawPhoto(await sharp({ create: clear }).png().toBuffer());
  const { dominant } = await sharp(drawn?.files[0]?.bytes).stats();
  expect(dominant.r + dominant.g + dominant.b).toBeGreaterThan(720);
});

test('the press gets three crops, none larger than the picture allows', async () => {
  const cropsOf = async (width: number, height: number) => {
    const drawn = await drawPhoto(await aJpeg(width, height));
    const read = drawn?.crops.map(async ({ size, bytes }) => {
      const picture = await sharp(bytes).metadata();
      return `${size} ${picture.width}×${picture.height}`;
    });
    return Promise.all(read ?? []);
  };
  expect(await cropsOf(3000, 2000)).toEqual(['16x9 1200×675', '4x3 1200×900', '1x1 1080×1080']);
  expect(await cropsOf(300, 200)).toEqual(['16x9 300×169', '4x3 267×200', '1x1 200×200']);
});

test('the size of the original is that of the upright picture; only a JPEG has an original', async () => {
  const phone = await aPhoneJpeg(1600, 1000);
  expect((await drawPhoto(phone))?.original).toMatchObject({
    width: 1000,
    height: 1600,
    bytes: phone.byteLength,
  });
  const png = await sharp(await aJpeg(10, 10))
    .png()
    .toBuffer();
  expect((await drawPhoto(png))?.original).toBeNull();
});
