import { deflateSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { pdfProblem } from '../../../../src/filing/evidence/pdf/problem.ts';
import { stripPdf } from '../../../../src/filing/evidence/pdf/strip-metadata.ts';
import { aPdf } from '../../../fixtures/evidence.ts';
import { allTextsOf } from '../../../fixtures/pdf-texts.ts';

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const stream = (number: number, dictionary: string, data: string) =>
  `${number} 0 obj<<${dictionary}/Length ${data.length}>>stream\n${data}\nendstream endobj\n`;
const stripped = (bytes: Uint8Array) => {
  const result = stripPdf(bytes);
  if (!result.ok) throw new Error(result.problem);
  return result.bytes;
};
const info = '<</Author(Nguy\\)zqnguoi)/Creator<7a71746861>/Title(zqten (trong) ngo)>>';
const xmp = '<x:xmpmeta>zqxmp</x:xmpmeta>';

/** Where the name of a maker can stand in a PDF. */
const places: Record<string, Uint8Array<ArrayBuffer>> = {
  'an object': aPdf(`8 0 obj${info}endobj`, '\n', '/Info 8 0 R'),
  'an older version of the object': aPdf(
    `8 0 obj${info}endobj\n8 0 obj<</Author(x)>>endobj`,
    '\n',
    '/Info 8 0 R',
  ),
  'a stream of objects': aPdf(
    stream(
      9,
      '/Type/ObjStm/N 1/First 5/Filter/FlateDecode',
      deflateSync(`8 0  ${info}`, { level: 0 }).toString('latin1'),
    ),
    '\n',
    '/Info 8 0 R',
  ),
  'a stream of objects that is not packed': aPdf(
    stream(9, '/Type/ObjStm/N 1/First 5', `8 0  ${info}`),
    '\n',
    '/Info 8 0 R',
  ),
  XMP: aPdf(stream(8, '/Type/Metadata/Subtype/XML', xmp)),
  'packed XMP': aPdf(
    stream(8, '/Type/Metadata/Subtype/XML/Filter/FlateDecode', deflateSync(xmp).toString('latin1')),
  ),
};

for (const [place, pdf] of Object.entries(places))
  test(`the maker of a PDF is taken out of ${place}, and no offset moves`, () => {
    expect(allTextsOf(pdf)).toMatch(/zq/);
    const bytes = stripped(pdf);
    expect(allTextsOf(bytes)).not.toMatch(/zq|7a71/);
    expect(bytes.length).toBe(pdf.length);
    expect(pdfProblem(bytes)).toBeNull();
  });

test('a photograph in a PDF keeps its pixels and loses where it was taken', async () => {
  const pixels = sharp({ create: { width: 40, height: 30, channels: 3, background: '#884422' } });
  const photo = await pixels
    .jpeg()
    .withExif({ IFD0: { Artist: 'zqchup' } })
    .toBuffer();
  const pdf = aPdf(
    stream(8, '/Type/XObject/Subtype/Image/Width 40/Height 30/Filter/DCTDecode', photo.toString('latin1')),
  );
  expect(latin(pdf)).toContain('zqchup');
  const bytes = stripped(pdf);
  expect(latin(bytes)).not.toContain('zqchup');
  const at = latin(bytes).indexOf('stream\n') + 7;
  const shown = sharp(bytes.subarray(at, at + photo.length), { failOn: 'none' });
  expect(await shown.metadata()).toMatchObject({ width: 40, height: 30, format: 'jpeg' });
});

test('a signed PDF stays byte for byte; an encrypted one, and one that cannot be cleaned, is refused', () => {
  const signed = aPdf(
    `8 0 obj${info}endobj\n9 0 obj<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>endobj`,
    '\n',
    '/Info 8 0 R',
  );
  expect(latin(stripped(signed))).toBe(latin(signed));
  const tight = deflateSync(`8 0  ${info}`, { level: 9 }).toString('latin1');
  const predicted = aPdf(
    stream(9, '/Type/ObjStm/N 1/First 5/Filter/FlateDecode/DecodeParms<</Predictor 1>>', tight),
    '\n',
    '/Info 8 0 R',
  );
  expect(stripPdf(predicted)).toEqual({ ok: false, problem: 'broken' });
  expect(stripPdf(aPdf('', '\n', `/Info ${info}`))).toEqual({ ok: false, problem: 'broken' });
  expect(stripPdf(new Uint8Array([1, 2, 3])).ok).toBe(false);
});
