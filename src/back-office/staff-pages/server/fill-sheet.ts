import { staffAnswer } from '../../../filing/answers/answer-pages.ts';
import { fillPage } from '../../../filing/answers/server/fill-page.ts';
import type { SheetCell, SheetTable, StaffSheet } from '../sheet.ts';

const { selectors } = staffAnswer;

function cellOf(document: Document, cell: SheetCell, column: string, isHeading: boolean): Element {
  const element = document.createElement(isHeading ? 'th' : 'td');
  if (isHeading) element.setAttribute('scope', 'row');
  else element.setAttribute('data-label', column);
  if (typeof cell !== 'string') {
    const link = document.createElement('a');
    link.setAttribute('href', cell.href);
    link.textContent = cell.text;
    element.append(link);
  } else {
    element.textContent = cell;
    if (cell === '') element.setAttribute('data-empty', '');
  }
  return element;
}

function putTable(document: Document, template: Element, { caption, columns, rows }: SheetTable): void {
  const table = template.cloneNode(true);
  template.before(table);
  const made = template.previousElementSibling;
  const named = made?.querySelector('caption');
  if (named) named.textContent = caption;
  made?.querySelector('thead tr')?.replaceChildren(
    ...columns.map((column) => {
      const heading = document.createElement('th');
      heading.setAttribute('scope', 'col');
      heading.textContent = column;
      return heading;
    }),
  );
  made?.querySelector('tbody')?.replaceChildren(
    ...rows.map((cells) => {
      const row = document.createElement('tr');
      row.append(...cells.map((cell, at) => cellOf(document, cell, columns[at] ?? '', at === 0)));
      return row;
    }),
  );
}

function put(document: Document, sheet: StaffSheet): void {
  const facts = document.querySelector(selectors.facts);
  facts?.replaceChildren(
    ...sheet.facts.map(([name, value]) => {
      const [fact, term, said] = ['div', 'dt', 'dd'].map((tag) => document.createElement(tag));
      if (term) term.textContent = name;
      if (said) said.textContent = value;
      fact?.append(...[term, said].filter((part) => part !== undefined));
      return fact ?? '';
    }),
  );
  const list = (selector: string, items: readonly SheetCell[]) => {
    const place = document.querySelector(selector);
    place?.replaceChildren(
      ...items.map((item) => {
        const element = document.createElement('li');
        element.append(...cellOf(document, item, '', true).childNodes);
        return element;
      }),
    );
    if (items.length === 0) place?.remove();
  };
  list(selectors.notes, sheet.notes);
  list(selectors.links, sheet.links);
  const template = document.querySelector(selectors.table);
  for (const table of sheet.tables) if (template) putTable(document, template, table);
  template?.remove();
}

/** The built page as a private address of staff shows it. */
export function fillSheet(html: string, sheet: StaffSheet): string {
  const texts = { title: sheet.title, lead: sheet.lead };
  return fillPage<typeof staffAnswer>(html, { parts: ['sheet'], texts }, (document) => {
    document.title = `${sheet.title} – trang của cán bộ`;
    put(document, sheet);
  });
}
