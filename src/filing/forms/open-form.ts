import { formSelectors } from './form-selectors.ts';

/**
 * Finds the form of a built page to fill in. A closed page holds its form hidden; this function puts the form in the place of the
 * notice. Throws where the page has no form.
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
