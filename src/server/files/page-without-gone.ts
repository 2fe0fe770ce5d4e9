import { openPage } from '../../platform/dom/server/open-page.ts';
import type { Naming } from './naming.ts';

/** What is left out whole where a part of it names a story. */
const entries = 'li, tr, option';

/** A page without list items, rows, links and machine-readable parts that name what is gone. */
export function pageWithoutGone(html: string, names: Naming): string {
  const page = openPage(html);
  const { document } = page;
  // An example of a dictionary is one row: all its cells are of the same thing.
  const examples = [...document.querySelectorAll('.example')];
  if (names(examples.map(({ textContent }) => textContent ?? '').join('\n')))
    for (const example of examples) example.textContent = '';
  for (const script of document.querySelectorAll('script'))
    if (names(script.textContent ?? '')) script.remove();
  for (const element of document.querySelectorAll('main *, body > a'))
    if ([...element.attributes].some(({ value }) => names(value)))
      (element.closest(entries) ?? element).remove();
  // What stands within another entry comes first, so that the other stays.
  for (const entry of [...document.querySelectorAll('main :is(li, tr)')].toReversed())
    if (names(entry.textContent ?? '')) entry.remove();
  return page.html();
}
