import { expect, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { readFile } from '../../../../src/platform/spreadsheet/read-file.ts';

const sheetsOf = (bytes: Uint8Array) => {
  const file = readFile(bytes);
  if (!file.ok) throw new Error(file.message);
  return file.sheets;
};
const text = (words: string) => Buffer.from(words);

const ods = (body: string, styles = '') =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`,
    ),
  });

const cell = (attributes: string, shown: string) =>
  `<table:table-cell ${attributes}>${shown && `<text:p>${shown}</text:p>`}</table:table-cell>`;

test('an OpenDocument spreadsheet: values as shown, repeats, merges, what is hidden, no comments', () => {
  const rows = [
    `<table:table-row>${cell('', 'TT')}${cell('', 'Tên')}${cell('', 'Số')}</table:table-row>`,
    `<table:table-row table:visibility="filter">${[
      cell('office:value-type="float" office:value="1980" table:number-columns-repeated="2"', '1.980'),
      cell('office:value-type="percentage" office:value="0.667"', '66,70%'),
      cell('office:value-type="date" office:date-value="2026-07-01"', '01/07/26'),
      cell('office:value-type="boolean" office:boolean-value="true"', 'TRUE'),
      cell('office:value-type="float" office:value="12"', '12 người'),
      cell('office:value-type="float" office:value="251000000"', '0251000000'),
      cell('office:value-type="float" office:value="66.6666"', '66,7'),
      cell('office:value-type="string" calcext:value-type="error"', '#N/A'),
    ].join('')}</table:table-row>`,
    '<table:table-row table:number-rows-repeated="2"/>',
    `<table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="3"><office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>Dòng <text:span>1</text:span><text:s text:c="2"/>x &amp; y</text:p><text:p>Dòng 2<text:line-break/>Dòng 3</text:p></table:table-cell><table:covered-table-cell/>${cell('', 'sau')}</table:table-row>`,
    '<table:table-row table:number-rows-repeated="1048500"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>',
  ];
  const table = (name: string, style: string, inner: string) =>
    `<table:table table:name="${name}" table:style-name="${style}">${inner}</table:table>`;
  const columns =
    '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>';
  const [first, second, ...others] = sheetsOf(
    ods(
      table('Bảng', 'ta1', columns + rows.join('')) +
        table('Ẩn', 'ta2', `<table:table-row>${cell('', 'x')}</table:table-row>`),
      '<style:style style:name="ta1"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
    ),
  );
  expect(others).toEqual([]);
  expect(first).toEqual({
    name: 'Bảng',
    isHidden: false,
    rows: [
      ['TT', 'Tên', 'Số'],
      ['1980', '1980', '66,70%', '2026-07-01', 'có', '12 người', '0251000000', '66,7', '#N/A'],
      [],
      [],
      ['Dòng 1  x & y\nDòng 2\nDòng 3', '', 'sau'],
    ],
    hiddenRows: new Set([1]),
    hiddenColumns: new Set([2]),
    merges: [{ row: 4, column: 0, rows: 3, columns: 2 }],
  });
  expect(second).toMatchObject({ name: 'Ẩn', isHidden: true, rows: [['x']] });
});

test('an OpenDocument spreadsheet with a password, and another OpenDocument file, are named', () => {
  const locked = zipSync({
    'content.xml': strToU8('??'),
    'META-INF/manifest.xml': strToU8(
      '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>',
    ),
  });
  expect(readFile(locked)).toMatchObject({ ok: false, message: expect.stringContaining('mật khẩu') });
  const letter = zipSync({ 'content.xml': strToU8('<office:text><text:p>x</text:p></office:text>') });
  expect(readFile(letter)).toMatchObject({ ok: false, message: expect.stringContaining('OpenDocument') });
});

test('XML Spreadsheet 2003: formats, places, merges, what is hidden', () => {
  const [first, second] = sheetsOf(
    text(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="s1"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="s2"><NumberFormat ss:Format="mm\\/yyyy"/></Style></Styles>
<Worksheet ss:Name="Bảng"><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>
<Row ss:Index="2"><Cell><Data ss:Type="String">TT</Data></Cell><Cell ss:Index="3" ss:MergeAcross="1"><Data ss:Type="String">Tên &amp; họ&#10;đệm</Data></Cell><Cell><Data ss:Type="String">sau</Data></Cell></Row>
<Row ss:Hidden="1"><Cell ss:StyleID="s1"><Data ss:Type="Number">0.5</Data></Cell><Cell ss:StyleID="s2"><Data ss:Type="DateTime">2026-07-01T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">2026-07-01T00:00:00.000</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="Ẩn"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetVeryHidden</Visible></WorksheetOptions></Worksheet></Workbook>`),
  );
  expect(first).toEqual({
    name: 'Bảng',
    isHidden: false,
    rows: [[], ['TT', '', 'Tên & họ\nđệm', '', 'sau'], ['50,00%', '7/2026', '2026-07-01', 'có', '#REF!']],
    hiddenRows: new Set([2]),
    hiddenColumns: new Set([1, 2]),
    merges: [{ row: 1, column: 2, rows: 1, columns: 2 }],
  });
  expect(second).toMatchObject({ name: 'Ẩn', isHidden: true, rows: [['x']] });
});

