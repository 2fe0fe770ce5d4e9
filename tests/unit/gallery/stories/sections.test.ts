import { expect, test } from '@playwright/test';
import { modelParts, modelText } from '../../../../src/gallery/stories/sections.ts';

const headings = (markdown: string) => markdown.match(/^#+ .*$/gm);

test('the parts come in the order of the template, whatever order they were written in', () => {
  const { markdown, missing } = modelText(
    '## Bài học\n\nMột.\n\n## Kết quả\n\nHai.\n\n## Bối cảnh\n\nBa.\n\n## Cách làm\n\nBốn.',
  );
  expect(markdown).toBe(
    '## Bối cảnh\n\nBa.\n\n## Cách làm\n\nBốn.\n\n## Kết quả\n\nHai.\n\n## Bài học\n\nMột.',
  );
  expect(missing).toEqual(['Tính mới', 'Chi phí', 'Điều kiện nhân rộng']);
});

test('a part is known with a number, a colon, in capitals, without tones, or in bold instead of as a heading', () => {
  const { markdown, missing } = modelText(
    [
      '## 1. Bối cảnh\n\na',
      '## II) CÁCH LÀM:\n\nb',
      '## **Tinh moi**\n\nc',
      '**4. Kết quả:**\n\nd',
      'Chi phí\n-------\n\ne',
      '## Điều kiện nhân rộng'.normalize('NFD'),
      'f',
      '## c) bài học\n\ng',
    ].join('\n\n'),
  );
  expect(headings(markdown)).toEqual(modelParts.map((part) => `## ${part}`));
  expect(missing).toEqual([]);
});

test('a heading that says more keeps its words, in the place of its part', () => {
  const { markdown } = modelText('## Bài học kinh nghiệm\n\na\n\n## Kết quả đạt được\n\nb');
  expect(headings(markdown)).toEqual(['## Kết quả đạt được', '## Bài học kinh nghiệm']);
});

test('a heading that the template does not know stays, after its parts', () => {
  const { markdown } = modelText('## Lời cảm ơn\n\na\n\n## Bối cảnh\n\nb\n\n## Hình ảnh\n\nc');
  expect(headings(markdown)).toEqual(['## Bối cảnh', '## Lời cảm ơn', '## Hình ảnh']);
});

test('text before the first heading stays first, and smaller headings stay in their section', () => {
  const { markdown } = modelText('Mở đầu.\n\n## Kết quả\n\na\n\n### Về nước\n\nb\n\n## Bối cảnh\n\nc');
  expect(markdown).toBe('Mở đầu.\n\n## Bối cảnh\n\nc\n\n## Kết quả\n\na\n\n### Về nước\n\nb');
});

test('a heading inside code does not count, nor does a word that only begins like a section name', () => {
  const { markdown, missing } = modelText('```\n## Bối cảnh\n```\n\n## Chi phíp\n\na');
  expect(markdown).toBe('```\n## Bối cảnh\n```\n\n## Chi phíp\n\na');
  expect(missing).toEqual([...modelParts]);
});

test('an empty section is missing; a section written twice is kept twice', () => {
  const { markdown, missing } = modelText(
    '## Chi phí\n\n## Kết quả\n\na\n\n## Bối cảnh\n\nb\n\n## Kết quả\n\nc',
  );
  expect(headings(markdown)).toEqual(['## Bối cảnh', '## Kết quả', '## Kết quả']);
  expect(missing).toContain('Chi phí');
});

test('a heading that names two parts tells both', () => {
  const { missing } = modelText('## Kết quả và bài học\n\na');
  expect(missing).toEqual(['Bối cảnh', 'Cách làm', 'Tính mới', 'Chi phí', 'Điều kiện nhân rộng']);
});

test('an empty text has no part', () => {
  expect(modelText('')).toEqual({ markdown: '', missing: [...modelParts] });
});
