import { openPage } from '../../../platform/dom/server/open-page.ts';
import { holdLines } from '../../../vietnamese/held-lines.ts';
import type { AnswerPage, PartOf, SlotOf } from '../answer-page.ts';

/** The parts to show and the texts to fill in. */
interface Filling<Page extends AnswerPage> {
  parts: readonly PartOf<Page>[];
  texts?: Partial<Record<SlotOf<Page>, string>>;
}

/**
 * Shows the given parts of a built page, hides all others, fills the given slots and empties the others. `finish` makes further
 * changes. Returns HTML; text is escaped. Name the page (`fillPage<typeof copyAnswer>`), so that the compiler rejects a part or
 * slot that the page does not have.
 */
export function fillPage<Page extends AnswerPage>(
  html: string,
  { parts, texts = {} }: Filling<Page>,
  finish: (document: Document) => void = () => undefined,
): string {
  const page = openPage(html);
  const { document } = page;
  const shown = new Set<string>(parts);
  for (const element of document.querySelectorAll('[data-part]')) {
    const names = element.getAttribute('data-part')?.split(' ') ?? [];
    element.toggleAttribute('hidden', !names.some((name) => shown.has(name)));
  }
  const textOf = new Map<string, unknown>(Object.entries(texts));
  for (const slot of document.querySelectorAll('[data-slot]'))
    slot.textContent = String(textOf.get(slot.getAttribute('data-slot') ?? '') ?? '');
  finish(document);
  return holdLines(page.html());
}
