import { fold } from '../vietnamese/fold.ts';
import type { ExcerptPart } from './excerpt.ts';

/** The card, with the excerpt in its `[data-excerpt]` when not all words found stand in its `[data-searched]`. */
export function showExcerpt(card: HTMLElement, excerpt: readonly ExcerptPart[]): HTMLElement {
  const line = card.querySelector<HTMLElement>('[data-excerpt]');
  const searched = [...card.querySelectorAll('[data-searched]')].map(({ textContent }) => textContent);
  const onCard = fold(searched.join(' '));
  const hidden = excerpt.some(({ hit, text }) => hit && !onCard.includes(fold(text).replace(/[.,;:]+$/, '')));
  if (!line || !hidden) return card;
  line.hidden = false;
  line.replaceChildren(
    '… ',
    ...excerpt.map(({ text, hit }) => (hit ? marked(card.ownerDocument, text) : text)),
    ' …',
  );
  return card;
}

function marked(document: Document, text: string): HTMLElement {
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}
