/** A choice in a message of the draft box. */
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

/** Makes a row of buttons; no text is read as markup. */
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

/** A message of the draft box: paragraphs, answers without a place in the form, and choices. */
export interface Message {
  title: string;
  texts?: readonly string[];
  /** Questions and answers listed under the texts. */
  items?: readonly { label: string; shown: readonly string[] }[];
  choices?: readonly Choice[];
}

/** Shows a message in a part of the draft box and moves the reader there. */
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

/** Empties and hides a part of the draft box. */
export function hideMessage(place: HTMLElement): void {
  place.replaceChildren();
  place.hidden = true;
}
