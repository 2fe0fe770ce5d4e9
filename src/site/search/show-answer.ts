import { linkMeant } from '../../search/link-meant.ts';
import { addressOf } from './site-address.ts';
import type { SiteAnswer, SiteQuestion } from './site-answer.ts';
import { totalMessage } from './site-messages.ts';
import { SiteResults } from './site-results.ts';

/**
 * Writes an answer into `<site-search>`, in the browser or in the page that a function answers with: parts `status`, `found`, `ways`
 * and `doors`. Null empties the results.
 */
export function showAnswer(root: Element, question: SiteQuestion, answer: SiteAnswer | null): void {
  const part = (name: string): Element | null => root.querySelector(`[data-part="${name}"]`);
  const { text, section, count } = question;
  root.querySelector('[name="q"]')?.setAttribute('value', text);
  const input = root.querySelector<HTMLInputElement>('[name="q"]');
  if (input) input.value = text;
  for (const radio of root.querySelectorAll<HTMLInputElement>('[name="muc"]')) {
    const isChosen = radio.getAttribute('value') === (section ?? '');
    radio.toggleAttribute('checked', isChosen);
    radio.checked = isChosen;
  }
  const addressWith = (change: { text?: string; section?: string; count?: number }): string =>
    addressOf({ ...question, ...change });
  const status = part('status');
  if (status) {
    status.textContent = answer ? totalMessage(answer) : '';
    if (answer?.meant) linkMeant(status, answer.meant, addressOf({ text: answer.meant, section }));
  }
  const results = new SiteResults(root.ownerDocument, addressWith);
  part('found')?.replaceChildren(...(answer ? results.groups(answer, count ?? 0) : []));
  part('ways')?.toggleAttribute('hidden', answer !== null && answer.doors.length === 0);
  if (answer && answer.doors.length > 0) part('doors')?.replaceChildren(...results.doors(answer.doors));
}
