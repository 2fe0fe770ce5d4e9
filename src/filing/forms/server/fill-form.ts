import { openPage } from '../../../platform/dom/server/open-page.ts';
import { filesName } from '../../definitions/uploaded-file.ts';
import type { FieldError } from '../../submission.ts';
import { formSelectors } from '../form-selectors.ts';
import { openForm } from '../open-form.ts';
import { type Notice, showErrors, showNotice } from '../show-errors.ts';
import { putUploadedFiles } from '../uploaded-files.ts';

/** A notice of the server. */
interface PageNotice extends Notice {
  /** Link to the next step on this page. A notice with it reports no mistake. */
  goOn?: { href: string; text: string };
}

/** Answers as typed: pairs of field name and value. */
export type TypedPairs = readonly (readonly [string, string])[];

/** What to say on the page: mistakes, or a notice. */
export interface FormMessages {
  errors?: readonly FieldError[];
  notice?: PageNotice;
  /** Hidden fields for the next try: name → value. */
  carried?: Readonly<Record<string, string>>;
}

function carry(document: Document, form: Element, carried: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(carried)) {
    const input = document.createElement('input');
    for (const [key, text] of Object.entries({ type: 'hidden', name, value })) input.setAttribute(key, text);
    form.prepend(input);
  }
}

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Characters that HTML cannot hold and that storing removes anyway: lone surrogates and NUL. */
const notInHtml = /[\0\p{Cs}]/gu;

function fill(control: Element, typed: string[]): void {
  const values = typed.map((value) => value.replace(notInHtml, ''));
  const [first = ''] = values;
  if (control.tagName === 'TEXTAREA') {
    // Add a line feed: linkedom writes the text unchanged, and HTML parsers drop a line feed right after the tag.
    control.textContent = `\n${escapeText(first)}`;
  } else if (control.tagName === 'SELECT') {
    for (const option of control.querySelectorAll('option')) {
      option.toggleAttribute('selected', option.getAttribute('value') === first);
    }
  } else if (['checkbox', 'radio'].includes(control.getAttribute('type') ?? '')) {
    control.toggleAttribute('checked', values.includes(control.getAttribute('value') ?? 'on'));
  } else {
    // Replace line breaks sent by programs: a single-line control would drop them and join the words.
    control.setAttribute('value', first.replace(/[\r\n]+/g, ' '));
  }
}

function leadOn(document: Document, form: Element, { href, text }: { href: string; text: string }): void {
  const [item, link] = [document.createElement('li'), document.createElement('a')];
  link.setAttribute('href', href);
  link.textContent = text;
  item.append(link);
  form.querySelector(formSelectors.summaryList)?.append(item);
  form.querySelector(formSelectors.summary)?.setAttribute('data-calm', '');
}

/** Puts typed answers back into the form of a built page and shows the messages. */
export function putForm(document: Document, pairs: TypedPairs, messages: FormMessages): void {
  const form = openForm(document);
  const typed = Map.groupBy(pairs, ([name]) => name);
  for (const control of form.querySelectorAll(formSelectors.controls)) {
    const values = typed.get(control.getAttribute('name') ?? '');
    if (values)
      fill(
        control,
        values.map(([, value]) => value),
      );
  }
  putUploadedFiles(
    document,
    form,
    (typed.get(filesName) ?? []).map(([, value]) => value),
  );
  if (messages.errors) showErrors(document, form, messages.errors);
  if (messages.carried) carry(document, form, messages.carried);
  if (messages.notice) showNotice(document, form, messages.notice);
  if (messages.notice?.goOn) leadOn(document, form, messages.notice.goOn);
}

/** Applies `putForm` and then `finish` to a built page. Returns HTML; text is escaped. */
export function fillForm(
  html: string,
  pairs: TypedPairs,
  messages: FormMessages,
  finish: (document: Document) => void = () => undefined,
): string {
  const page = openPage(html);
  putForm(page.document, pairs, messages);
  finish(page.document);
  return page.html();
}
