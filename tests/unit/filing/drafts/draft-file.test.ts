import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import type { Draft } from '../../../../src/filing/drafts/draft.ts';
import { draftFile, draftOf, fileName } from '../../../../src/filing/drafts/draft-file.ts';

const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(2)> "' & \u2028 <!-- ]]> <script type="application/json" id="ban-nhap">{}`;

const draftWith = (text: string): Draft => ({
  form: 'phan-hoi',
  version: '1',
  key: '3f1c2b9e-2f5a-4d3f-9a36-0d7c1a0b4c11',
  savedAt: new Date('2026-11-25T02:05:00Z'),
  isPending: false,
  answers: [{ name: 'content', label: text, values: [text], shown: [text] }],
});

const fileWith = (text: string) =>
  draftFile(draftWith(text), {
    title: 'Phản hồi, hỏi đáp',
    address: 'https://example.gov.vn/phan-hoi/',
    answers: [
      { section: 'Phản hồi', label: 'Nội dung', shown: [text] },
      { section: 'Phản hồi', label: 'Đề xuất', shown: [] },
    ],
  });

test('a draft file is read by people, and back by the page word for word', () => {
  const file = fileWith('Dòng một.\nDòng hai.');
  const { document } = parseHTML(file);
  expect(document.querySelector('h1')?.textContent).toBe('Bản nháp: Phản hồi, hỏi đáp');
  expect([...document.querySelectorAll('dd')].map((said) => said.textContent)).toEqual([
    'Dòng một.\nDòng hai.',
    'Chưa trả lời',
  ]);
  expect(document.body.textContent).toContain('lưu lúc 09:05 ngày 25 tháng 11 năm 2026');
  expect(draftOf(file)).toEqual(draftWith('Dòng một.\nDòng hai.'));
  expect(fileName(draftWith(''))).toBe('ban-nhap-phan-hoi-2026-11-25-0905.html');
});

test('nothing in an answer becomes markup or script in the file', () => {
  const file = fileWith(hostile);
  const { document } = parseHTML(file);
  expect(document.querySelectorAll('script')).toHaveLength(1);
  expect(document.querySelectorAll('img')).toHaveLength(0);
  expect(document.querySelector('dd')?.textContent).toBe(hostile);
  expect(draftOf(file)).toEqual(draftWith(hostile));
});

test('a foreign file holds no draft', () => {
  const opening = '<script type="application/json" id="ban-nhap">';
  const files = [
    '',
    '<html>',
    opening,
    `${opening}{}</script>`,
    `${opening}not json</script>`,
    `${opening}${'['.repeat(100_000)}</script>`,
    fileWith('a').slice(0, -60),
  ];
  for (const file of files) expect(draftOf(file)).toBeUndefined();
});