test('the tables of a page of HTML that was saved as a table, one sheet each', () => {
  const [first, second, ...others] = sheetsOf(
    text(`<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td { color: red } <!-- td < x --></style><title>a</title></head><body>
<table border=1><col style='display:none'><tr><th colspan=2>Danh s&aacute;ch</th><th rowspan="2">Ghi<br>ch&uacute;</th></tr>
<tr style='display:none'><td>1</td><td>Tổ &amp; đội   số<p>một</td></tr><tr><td>2<td>Nguyễn&nbsp;A<td>x</table>
<p>ở giữa</p><TABLE><TR><TD>a<table><tr><td>b</td><td>c</td></tr></table></TD></TR></TABLE></body></html>`),
  );
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    rows: [
      ['Danh sách', '', 'Ghi\nchú'],
      ['1', 'Tổ & đội số\nmột'],
      ['2', 'Nguyễn A', 'x'],
    ],
    hiddenRows: new Set([1]),
    merges: [
      { row: 0, column: 0, rows: 1, columns: 2 },
      { row: 0, column: 2, rows: 2, columns: 1 },
    ],
  });
  expect(second?.rows[0]?.[0]?.split(/\s+/)).toEqual(['a', 'b', 'c']);
});

test('a page in another encoding is read as it declares', () => {
  const page = Buffer.concat([
    text('<html><meta charset=windows-1258><table><tr><td>T'),
    Buffer.from([0xea]),
    text('n</td></tr></table>'),
  ]);
  expect(sheetsOf(page)[0]?.rows).toEqual([['Tên']]);
});

const old = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(8),
  ]);
const packed = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));

for (const [name, bytes, words] of [
  ['nothing', Buffer.alloc(0), 'Tệp trống'],
  ['blanks', text(' \r\n\t '), 'Tệp trống'],
  ['an old workbook', old('Workbook'), 'Excel đời cũ (.xls)'],
  ['a workbook older still', Buffer.from([9, 8, 16, 0, 0, 6, 5, 0]), 'Excel đời cũ (.xls)'],
  ['a workbook with a password', old('EncryptedPackage'), 'mật khẩu'],
  ['an old letter of Word', old('WordDocument'), 'Word'],
  ['a message of Outlook', old('__substg1.0_0037001F'), 'thư điện tử'],
  ['a binary workbook', packed('[Content_Types].xml', 'xl/workbook.bin'), '.xlsb'],
  ['a letter of Word', packed('[Content_Types].xml', 'word/document.xml'), 'Word'],
  ['slides', packed('ppt/presentation.xml'), 'PowerPoint'],
  ['a table of Numbers', packed('Index/Document.iwa'), 'Numbers'],
  ['an archive of tables', packed('bang.xlsx'), 'giải nén'],
  ['another archive', Buffer.from('Rar!\x1a\x07\x01\x00'), 'giải nén'],
  ['a PDF', text('%PDF-1.7\n'), 'PDF'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'ảnh'],
  ['a photo of a phone', Buffer.from('\0\0\0\x18ftypheic'), 'ảnh'],
  ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'ảnh'],
  ['rich text', text('{\\rtf1\\ansi x}'), 'RTF'],
  ['a mail', text('From: a@b.vn\r\nTo: c@d.vn\r\nSubject: x\r\n\r\nx'), 'thư điện tử'],
  [
    'a page saved with its parts',
    text('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n'),
    'trang web',
  ],
  ['a page without a table', text('<!doctype html><html><body>Lỗi 404</body></html>'), 'không có bảng'],
  ['data', text('[{"name": "x"}]'), 'JSON'],
  ['a shortcut', text('{"url": "https://docs.google.com/x", "doc_id": "y"}'), 'lối tắt'],
  ['other XML', text('<?xml version="1.0"?><hoaDon><so>1</so></hoaDon>'), 'XML'],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x54, 0, 0, 0]), 'UTF-32'],
  [
    'a workbook that was cut off',
    zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }).subarray(0, 60),
    'tải chưa đủ',
  ],
] as const) {
  test(`a file that is no table says what it is and what to do: ${name}`, () => {
    const file = readFile(bytes);
    expect(file).toMatchObject({ ok: false, message: expect.stringContaining(words) });
    expect(!file.ok && file.message).toMatch(/(Hãy|Mở|hãy) /);
  });
}

test('a table whose text looks like another file is still a table', () => {
  for (const words of [
    'ID;Tên\n1;a',
    'Date;Subject\n1;a',
    '{x};b\n1;2',
    'From: tháng;Đến\n7;8',
    '<Tên>;b\n1;2',
    '%;b\n1;2',
  ]) {
    expect(sheetsOf(text(words))[0]?.rows[1]).toHaveLength(2);
  }
});
