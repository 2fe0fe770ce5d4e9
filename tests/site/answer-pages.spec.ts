import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { answerPages } from '../../src/filing/answers/answer-pages.ts';
import { fillPage } from '../../src/filing/answers/server/fill-page.ts';
import { batchForms, batchPath } from '../../src/filing/batches/batch-form.ts';
import { forms } from '../../src/filing/definitions/registry.ts';
import {
  askedAgainSelectors,
  formSelectors,
  someFormsSelectors,
} from '../../src/filing/forms/form-selectors.ts';
import { openForm } from '../../src/filing/forms/open-form.ts';
import { openPage } from '../../src/platform/dom/server/open-page.ts';
import { builtPageReader } from '../../src/platform/http/built-page.ts';
import { builtSite } from '../fixtures/addresses.ts';

// Functions look names up in built pages and pass over what is not there: a renamed part would be hidden from everyone. So the
// names that functions use and those of the built pages are held to be the same.

const readBuiltPage = builtPageReader(builtSite);
/** The page as a function opens it: what is outside its content is fixed text then, and found by nobody. */
const built = async (path: string) => openPage(await readBuiltPage(path)).document;

const namesIn = (document: Document, attribute: string): string[] => {
  const names = [...document.querySelectorAll(`[${attribute}]`)].flatMap(
    (element) => element.getAttribute(attribute)?.split(' ') ?? [],
  );
  return [...new Set(names)].toSorted();
};

const missing = (page: ParentNode, selectors: Readonly<Record<string, string>>): string[] =>
  Object.values(selectors).filter((selector) => !page.querySelector(selector));

for (const { path, parts, slots, selectors, filledBy } of answerPages) {
  test(`${path} has the parts, the slots and the elements that ${filledBy} fills, and no others`, async () => {
    const document = await built(path);
    expect(namesIn(document, 'data-part')).toEqual([...parts].toSorted());
    expect(namesIn(document, 'data-slot')).toEqual([...slots].toSorted());
    expect(missing(document, selectors)).toEqual([]);
    expect(existsSync(filledBy)).toBe(true);
  });

  test(`each part of ${path} can be shown, and each slot is filled with text`, async () => {
    const html = await readBuiltPage(path);
    const text = 'A & <b>“B”</b>';
    const texts = Object.fromEntries(slots.map((slot) => [slot, text]));
    for (const part of parts) {
      const { document } = parseHTML(fillPage(html, { parts: [part], texts }));
      const shown = [...document.querySelectorAll('[data-part]:not([hidden])')];
      expect(shown.length, part).toBeGreaterThan(0);
      for (const element of shown) expect(element.getAttribute('data-part')?.split(' ')).toContain(part);
      for (const slot of document.querySelectorAll('[data-slot]')) expect(slot.textContent).toBe(text);
    }
  });
}

const filedFrom = [...forms.map(({ path }) => path), ...batchForms.map(({ form }) => batchPath(form))];
/** Pages with a form that are no form of their own: they are filled with what was typed, and asked again by nobody. */
const others = ['/rut-phieu/', '/bo-sung/'];

for (const path of [...filedFrom, ...others]) {
  test(`the form of ${path} has all that a function puts answers and mistakes into`, async () => {
    const document = await built(path);
    const form = openForm(document);
    expect(missing(document, formSelectors)).toEqual([]);
    const unmarked = [...form.querySelectorAll('[data-field]')].filter(
      (field) => !field.querySelector('[data-error]'),
    );
    expect(unmarked.map((field) => field.getAttribute('data-field'))).toEqual([]);
  });
}

for (const { path } of forms) {
  test(`${path} can be made into the page that asks some of it again`, async () => {
    const document = await built(path);
    openForm(document);
    expect(missing(document, askedAgainSelectors)).toEqual([]);
  });
}

test('parts that functions look for only on some forms are on at least one', async () => {
  const documents = await Promise.all(forms.map(({ path }) => built(path)));
  for (const document of documents) openForm(document);
  for (const selector of Object.values(someFormsSelectors))
    expect(documents.filter((document) => document.querySelector(selector)).length, selector).toBeGreaterThan(
      0,
    );
});

test('a page that is asked nothing shows what its function would show', async () => {
  const shownOf = (html: string) => {
    const { document } = parseHTML(html);
    for (const hidden of document.querySelectorAll('[hidden]')) hidden.remove();
    return document.querySelector('main')?.outerHTML;
  };
  for (const [path, part] of [
    ['/tra-cuu/', 'ask'],
    ['/de-cu/da-nhan/', 'ask'],
    ['/bo-sung/', 'open'],
    ['/rut-phieu/', 'ask'],
  ] as const) {
    const html = await readBuiltPage(path);
    expect(shownOf(html), path).toBe(shownOf(fillPage(html, { parts: [part] })));
  }
});
