import { expect, test } from '@playwright/test';
import { askDocs } from '../../../../src/search/ask-docs.ts';
import { readDocs, writeDocs } from '../../../../src/search/doc.ts';
import { MemoryIndex } from '../../../../src/search/memory-index.ts';
import { openMatch } from '../../../../src/search/wordings.ts';
import { queryWords } from '../../../../src/vietnamese/words.ts';
import { siteIndexDocs } from '../../../fixtures/site-index.ts';

const docs = siteIndexDocs();
const index = new MemoryIndex(docs);
const first = async (query: string) => (await askDocs(index, query)).found[0]?.doc;

test('an open wording is asked with any words in its gap, in its order, with tones or without', () => {
  const share = openMatch('{ghi|điền} … {sai|nhầm}');
  for (const asked of ['ghi sai', 'em điền số nhà nhầm rồi', 'ghi so nha sai'])
    expect(share(queryWords(asked)), asked).toBeGreaterThan(0);
  for (const asked of ['sai chỗ nào thì ghi', 'ghỉ sai', 'ghi đúng', 'điền sải'])
    expect(share(queryWords(asked)), asked).toBe(0);
  expect(share(queryWords('ghi sai'))).toBeGreaterThan(share(queryWords('ghi số điện thoại sai')));
});

test('an act finds its page, whatever it is done with', async () => {
  const things = ['địa chỉ nhà', 'mã số', 'tên vợ', 'chức vụ', 'ngày tháng'];
  for (const thing of things)
    for (const act of ['điền', 'ghi', 'nhập'])
      expect((await first(`lỡ ${act} ${thing} sai rồi`))?.href).toBe('/hoi-dap/#sua-phieu');
});

test('words of computing and endings of files are no slips', async () => {
  const words =
    'jpg jpeg png gif webp heic bmp tif tiff svg psd raw doc docx odt xls xlsx ods ppt pptx csv tsv txt zip rar mp3 mp4 avi mov css ' +
    'json xml apps webs emails files links videos tags cpu gpu iot vpn ssl dns https cache cookies browser server backup';
  for (const word of words.split(' '))
    for (const asked of [word, `gửi ${word}`, `nộp file ${word} được không`, `tải ${word}`])
      expect((await askDocs(index, asked)).meant, asked).toBeNull();
});

test('a former commune is found with its district, before the commune that has the name of the district', async () => {
  const asked = docs.flatMap(({ kind, codes, former }) => {
    const district = former.filter((name) => /^(?:huyện|thị xã|thành phố) /.test(name));
    const commune = former.find((name) => /^(?:Xã|Phường) /.test(name));
    const short = (name: string) => name.replace(/^(?:xã|phường|huyện|thị xã|thành phố) /i, '');
    return kind === 'don-vi' && district.length === 1 && commune
      ? [{ code: codes[0] ?? '', query: `${short(commune)} ${short(district[0] ?? '')}`.toLowerCase() }]
      : [];
  });
  expect(asked.length).toBeGreaterThan(50);
  const missed: string[] = [];
  for (const { code, query } of asked) if (!(await first(query))?.codes.includes(code)) missed.push(query);
  // The name of a commune of today with the name of its district, or a name that two communes had.
  expect(missed.length, missed.join(' · ')).toBeLessThanOrEqual(asked.length * 0.1);
});

test('keys of an input method that was off are answered as what was meant', async () => {
  for (const [raw, plain] of [
    ['ddeef cuwr cas nhaan', 'de cu ca nhan'],
    ['tieefn thuowngr', 'tien thuong'],
    ['rust phieeus', 'rut phieu'],
    ['lieen heej', 'lien he'],
  ] as const) {
    const { found, meant } = await askDocs(index, raw);
    if (meant === plain) expect(found[0]?.doc).toEqual(await first(plain));
  }
});

test('the documents of the site are read as they were written', () => {
  expect(readDocs(writeDocs(docs))).toEqual(docs);
});
