import type { ShownSection } from './shown-answers.ts';

/** Replaces the content of every `[data-answers]` with the answers: one list of questions for each section. */
export function putAnswers(document: Document, answers: readonly ShownSection[]): void {
  const add = (parent: Element, tag: string, text = '') => {
    const element = document.createElement(tag);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  for (const place of document.querySelectorAll('[data-answers]')) {
    place.replaceChildren();
    for (const [title, asked] of answers) {
      add(place, 'h3', title);
      const list = add(place, 'dl');
      for (const [question, answer] of asked) {
        const pair = add(list, 'div');
        add(pair, 'dt', question);
        add(pair, 'dd', answer);
      }
    }
  }
}
