import { deflateSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import sharp, { type Sharp } from 'sharp';
import { aPhoneJpeg } from '../../../fixtures/a-picture.ts';
import { aPicture, chunk, kept, refusalOf } from '../../../fixtures/picture-parts.ts';

const pixels = (picture: Buffer) => sharp(picture).raw().toBuffer();
const upright = (picture: Buffer) => sharp(picture).rotate().raw().toBuffer({ resolveWithObject: true });

/** The colours of a profile stay, its texts and its maker do not. */
async function expectSameColours(kept: Buffer, before: Buffer): Promise<void> {
  const profiles = await Promise.all([kept, before].map(async (one) => (await sharp(one).metadata()).icc));
  expect(profiles[0]?.toString('latin1')).toContain('acsp');
  expect(profiles[1]?.length).toBeGreaterThan(0);
  expect(profiles[0]?.subarray(4, 8)).toEqual(Buffer.alloc(4));
  expect(profiles[0]?.subarray(40, 64)).toEqual(Buffer.alloc(24));
  expect(profiles[0]?.toString('latin1')).not.toMatch(/Compact|saucecontrol|Apple|cC0/i);
  const inSrgb = await Promise.all(
    [kept, before].map((one) => sharp(one).toColourspace('srgb').raw().toBuffer()),
  );
  expect(inSrgb[0]?.equals(inSrgb[1] ?? Buffer.alloc(0))).toBe(true);
}

const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRET XMP</x:xmpmeta>';
const withSecrets = (picture: Sharp) =>
  picture
    .withMetadata({ orientation: 6 })
    .withIccProfile('p3')
    .withExif({
      IFD0: { Make: 'SECRET MAKER', Model: 'SECRET MODEL' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 57/1 0/1' },
    })
    .withXmp(xmp);

test('a phone’s photo loses its place and its owner and stays upright', async () => {
  const photo = await aPhoneJpeg(60, 40);
  expect(photo.toString('latin1')).toContain('SECRET OWNER');
  const file = kept('anh.jpg', photo);
  expect(file.toString('latin1')).not.toContain('SECRET');
  expect((await sharp(file).metadata()).exif?.toString('latin1')).not.toContain('GPS');
  const [before, after] = [await upright(photo), await upright(file)];
  expect(after.info).toMatchObject({ width: 40, height: 60 });
  expect(after.data.equals(before.data)).toBe(true);
});

for (const progressive of [false, true]) {
  test(`${progressive ? 'a progressive' : 'a plain'} JPEG keeps every point and its colours, and nothing else`, async () => {
    const jpeg = await withSecrets(aPicture()).jpeg({ progressive }).toBuffer();
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 16]), Buffer.from('SECRET COMMENT')]);
    const iptc = Buffer.concat([Buffer.from([0xff, 0xed, 0, 13]), Buffer.from('SECRET IPTC')]);
    const full = Buffer.concat([
      jpeg.subarray(0, 2),
      comment,
      iptc,
      jpeg.subarray(2),
      Buffer.from('SECRET film behind the end'),
    ]);
    for (const secret of ['MAKER', 'XMP', 'COMMENT', 'IPTC', 'film'])
      expect(full.includes(secret)).toBe(true);
    const file = kept('anh.jpeg', full);
    expect(file.includes('SECRET')).toBe(false);
    const [before, after] = [await sharp(jpeg).metadata(), await sharp(file).metadata()];
    expect(before.orientation).toBe(6);
    await expectSameColours(file, jpeg);
    expect([after.orientation, after.xmp, after.iptc]).toEqual([before.orientation, undefined, undefined]);
    expect((await pixels(file)).equals(await pixels(jpeg))).toBe(true);
  });
}

test('CMYK colours are read as before', async () => {
  const jpeg = await aPicture().toColourspace('cmyk').jpeg().toBuffer();
  expect((await pixels(kept('in.jpg', jpeg))).equals(await pixels(jpeg))).toBe(true);
});

/** The same PNG with more chunks behind its header. */
const withChunks = (png: Buffer, ...chunks: Buffer[]) =>
  Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);

test('a PNG keeps every point and its colours, loses its texts, and an animated one its other pictures', async () => {
  const png = await withSecrets(aPicture()).png().toBuffer();
  const full = Buffer.concat([
    withChunks(
      png,
      chunk('tEXt', Buffer.from('Comment\0SECRET TEXT')),
      chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])),
      chunk('fdAT', Buffer.from('SECRET FRAME')),
    ),
    Buffer.from('SECRET behind the end'),
  ]);
  expect(full.includes('SECRET MAKER')).toBe(true);
  const file = kept('anh.png', full);
  expect(file.includes('SECRET')).toBe(false);
  expect(file.includes('acTL')).toBe(false);
  const [before, after] = [await sharp(png).metadata(), await sharp(file).metadata()];
  await expectSameColours(file, png);
  expect([before.orientation, after.orientation, after.xmp]).toEqual([6, 6, undefined]);
  expect((await pixels(file)).equals(await pixels(png))).toBe(true);
});

test('no hidden bytes stay: after Adobe, in DNL, DHP and EXP, at the end and in the names of a PNG', async () => {
  const jpeg = await aPicture().toColourspace('cmyk').jpeg().toBuffer();
  const part = (marker: number, data: string) =>
    Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), Buffer.from(data, 'latin1')]);
  const hidden = [
    part(0xee, 'Adobe\0\x64\0\0\0\0\x02SECRET'),
    ...[0xdc, 0xde, 0xdf, 0xe2, 0xe0, 0xc8].map((marker) => part(marker, 'SECRET')),
    part(0xe2, 'ICC_PROFILE\0\x01\x01SECRET'),
  ];
  const file = kept('a.jpg', Buffer.concat([jpeg.subarray(0, 2), ...hidden, jpeg.subarray(2)]));
  expect(file.includes('SECRET')).toBe(false);
  expect((await pixels(file)).equals(await pixels(jpeg))).toBe(true);
  for (const [marker, data] of [
    [0xdb, 'SECRET'],
    [0xc4, 'SECRET'],
  ] as const) {
    const odd = Buffer.concat([jpeg.subarray(0, 2), part(marker, data), jpeg.subarray(2)]);
    expect(refusalOf('a.jpg', odd)).toContain('Ảnh bị hỏng');
  }
  const png = await aPicture().png().toBuffer();
  const odd = Buffer.concat([
    withChunks(
      png,
      ...['gAMA', 'sRGB', 'pHYs', 'bKGD', 'sBIT', 'cICP', 'hIST'].map((type) =>
        chunk(type, Buffer.from('SECRET')),
      ),
      chunk('iCCP', Buffer.concat([Buffer.from('SECRET\0\0'), deflateSync(Buffer.from('SECRET'))])),
    ).subarray(0, -12),
    chunk('IEND', Buffer.from('SECRET')),
  ]);
  const clean = kept('a.png', odd);
  expect(clean.includes('SECRET')).toBe(false);
  expect((await pixels(clean)).equals(await pixels(png))).toBe(true);
});
