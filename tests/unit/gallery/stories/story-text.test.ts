import { expect, test } from '@playwright/test';
import { storyHtml } from '../../../../src/gallery/stories/story-text.ts';

test('headings stand under the h1 of the page, without a gap', () => {
  expect(storyHtml('# Một\n\n### Ba\n\n# Hai')).toBe('<h2>Một</h2>\n<h3>Ba</h3>\n<h2>Hai</h2>');
  expect(storyHtml('## Bối cảnh')).toBe('<h2>Bối cảnh</h2>');
});

test('HTML in the text is shown as text', () => {
  const html = storyHtml('<script>alert(1)</script>\n\nmột <b onclick="x">hai</b>');
  expect(html).not.toMatch(/<script|<b /);
  expect(html).toContain('&lt;script>');
});

test('a link that is not an address of the web or of mail is its text alone', () => {
  expect(storyHtml('[a](javascript:alert(1)) [b](https://vi-du.example/)')).toBe(
    '<p>a <a href="https://vi-du.example/">b</a></p>',
  );
});

test('a picture from elsewhere is not fetched', () => {
  expect(storyHtml('![ảnh](https://vi-du.example/a.png)')).not.toContain('<img');
});

test('decomposed text is shown composed, and an empty text is no text', () => {
  expect(storyHtml('Đường hoà'.normalize('NFD'))).toBe('<p>Đường hoà</p>');
  expect(storyHtml('')).toBe('');
});

test('a table stands in a box that scrolls by itself, figures at the end of their column', () => {
  const html = storyHtml('| Việc | Số |\n| :- | -: |\n| Cây <b> | 210 |');
  expect(html).toMatch(/^<div class="wide" role="region" aria-label="[^"]+" tabindex="0"><table>/);
  expect(html).toContain('<th>Việc</th>\n<th class="end">Số</th>');
  expect(html).toContain('<td>Cây &lt;b></td>\n<td class="end">210</td>');
  expect(html).not.toContain('align=');
});
