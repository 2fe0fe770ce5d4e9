import { expect, test } from '@playwright/test';
import { askDocs } from '../../../src/search/ask-docs.ts';
import { readDocs, searchDoc, writeDocs } from '../../../src/search/doc.ts';
import { MemoryIndex } from '../../../src/search/memory-index.ts';

const page = (href: string, title: string, names: string[] = []) =>
  searchDoc({ kind: 'trang', href, title, summary: '', names });

test('what a page is called in many ways is no more common for that', async () => {
  const called = ['thi', 'làm', 'học', 'chơi', 'vẽ', 'viết', 'đọc', 'hát'].map((act) => `học sinh ${act} gì`);
  const index = new MemoryIndex([
    page('/hs/', 'Học sinh tham gia thế nào?', called),
    ...['a', 'b', 'c', 'd'].map((each) => page(`/${each}/`, `Đổi mới sáng tạo ${each}`)),
  ]);
  const { found } = await askDocs(index, 'học sinh sáng tạo');
  expect(found[0]?.doc.href).toBe('/hs/');
});

test('an abbreviation is read wherever it stands among words that have other names', async () => {
  const index = new MemoryIndex([
    page('/bao-cao/', 'Báo cáo năm'),
    page('/phieu/', 'Mẫu phiếu, tệp, biểu mẫu'),
  ]);
  expect((await askDocs(index, 'file mẫu bc năm')).found[0]?.doc.href).toBe('/bao-cao/');
});

test('a small word that stands in very many names is still a part of what is asked', async () => {
  const many = Array.from({ length: 3000 }, (_, at) => `để làm việc ${at}`);
  const index = new MemoryIndex([page('/viec/', 'Để làm gì', many), page('/de-cu/', 'Đề cử')]);
  expect((await askDocs(index, 'de cu')).found[0]?.doc.href).toBe('/de-cu/');
});

test('documents that were written are read as they were', () => {
  const docs = [
    page('/a/', 'Một', ['hai', 'ba']),
    searchDoc({ kind: 'don-vi', href: '/b/', title: 'B', summary: '', codes: ['26068'], former: ['Cũ'] }),
    searchDoc({
      kind: 'hoi-dap',
      href: '/c/',
      title: 'C',
      summary: 'Hai câu.',
      door: { href: '/d/', label: 'Mở' },
    }),
  ];
  expect(readDocs(writeDocs(docs))).toEqual(docs);
  for (const broken of ['{}', 'lạ\t/a/\tA', 'trang', '\t\t'])
    expect(() => readDocs(broken), broken).toThrow(TypeError);
});
