import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import sharp from 'sharp';
import { checkFile } from '../../../../src/filing/evidence/server/check-file.ts';
import { aPhoneJpeg } from '../../../fixtures/a-picture.ts';
import { aPdf, objectStream } from '../../../fixtures/evidence.ts';
import { hostileFiles, withstandFile } from '../../../fixtures/hostile/files.ts';

/** What a broken line or a hostile hand makes of a file: bytes turned, cut out, put in, its end lost. */
const harm = fc.array(
  fc.record({
    at: fc.nat(9_999),
    out: fc.nat(64),
    put: fc.uint8Array({ maxLength: 64 }),
  }),
  { minLength: 1, maxLength: 3 },
);

function harmed(file: Uint8Array, harms: readonly { at: number; out: number; put: Uint8Array }[]) {
  let bytes = Buffer.from(file);
  for (const { at, out, put } of harms) {
    const place = Math.floor((at * bytes.length) / 10_000);
    bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + out)]);
  }
  return new Uint8Array(bytes);
}

test('each of 4,000 damaged files is stored without its secrets or refused with a reason; none throws', async () => {
  const exif = {
    IFD0: { Make: 'SECRET MAKER' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 57/1 0/1' },
  };
  const png = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#135' } })
    .withExif(exif)
    .png()
    .toBuffer();
  const toHarm = [
    new Uint8Array(await aPhoneJpeg(60, 40)),
    new Uint8Array(png),
    aPdf(objectStream('1 0 <</Title(Ke hoach)>>')),
    aPdf('5 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj'),
  ];
  let kept = 0;
  for (const file of toHarm) {
    const property = fc.property(harm, (harms) => {
      const checked = checkFile('tệp.jpg', harmed(file, harms));
      if (!checked.ok) return checked.message.length > 10;
      kept += 1;
      const isPicture = checked.facts.kind !== 'pdf';
      // Kept once, a picture stays as it is.
      const again = checkFile('tệp.jpg', checked.bytes);
      if (isPicture) expect(again).toMatchObject({ ok: true, facts: { sha256: checked.facts.sha256 } });
      return !isPicture || !/SECRET (MAKER|OWNER)/.test(Buffer.from(checked.bytes).toString('latin1'));
    });
    fc.assert(property, { numRuns: 1_000, seed: 113 });
  }
  // The harm was not so great that nothing was tried.
  expect(kept).toBeGreaterThan(50);
});

test('generated files: active ones are refused, sound ones accepted, and none takes long', () => {
  fc.assert(fc.property(hostileFiles, withstandFile), { numRuns: 2_000, seed: 113 });
});
