import { makeElement } from '../../../platform/dom/make-element.ts';
import { type AnsweredField, listAnswers } from './list-answers.ts';

/** A “Sửa” link. Screen readers also hear which answer it changes. */
function changeLink({ control, label }: AnsweredField): HTMLElement {
  const link = makeElement('a', 'Sửa');
  link.href = `#${control}`;
  const what = makeElement('span', ` câu “${label}”`);
  what.className = 'visually-hidden';
  link.append(what);
  return link;
}

function answerRow(field: AnsweredField): HTMLElement {
  const row = makeElement('div');
  const answer = makeElement('dd', field.answer || '(không trả lời)');
  if (!field.answer) answer.className = 'soft';
  const change = makeElement('dd');
  change.append(changeLink(field));
  row.append(makeElement('dt', field.label), answer, change);
  return row;
}

/** Shows every question of the steps with its answer as people read it, and a link to change it. */
export function reviewAnswers(place: Element, steps: readonly Element[]): void {
  const parts = steps.flatMap((step) => {
    const list = makeElement('dl');
    list.append(...listAnswers(step).map(answerRow));
    return [makeElement('h3', step.querySelector('[data-step-title]')?.textContent ?? ''), list];
  });
  place.replaceChildren(...parts);
}
