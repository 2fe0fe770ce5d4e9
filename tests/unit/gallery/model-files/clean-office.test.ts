import { expect, test } from '@playwright/test';
import { Document, ExternalHyperlink, ImageRun, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { cleanModelFile } from '../../../../src/gallery/model-files/server/clean-file.ts';
import { writeWorkbook } from '../../../../src/platform/spreadsheet/write-workbook.ts';
import { firstSheetRows } from '../../../fixtures/first-sheet.ts';

type Parts = Record<string, Uint8Array>;

const aPhoto = async () =>
  sharp({ create: { width: 20, height: 10, channels: 3, background: '#446688' } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'zqchup' } })
    .toBuffer();

/** A document of Word as a person’s machine writes it: with a maker, a photograph and a link. */
async function aDocument(): Promise<Uint8Array<ArrayBuffer>> {
  const photo = new ImageRun({
    type: 'jpg',
    data: await aPhoto(),
    transformation: { width: 20, height: 10 },
  });
  const link = new ExternalHyperlink({ children: [new TextRun('trang')], link: 'https://example.gov.vn/' });
  const document = new Document({
    creator: 'zqnguoi',
    lastModifiedBy: 'zqnguoi',
    title: 'zqten',
    sections: [{ children: [new Paragraph('Quy trình số hóa'), new Paragraph({ children: [photo, link] })] }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const aBook = () =>
  writeWorkbook([
    {
      name: 'Dự toán',
      widths: [20, 20],
      rows: [
        ['Khoản', 'Tiền'],
        ['Kệ', '3000000'],
      ],
    },
  ]);

const changed = (bytes: Uint8Array, change: (parts: Parts) => void): Uint8Array<ArrayBuffer> => {
  const parts = unzipSync(bytes);
  change(parts);
  return new Uint8Array(zipSync(parts));
};
const edit = (parts: Parts, name: string, change: (text: string) => string) => {
  const part = parts[name];
  if (!part) throw new RangeError(name);
  parts[name] = strToU8(change(strFromU8(part)));
};
const relations = 'word/_rels/document.xml.rels';
/** Adds a part and the relationship that leads to it. */
const withPart =
  (type: string, target: string, content = 'zqphan') =>
  (parts: Parts) => {
    parts[`word/${target}`] = strToU8(content);
    const said = `<Relationship Id="rIdzq" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
    edit(parts, relations, (text) => text.replace('</Relationships>', said));
  };
const toExternal = (type: string, target: string) => (parts: Parts) =>
  edit(parts, relations, (text) =>
    text.replace(
      '</Relationships>',
      `<Relationship Id="rIdzq" Type="http://x/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
    ),
  );

const cleaned = (bytes: Uint8Array<ArrayBuffer>, name = 'Quy_trình số hóa.docx') => {
  const file = cleanModelFile(name, bytes);
  if (!file.ok) throw new Error(file.problem);
  return { ...file, parts: unzipSync(file.bytes) };
};
const textsOf = (parts: Parts) =>
  Object.entries(parts)
    .map(([name, part]) => name + strFromU8(part, true))
    .join('\n');

test('a document of Word loses its makers, its properties and where its photographs were taken, and keeps its text', async () => {
  const given = await aDocument();
  expect(textsOf(unzipSync(given))).toMatch(/zqnguoi[\s\S]*zqchup|zqchup[\s\S]*zqnguoi/);
  const { name, kind, parts } = cleaned(given);
  expect({ name, kind }).toEqual({ name: 'Quy trình số hóa', kind: 'docx' });
  expect(textsOf(parts)).not.toContain('zq');
  const shown = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  for (const said of ['Quy trình số hóa', 'trang', '<w:drawing>']) expect(shown).toContain(said);
  expect(textsOf(parts)).toContain('https://example.gov.vn/');
  expect(cleaned(given).bytes, 'the same file is the same bytes').toEqual(cleaned(given).bytes);
});

test('macros are taken out, and a document with macros becomes one without', async () => {
  const withMacros = changed(await aDocument(), (parts) => {
    withPart('vbaProject', 'vbaProject.bin')(parts);
    parts['word/_rels/vbaProject.bin.rels'] = strToU8('<Relationships/>');
    parts['word/unreached.bin'] = strToU8('zqla');
    edit(parts, '[Content_Types].xml', (text) =>
      text.replace(
        /application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml/,
        'application/vnd.ms-word.document.macroEnabled.main+xml',
      ),
    );
  });
  const { kind, parts } = cleaned(withMacros, 'quy-trinh.docm');
  expect(kind).toBe('docx');
  expect(textsOf(parts)).not.toMatch(/vba|macroEnabled|zq/i);
  expect(strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())).toContain('document.main+xml');
});

test('a workbook keeps its cells and loses path, printer and who locked it', () => {
  const { kind, parts, bytes } = cleaned(
    changed(aBook(), (parts) => {
      edit(parts, 'xl/workbook.xml', (text) =>
        text.replace(
          '<sheets>',
          '<fileSharing userName="zqnguoi"/><x15ac:absPath url="C:\\Users\\zqnguoi\\"/><sheets>',
        ),
      );
      parts['docProps/core.xml'] = strToU8('<x>zqnguoi</x>');
    }),
    'Dự toán.xlsx',
  );
  expect(kind).toBe('xlsx');
  expect(textsOf(parts)).not.toContain('zq');
  expect(firstSheetRows(bytes)).toEqual([
    ['Khoản', 'Tiền'],
    ['Kệ', '3000000'],
  ]);
});

/** What only the makers of a file can settle. */
const refusedChanges: Record<string, [RegExp, (parts: Parts) => void]> = {
  'a comment': [/nhận xét/, withPart('comments', 'comments.xml')],
  'a tracked change': [
    /Track Changes/,
    (parts) =>
      edit(parts, 'word/document.xml', (text) =>
        text.replace('<w:body>', '<w:body><w:p><w:ins w:author="zq"><w:r/></w:ins></w:p>'),
      ),
  ],
  'hidden text': [
    /chữ ẩn/,
    (parts) =>
      edit(parts, 'word/document.xml', (text) =>
        text.replace('<w:body>', '<w:body><w:p><w:r><w:rPr><w:vanish/></w:rPr></w:r></w:p>'),
      ),
  ],
  'an embedded workbook': [/PDF/, withPart('package', 'embeddings/a.xlsx')],
  'an object': [/PDF/, withPart('oleObject', 'embeddings/a.bin')],
  'a control': [/PDF/, withPart('control', 'activeX/a.xml')],
  'a kind of part that nobody knows': [/PDF/, withPart('zqkhac', 'khac.xml')],
  'a picture elsewhere': [/PDF/, toExternal('image', 'https://example.com/a.png')],
  'a link into the network of an office': [/PDF/, toExternal('hyperlink', 'file://may-chu/chung/')],
  'a missing part': [/thiếu/, (parts) => void delete parts['word/styles.xml']],
  'a picture that is a program': [/PDF/, withPart('image', 'media/a.svg')],
  'an entity': [
    /hỏng/,
    (parts) => edit(parts, 'word/document.xml', (text) => `<!DOCTYPE x [<!ENTITY a "b">]>${text}`),
  ],
};
for (const [what, [message, change]] of Object.entries(refusedChanges))
  test(`a document with ${what} is refused, and staff read what to do`, async () => {
    const file = cleanModelFile('a.docx', changed(await aDocument(), change));
    expect(file).toMatchObject({ ok: false, problem: expect.stringMatching(message) });
  });

test('only what it says is taken: no program, old office file, other archive, or archive that unpacks without end', () => {
  const all: Record<string, Uint8Array> = {
    'an old file': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3),
    'a program': strToU8('MZ…'),
    'an archive': zipSync({ 'a.txt': strToU8('x') }),
    'a broken archive': aBook().subarray(0, 400),
    nothing: new Uint8Array(),
    'a bomb': zipSync({ '[Content_Types].xml': new Uint8Array(50 * 1024 * 1024) }),
    'too large a file': new Uint8Array(4 * 1024 * 1024 + 1),
  };
  for (const [what, bytes] of Object.entries(all))
    expect(cleanModelFile('a.docx', new Uint8Array(bytes)).ok, what).toBe(false);
  expect(cleanModelFile('\u0000.docx', aBook()), 'a name').toMatchObject({ ok: false });
});

test('the word that a person reads in a name is kept', () => {
  expect(cleaned(aBook(), 'C:\\Users\\ai\\Biểu_mẫu 01.xlsx').name).toBe('Biểu mẫu 01');
});
