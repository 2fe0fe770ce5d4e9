import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { repairMarkdown } from '../../../../src/gallery/stories/repair-markdown.ts';
import { storyHtml } from '../../../../src/gallery/stories/story-text.ts';

const words = fc.constantFrom('Kết quả', 'giảm 47,2 %', 'năm 2026', 'một tổ', 'Đắk Ơ', '(1)', '“nhanh”');
const edge = fc.constantFrom('', ' ', ':', '“', '”', '.', ' :');
const marks = fc.constantFrom(['**', 'strong'], ['_', 'em'], ['~~', 'del']);
const shown = (markdown: string) => parseHTML(`<html><body>${storyHtml(markdown)}</body></html>`).document;
const squeezed = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

test('bold, italic and struck text shows no raw mark, whatever stands at its edges, and no sign is lost', () => {
  fc.assert(
    fc.property(
      marks,
      words,
      words,
      words,
      edge,
      edge,
      fc.boolean(),
      ([mark = '', tag = ''], a, b, c, left, right, glued) => {
        // A letter at once before or after `_` is part of a name like tep_du_lieu.
        const gap = glued && mark !== '_' ? '' : ' ';
        const page = shown(`${a}${gap}${mark}${left}${b}${right}${mark}${gap}${c}`);
        return (
          squeezed(page.body?.textContent) === squeezed(`${a}${gap}${left}${b}${right}${gap}${c}`) &&
          page.querySelectorAll(tag).length === 1
        );
      },
    ),
    { numRuns: 300 },
  );
});

test('repairing twice changes nothing', () => {
  const pieces = fc.constantFrom(
    '**',
    '_',
    '~~',
    '*',
    ' ',
    '\n',
    '\n\n',
    '2026. ',
    '1. ',
    '- [ ] ',
    'một',
    'hai:',
    '“',
    '\t',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 16 }), (parts) => {
      const once = repairMarkdown(parts.join(''));
      return repairMarkdown(once) === once;
    }),
    { numRuns: 1_000 },
  );
});

test('what staff see in Airtable is what readers see', () => {
  for (const [markdown, html] of [
    ['Dòng một\nDòng hai', '<p>Dòng một<br>\nDòng hai</p>'],
    ['\tThụt đầu dòng như trong Word', '<p>Thụt đầu dòng như trong Word</p>'],
    ['    Bốn dấu cách', '<p>Bốn dấu cách</p>'],
    ['2026. Năm đầu tiên', '<p>2026. Năm đầu tiên</p>'],
    ['~~Bỏ~~', '<p><del>Bỏ</del></p>'],
    ['****', '<hr>'],
    ['> Lời người dân', '<blockquote>\n<p>Lời người dân</p>\n</blockquote>'],
    ['tep_du_lieu và 5 * 3 * 2', '<p>tep_du_lieu và 5 * 3 * 2</p>'],
  ] as const)
    expect(storyHtml(markdown), markdown).toBe(html);
  const checks = shown('- [ ] Chưa làm\n- [x] Đã làm');
  expect(checks.querySelector('input')).toBeNull();
  expect([...checks.querySelectorAll('li')].map((item) => squeezed(item.textContent))).toEqual([
    '☐ Chưa làm',
    '☑ Đã làm',
  ]);
});

test('a colleague who is mentioned in the base is not named in public', () => {
  const html = storyHtml(
    'Đã hỏi <airtable:mention id="menE1i9oBaGX3DseR">@Nguyễn Văn A</airtable:mention> rồi',
  );
  expect(html).not.toMatch(/Nguyễn|mention|men/);
});

test('no heading in English comes from a footnote', () => {
  expect(storyHtml('Giảm một nửa[^1].\n\n[^1]: So với năm trước.')).not.toMatch(/Footnotes|<sup/);
});
