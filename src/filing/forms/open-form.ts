import { formSelectors } from './form-selectors.ts';

/**
 * The form of a built page, to be put questions and answers into. A page that is closed to filings holds its form unseen: here
 * it takes the place of the notice. Throws where the page has no form.
 */
export function openForm(document: Document): Element {
  const unseen = document.querySelector('template[data-closed-form]');
  if (unseen) {
    document.querySelector('[data-closed]')?.remove();
    unseen.replaceWith(...unseen.childNodes);
  }
  const form = document.querySelector(formSelectors.form);
  if (!form) throw new Error('The page has no form.');
  return form;
}
