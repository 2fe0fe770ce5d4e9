import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { openPage } from '../../../../src/platform/dom/server/open-page.ts';

const head =
  '<meta charset="utf-8"><title>Phiếu</title><link rel="icon" href="/?a=1&amp;b=2"><style>a > b { color: red }</style>';
const header =
  '<header><a href="/tim/?a=1&amp;b=2" title="&quot;A&quot;">Tìm &amp; lọc</a><svg><path d="M0 0" /></svg></header>';
const footer = '<footer><p class="a b">Cuối trang &lt;b&gt;</p></footer>';
const main = `<main data-part="a"><h1 class="title">Tên</h1><form><input name="ten" disabled><textarea name="loi"></textarea>
<select name="chon"><option value="1" selected>Một</option><option value="2">Hai</option></select></form>
<template><li class="row"><span></span></li></template><svg viewBox="0 0 1 1"><path d="M0 0" /></svg><ul></ul>
<header><h2>Đầu của một bài</h2></header></main>`;
const html = `<!doctype html><html lang="vi"><head>${head}</head><body>${header}${main}<!-- giữa -->${footer}<script type="module" src="/a.js"></script></body></html>`;

/** What one answer does to a page. */
type Step = (document: Document, text: string) => unknown;

const steps: readonly Step[] = [
  (document, text) => {
    document.title = text;
  },
  (document, text) => document.querySelector('input')?.setAttribute('value', text),
  (document, text) => document.querySelector('h1')?.classList.add(`x${text.length}`),
  (document, text) => document.querySelector('main')?.setAttribute('data-part', text),
  (document, text) => {
    const item = document.createElement('li');
    item.textContent = text;
    document.querySelector('ul')?.append(item);
  },
  (document, text) => {
    const row = document.querySelector('template');
    const copy = row && document.importNode(row.content, true);
    const cell = copy?.querySelector('span');
    if (cell) cell.textContent = text;
    if (copy) document.querySelector('ul')?.append(copy);
  },
  (document) => document.querySelector('template')?.replaceWith('ở đây'),
  (document, text) => document.querySelector('svg path')?.setAttribute('d', text),
  (document) => document.querySelector('form')?.remove(),
  (document, text) => {
    for (const option of document.querySelectorAll('option')) option.toggleAttribute('selected', text === '');
  },
  (document) => document.querySelector('ul')?.before(...document.querySelectorAll('option')),
  (document, text) => {
    const heading = document.querySelector('h2');
    if (heading) heading.textContent = text;
  },
  (document, text) => {
    const list = document.querySelector('ul');
    if (list) list.innerHTML = `<li><b>${text.length}</b></li>`;
  },
  (document, text) => document.querySelector('h1')?.ownerDocument.body.setAttribute('data-seen', text),
];

const textOf = fc.oneof(
  fc.constantFrom('', 'AT&amp;T', '</title><b>', '<!-- -->', '"&\'', 'Tên & họ'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const answer = fc.array(fc.tuple(fc.constantFrom(...steps), textOf), { maxLength: 8 });
type Answer = (readonly [Step, string])[];

function answerWith(page: string, made: Answer): string {
  const opened = openPage(page);
  for (const [step, text] of made) step(opened.document, text);
  return opened.html();
}

/** A page with the same content, which was never opened before. */
const unopened = () => html.replace('<main', `<main data-number="${randomUUID()}"`);
const unnumbered = (page: string) => page.replace(/ data-number="[\w-]+"/, '');

test('an answer shows nothing of the answers before it', () => {
  fc.assert(
    fc.property(fc.array(answer, { minLength: 2, maxLength: 5 }), (answers) => {
      const page = unopened();
      for (const made of answers)
        expect(unnumbered(answerWith(page, made))).toBe(unnumbered(answerWith(unopened(), made)));
      expect(unnumbered(answerWith(page, []))).toBe(unnumbered(answerWith(unopened(), [])));
    }),
    { numRuns: 40 },
  );
});

test('answers that are made at the same time do not meet', () => {
  const [first, second] = [openPage(html), openPage(html)];
  first.document.querySelector('h1')?.append('thứ nhất');
  second.document.querySelector('h1')?.append('thứ hai');
  expect(first.html()).toContain('<h1 class="title">Tênthứ nhất</h1>');
  expect(second.html()).toContain('<h1 class="title">Tênthứ hai</h1>');
});

test('a page that nothing was done to says what it said', () => {
  const said = parseHTML(openPage(html).html()).document.toString();
  expect(said).toBe(parseHTML(html).document.toString());
});

test('a document is one of its own: each of its parts belongs to it', () => {
  const { document } = openPage(html);
  for (const element of document.querySelectorAll('*')) expect(element.ownerDocument).toBe(document);
});

test('texts keep their meaning in a title and in attributes', () => {
  const page = openPage(html);
  page.document.title = '</title><script>alert(1)</script> AT&amp;T';
  page.document.querySelector('input')?.setAttribute('value', '"AT&amp;T" <b>');
  const { document } = parseHTML(page.html());
  expect(document.title).toBe('</title><script>alert(1)</script> AT&amp;T');
  expect(document.querySelector('input')?.getAttribute('value')).toBe('"AT&amp;T" <b>');
  expect(document.querySelectorAll('script')).toHaveLength(1);
});

test('pages of an older build are forgotten, and those that are asked for stay', () => {
  for (let build = 0; build < 60; build += 1) {
    expect(openPage(html.replace('Tên', `Bản ${build}`)).html()).toContain(`>Bản ${build}<`);
    expect(openPage(html).html()).toContain('>Tên<');
  }
});
