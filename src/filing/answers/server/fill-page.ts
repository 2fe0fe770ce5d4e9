import { parseHTML } from 'linkedom';
import { pageHtml } from '../../forms/server/page-html.ts';
import type { AnswerPage, PartOf, SlotOf } from '../answer-pages.ts';

/** What of a page to show, and the texts to put into it. */
interface Filling<Page extends AnswerPage> {
  parts: readonly PartOf<Page>[];
  texts?: Partial<Record<SlotOf<Page>, string>>;
}

/**
 * A built page with these parts shown and all others hidden, these texts in their slots and nothing in the others. `finish` does
 * what this page needs besides. Returns HTML; text is escaped. Name the page (`fillPage<typeof copyAnswer>`), so that a part or a
 * slot that it does not have does not compile.
 */
export function fillPage<Page extends AnswerPage>(
  html: string,
  { parts, texts = {} }: Filling<Page>,
  finish: (document: Document) => void = () => undefined,
): string {
  const { document } = parseHTML(html);
  const shown = new Set<string>(parts);
  for (const element of document.querySelectorAll('[data-part]')) {
    const names = element.getAttribute('data-part')?.split(' ') ?? [];
    element.toggleAttribute('hidden', !names.some((name) => shown.has(name)));
  }
  const textOf = new Map<string, unknown>(Object.entries(texts));
  for (const slot of document.querySelectorAll('[data-slot]'))
    slot.textContent = String(textOf.get(slot.getAttribute('data-slot') ?? '') ?? '');
  finish(document);
  return pageHtml(document);
}
