/** A way to answer a question of the box. */
interface Choice {
  text: string;
  /** The first choice is shown as the main one. */
  act: () => void;
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

/** Buttons in a row; every text is set as text. */
export function buttons(choices: readonly Choice[]): HTMLElement {
  const row = document.createElement('p');
  row.className = 'draft-actions';
  for (const { text, act } of choices) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-quiet';
    button.textContent = text;
    button.addEventListener('click', act);
    row.append(button);
  }
  return row;
}

/** What the box has to say: plain paragraphs, answers that found no place, and what can be done. */
export interface Message {
  title: string;
  texts?: readonly string[];
  /** A list under the texts: a question and its answer each. */
  items?: readonly { label: string; shown: readonly string[] }[];
  choices?: readonly Choice[];
}

/** Fills a part of the box with a message, shows it and takes the reader there. */
export function showMessage(
  place: HTMLElement,
  { title, texts = [], items = [], choices = [] }: Message,
): void {
  const heading = document.createElement('h2');
  heading.textContent = title;
  const list = document.createElement('ul');
  for (const { label, shown } of items) {
    const item = document.createElement('li');
    item.textContent = `${label}: ${shown.join('; ')}`;
    list.append(item);
  }
  place.replaceChildren(heading, ...texts.map(paragraph), ...(items.length > 0 ? [list] : []));
  if (choices.length > 0) place.append(buttons(choices));
  place.hidden = false;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'nearest' });
}

/** Empties a part of the box and hides it. */
export function hideMessage(place: HTMLElement): void {
  place.replaceChildren();
  place.hidden = true;
}
