import { parseHTML } from 'linkedom';
import { filesName } from '../schemas/forms/kept-file.ts';
import type { FieldError } from '../schemas/submission.ts';
import { putKeptFiles } from './kept-files.ts';
import { type Notice, showErrors, showNotice } from './show-errors.ts';

/** Answers as they were typed, name by name. */
export type TypedPairs = readonly (readonly [string, string])[];

/** What to say on the page: mistakes, or a notice. */
export interface FormMessages {
  errors?: readonly FieldError[];
  notice?: Notice;
}

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function fill(control: Element, values: string[]): void {
  const [first = ''] = values;
  if (control.tagName === 'TEXTAREA') {
    // linkedom writes the text of a textarea as it stands, and HTML parsers drop a line feed right after the tag.
    control.textContent = `\n${escapeText(first)}`;
  } else if (control.tagName === 'SELECT') {
    for (const option of control.querySelectorAll('option')) {
      option.toggleAttribute('selected', option.getAttribute('value') === first);
    }
  } else if (['checkbox', 'radio'].includes(control.getAttribute('type') ?? '')) {
    control.toggleAttribute('checked', values.includes(control.getAttribute('value') ?? 'on'));
  } else {
    control.setAttribute('value', first);
  }
}

/** A built page with the answers that were typed put back and what is wrong said. Returns HTML; text is escaped. */
export function fillForm(html: string, pairs: TypedPairs, messages: FormMessages): string {
  const { document } = parseHTML(html);
  const form = document.querySelector('form[data-form]');
  if (!form) throw new Error('The page has no form to fill.');
  const typed = Map.groupBy(pairs, ([name]) => name);
  for (const control of form.querySelectorAll('input[name], select[name], textarea[name]')) {
    const values = typed.get(control.getAttribute('name') ?? '');
    if (values)
      fill(
        control,
        values.map(([, value]) => value),
      );
  }
  putKeptFiles(
    document,
    form,
    (typed.get(filesName) ?? []).map(([, value]) => value),
  );
  if (messages.errors) showErrors(document, form, messages.errors);
  if (messages.notice) showNotice(document, form, messages.notice);
  return document.toString();
}
