import { type AnsweredField, listAnswers } from './list-answers.ts';

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** “Sửa”, for a screen reader with what it changes. */
function changeLink({ control, label }: AnsweredField): HTMLElement {
  const link = element('a', 'Sửa');
  link.href = `#${control}`;
  const what = element('span', ` câu “${label}”`);
  what.className = 'visually-hidden';
  link.append(what);
  return link;
}

function answerRow(field: AnsweredField): HTMLElement {
  const row = element('div');
  const answer = element('dd', field.answer || 'Bỏ trống');
  if (!field.answer) answer.className = 'soft';
  const change = element('dd');
  change.append(changeLink(field));
  row.append(element('dt', field.label), answer, change);
  return row;
}

/** Shows every question of the steps with its answer as people read it, and a link to change it. */
export function reviewAnswers(place: Element, steps: readonly Element[]): void {
  const parts = steps.flatMap((step) => {
    const list = element('dl');
    list.append(...listAnswers(step).map(answerRow));
    return [element('h3', step.querySelector('[data-step-title]')?.textContent ?? ''), list];
  });
  place.replaceChildren(...parts);
}
