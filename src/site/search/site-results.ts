import type { Answer, FoundPage } from '../../search/engine.ts';
import { framed } from '../../search/excerpt.ts';
import { sections } from '../../search/sections.ts';
import type { SectionAnswer } from './site-answer.ts';

/** Templates of the page: an empty group and an empty row. */
export interface Blanks {
  group: HTMLTemplateElement;
  row: HTMLTemplateElement;
}

/** One section of results. `moreHref` leads to the other pages of the section when not all are shown. */
export function resultGroup({ section, answer }: SectionAnswer, moreHref: string, blanks: Blanks): Node {
  const group = document.importNode(blanks.group.content, true);
  const name = sections.find(({ id }) => id === section)?.name ?? '';
  const count = document.createElement('span');
  count.textContent = `${answer.total.toLocaleString('vi')} kết quả`;
  group.querySelector('h2')?.replaceChildren(name, ' ', count);
  group.querySelector('ol')?.append(...answer.found.map((found) => rowOf(found, blanks.row)));
  showMore(group, name, answer, moreHref);
  return group;
}

function showMore(group: DocumentFragment, name: string, { total, found }: Answer, href: string): void {
  const link = group.querySelector<HTMLAnchorElement>('.more a');
  if (!link || total <= found.length) {
    group.querySelector('.more')?.remove();
    return;
  }
  link.href = href;
  link.textContent = `Xem thêm trong ${name}`;
}

function rowOf({ url, title, place, sample, excerpt }: FoundPage, blank: HTMLTemplateElement): Node {
  const row = document.importNode(blank.content, true);
  const link = row.querySelector('a');
  if (link) {
    link.href = url;
    link.textContent = title.replace(/:$/, '');
  }
  const line = row.querySelector('.place');
  if (place) line?.append(place);
  else line?.remove();
  const stretches = framed(excerpt).map(({ text, hit }) => (hit ? marked(text) : text));
  row.querySelector('.excerpt')?.append(...stretches);
  if (!sample) row.querySelector('.sample')?.remove();
  return row;
}

function marked(text: string): HTMLElement {
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}
