import { expect, test } from '@playwright/test';
import { checkFile } from '../../../../src/filing/evidence/server/check-file.ts';
import { aPdf } from '../../../fixtures/evidence.ts';
import { aPicture, chunk, kept, refusalOf } from '../../../fixtures/picture-parts.ts';

test('a picture cut anywhere is refused in words that say so', async () => {
  const files = [await aPicture().jpeg().toBuffer(), await aPicture().png().toBuffer()];
  for (const file of files) {
    for (let part = 1; part < 20; part += 1) {
      const cut = file.subarray(0, Math.max(9, Math.floor((file.length * part) / 20)));
      expect(refusalOf('anh.jpg', cut), `${part}/20`).toMatch(/^422 Ảnh bị (thiếu phần cuối|hỏng)/);
    }
    expect(refusalOf('anh.jpg', file)).toBe('taken');
  }
});

test('a PNG with one bit turned is refused, and one that would unfold into a wall of points', async () => {
  const png = await aPicture().png().toBuffer();
  const turned = Buffer.from(png);
  turned[png.length - 40] = (turned[png.length - 40] ?? 0) ^ 1;
  expect(refusalOf('anh.png', turned)).toContain('Ảnh bị hỏng');
  const header = Buffer.from(png.subarray(16, 29));
  header.writeUInt32BE(60_000, 0);
  header.writeUInt32BE(60_000, 4);
  const wall = Buffer.concat([png.subarray(0, 8), chunk('IHDR', header), png.subarray(33)]);
  expect(refusalOf('anh.png', wall)).toContain('quá nhiều điểm ảnh');
});

test('content decides the kind of a file: programs, pages and archives named as pictures are refused', async () => {
  const jpeg = await aPicture().jpeg().toBuffer();
  for (const [name, bytes] of [
    ['anh.jpg', Buffer.from('MZ\x90\0\x03 a program')],
    ['bao-cao.pdf', Buffer.from('<html><script>alert(1)</script>')],
    ['anh.png', Buffer.from('GIF89a')],
    ['so-lieu.pdf', Buffer.from('PK\x03\x04 an archive')],
    ['anh.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ] as const)
    expect(refusalOf(name, bytes), name).toMatch(/^415 Chỉ nhận tệp PDF/);
  expect(refusalOf('IMG_1.HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'))).toContain('HEIC');
  expect(refusalOf('anh.jpg', Buffer.alloc(0))).toContain('trống');
  // A picture that is an archive too, for whoever reads it from its end: the archive is cut off.
  const both = Buffer.concat([jpeg, Buffer.from('PK\x05\x06 an archive')]);
  expect(kept('anh.jpg', both).includes('PK\x05\x06')).toBe(false);
  expect(refusalOf('anh.jpg', Buffer.concat([Buffer.from('MZ'), jpeg]))).toContain('Chỉ nhận');
  expect(kept('chuong-trinh.exe', jpeg).length).toBeGreaterThan(0);
  expect(checkFile('chuong-trinh.exe', new Uint8Array(jpeg))).toMatchObject({
    facts: { name: 'chuong-trinh.exe.jpg', kind: 'jpeg' },
  });
  expect(checkFile('a.jpg', aPdf())).toMatchObject({ facts: { name: 'a.jpg.pdf', kind: 'pdf' } });
});
