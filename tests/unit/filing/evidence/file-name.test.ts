import { expect, test } from '@playwright/test';
import {
  fileText,
  keptFileValue,
  readKeptFile,
  sizeText,
} from '../../../../src/filing/definitions/uploaded-file.ts';
import { cleanFileName, unreadableName } from '../../../../src/filing/evidence/file-name.ts';

test('a name is kept as it was given, in NFC', () => {
  expect(cleanFileName('Báo cáo số 5 (bản ký).PDF'.normalize('NFD'), 'pdf')).toBe(
    'Báo cáo số 5 (bản ký).PDF',
  );
  expect(cleanFileName('<script>alert(1)</script>.jpg', 'jpeg')).toBe('script>.jpg');
  expect(cleanFileName('<b>Đậm</b>.png'.replace('/', ''), 'png')).toBe('<b>Đậm<b>.png');
});

test('folders, invisible characters and direction marks are removed, and the extension tells the type', () => {
  expect(cleanFileName('../../etc/passwd', 'pdf')).toBe('passwd.pdf');
  expect(cleanFileName('C:\\Users\\an\\ảnh.jpg', 'jpeg')).toBe('ảnh.jpg');
  expect(cleanFileName('ảnh\u202egpj.exe', 'jpeg')).toBe('ảnhgpj.exe.jpg');
  expect(cleanFileName('a\u0000\n\tb\u200b\u061c.png', 'png')).toBe('a b.png');
  expect(cleanFileName('...', 'pdf')).toBe('tep-minh-chung.pdf');
  expect(cleanFileName('.htaccess', 'pdf')).toBe('htaccess.pdf');
  const long = cleanFileName(`${'ế'.repeat(300)}.pdf`, 'pdf');
  expect([...long]).toHaveLength(104);
  expect(long).toMatch(/ế\.pdf$/);
});

test('a kept file goes into a control and comes back, whatever its name', () => {
  const file = {
    token: 'a'.repeat(43),
    name: 'ảnh. 1.2 "x" <b>.jpg',
    bytes: 1_300_000,
    until: new Date('2026-11-28T00:00:00Z'),
  };
  expect(readKeptFile(keptFileValue(file))).toEqual(file);
  expect(readKeptFile('a'.repeat(43))).toBeUndefined();
  expect(fileText(file)).toBe('ảnh. 1.2 "x" <b>.jpg (1,3 MB)');
  expect([1, 2_048, 1_048_576].map(sizeText)).toEqual(['1 KB', '2 KB', '1 MB']);
});

test('an unreadable file name gets a message with what to do; usual names get none', () => {
  for (const name of [
    'B¸o c¸o kÕt qu¶.pdf',
    'Baùo_caùo-keát_quaû.pdf',
    'BÃ¡o cÃ¡o.pdf',
    'C:\\x\\Quy\ufffdt.pdf',
  ])
    expect(unreadableName(name), name).toMatch(/^Tên tệp không đọc được\. Hãy đổi tên tệp/);
  for (const name of [
    'Báo cáo (bản ký)_v2.pdf',
    'IMG_2026-11-28 10.22.33~2.jpg',
    'a+b^2.png',
    'QĐ 15-UBND.pdf',
    '',
  ])
    expect(unreadableName(name), name).toBeNull();
});
