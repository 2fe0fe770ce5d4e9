import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { deCuTapThe } from '../../../../src/filing/definitions/de-cu-tap-the.ts';
import { fillForm } from '../../../../src/filing/forms/server/fill-form.ts';
import { cleanText } from '../../../../src/vietnamese/clean-text.ts';
import { hostileTexts } from '../../../fixtures/hostile/corpus.ts';
import { leastPageOf } from '../../../fixtures/hostile/form-page.ts';

type Node = DefaultTreeAdapterTypes.Node;

const textOf = (node: Node): string => {
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
};

/** What a browser would show in the controls of a page, by their names. */
function shownIn(node: Node, shown = new Map<string, string>()): Map<string, string> {
  if ('attrs' in node) {
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    const name = attributes.get('name');
    if (name && node.tagName === 'textarea') shown.set(name, textOf(node));
    if (name && node.tagName === 'input' && !['radio', 'checkbox'].includes(attributes.get('type') ?? ''))
      shown.set(name, attributes.get('value') ?? '');
  }
  if ('childNodes' in node) for (const child of node.childNodes) shownIn(child, shown);
  return shown;
}

const page = leastPageOf(deCuTapThe);
const inOneLine = (text: string) => text.replace(/\s+/g, ' ');
const piece = fc.constantFrom(
  '&',
  '&amp;',
  '&lt;',
  '&#38;',
  '&nbsp',
  '<b>',
  '"',
  "'",
  '\n',
  '\r\n',
  '`',
  '\0',
  'ế',
  ' ',
);
const hostile = fc.oneof(
  fc.constantFrom(...hostileTexts.filter((text) => text.length < 2_000)),
  fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 12 })
    .map((all) => all.join('')),
);

test('the page shows the typed answers again, and they file as if they had been accepted at once', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const pairs: [string, string][] = ['name', 'contactEmail', 'achievements', 'evidence.0.what'].map(
        (name) => [name, text],
      );
      const shown = shownIn(parse(fillForm(page, pairs, {})));
      expect(cleanText(shown.get('achievements') ?? '')).toBe(cleanText(text));
      for (const name of ['name', 'contactEmail', 'evidence.0.what'])
        expect(inOneLine(cleanText(shown.get(name) ?? ''))).toBe(inOneLine(cleanText(text)));
    }),
    { numRuns: 150 },
  );
});

test('attributes that stood on the page before mean the same after', () => {
  const html = page.replace(
    '<form data-form>',
    '<form data-form title="a &amp;lt; b" action="?a=1&amp;b=2">',
  );
  expect(fillForm(html, [], {})).toContain('title="a &amp;lt; b" action="?a=1&amp;b=2"');
});
