import { expect, test } from '@playwright/test';
import { askDocs } from '../../../../src/search/ask-docs.ts';
import { MemoryIndex } from '../../../../src/search/memory-index.ts';
import { normalize } from '../../../../src/vietnamese/compose.ts';
import { siteIndexDocs } from '../../../fixtures/site-index.ts';

// What is one thing only while its words are together: a name, a compound.
const docs = siteIndexDocs();
const index = new MemoryIndex(docs);
const units = docs.filter(({ kind }) => kind === 'don-vi');

/** Places and people of elsewhere, each of syllables that the site has. */
const elsewhere = [
  ...['Hà Nội', 'Đà Nẵng', 'Cần Thơ', 'Lâm Đồng', 'Khánh Hòa', 'Thanh Hóa', 'Nghệ An', 'Gia Lai', 'Tây Ninh'],
  ...[
    'Bình Thuận',
    'Phú Yên',
    'Quảng Trị',
    'An Giang',
    'Hậu Giang',
    'Bình Dương',
    'Bà Rịa',
    'Vũng Tàu',
    'Thủ Đức',
  ],
  ...['Điểu Minh', 'Chơ Ro', 'Nguyễn Văn A', 'Trần Văn Bình'],
];

for (const name of elsewhere)
  test(`“${name}” is no page that has its syllables apart`, async () => {
    expect(await askDocs(index, name)).toMatchObject({ how: 'none', found: [], meant: null });
    const asked = await askDocs(index, `báo cáo của ${name}`);
    expect(asked.how).toBe('near');
    expect(asked.found[0]?.doc.title).toMatch(/báo cáo/i);
  });

test('a compound that no page has is told from one that a page has', async () => {
  for (const typed of ['chè thái', 'hà nội', 'đà nẵng', 'thủ đức', 'nghệ an'])
    expect((await askDocs(index, typed)).how, typed).not.toBe('all');
  expect((await askDocs(index, 'hạn nộp')).how).toBe('all');
});

test('capitals at the words of a question are no name', async () => {
  for (const typed of ['Tải Mẫu', 'Nộp Phiếu', 'Mẫu Đề Cử', 'Báo Cáo Năm', 'Thi Đua Khen Thưởng', 'Hạn Nộp'])
    expect((await askDocs(index, typed)).how, typed).toBe('all');
});

/** Hỏi for ngã and ngã for hỏi. */
const mistoned = (name: string): string =>
  normalize(name, 'NFD')
    .replace(/[\u0303\u0309]/g, (tone) => (tone === '\u0303' ? '\u0309' : '\u0303'))
    .normalize('NFC');

test('every unit is found by its name and its former names, as written, without tones and with hỏi for ngã', async () => {
  const missed: string[] = [];
  for (const { title, former, codes } of units)
    for (const name of [title, ...former])
      for (const typed of new Set([name, mistoned(name), name.replace(/^(?:Xã|Phường|Thị trấn) /, '')])) {
        const { how, found } = await askDocs(index, typed);
        const isFound =
          how === 'all' && found.some(({ doc }) => doc.codes.some((code) => codes.includes(code)));
        if (!isFound) missed.push(typed);
      }
  expect(units.length).toBeGreaterThan(95);
  expect(missed).toEqual([]);
});

test('the name of a former town or district finds its parts and the pages beside its ward', async () => {
  for (const [typed, first] of [
    ['Biên Hòa', 'Phường Biên Hoà'],
    ['Bien Hoa', 'Phường Biên Hoà'],
    ['Long Khánh', 'Phường Long Khánh'],
    ['Trảng Bom', 'Phường Trảng Bom'],
  ] as const) {
    const { found } = await askDocs(index, typed);
    expect(found[0]?.doc.title, typed).toBe(first);
    expect(found.length, typed).toBeGreaterThan(3);
  }
});

test('two names one after the other are two names', async () => {
  const names = units.flatMap(({ title, codes }) => {
    const name = /^(?:Phường|Xã) (\S+ \S+)$/.exec(title)?.[1];
    return name ? [{ name, code: codes[0] }] : [];
  });
  expect(names.length).toBeGreaterThan(60);
  for (const [at, { name, code }] of names.entries()) {
    const next = names[(at + 1) % names.length];
    const { found } = await askDocs(index, `${name} ${next?.name}`);
    const isFound = found.some(({ doc }) => doc.codes[0] === code || doc.codes[0] === next?.code);
    expect(isFound, `${name} ${next?.name}`).toBe(true);
  }
});
