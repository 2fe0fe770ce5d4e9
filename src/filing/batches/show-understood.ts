import { makeElement } from '../../platform/dom/make-element.ts';
import type { Understood } from './understood.ts';

const listOf = (document: Document, items: readonly string[]) =>
  items.map((words) => makeElement('li', words, document));

/**
 * Writes onto the page how a table was understood. The same code runs in the browser and, for browsers without script, on the
 * server, which fills the built page.
 */
export function showUnderstood(
  document: Document,
  page: ParentNode,
  { lead, notes, columns, missing }: Understood,
): void {
  const section = page.querySelector('[data-understood]');
  const put = (part: string, ...content: (Node | string)[]) =>
    section?.querySelector(`[data-understood-${part}]`)?.replaceChildren(...content);
  put('lead', lead);
  put('notes', ...listOf(document, notes));
  const without = missing.length > 0 ? [`Không có cột nào trả lời: ${missing.join('; ')}.`] : [];
  put(
    'columns',
    ...listOf(document, [
      ...columns.map(({ heading, question }, index) => `${heading || `Cột ${index + 1}`} → ${question}`),
      ...without,
    ]),
  );
  section?.querySelector('[data-understood-about]')?.toggleAttribute('hidden', notes.length === 0);
  section?.querySelector('details')?.toggleAttribute('hidden', columns.length === 0);
  section?.removeAttribute('hidden');
}
