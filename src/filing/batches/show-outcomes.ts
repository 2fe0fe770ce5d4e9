import { makeElement } from '../../platform/dom/make-element.ts';

/** A row with its outcome, as the page shows it. */
export interface ShownOutcome {
  row: number;
  name: string;
  /** Present if the row is stored. */
  receipt?: { code: string; path: string; note: string };
  faults?: readonly string[];
}

function outcomeCell(document: Document, { receipt, faults = [] }: ShownOutcome): HTMLTableCellElement {
  const cell = makeElement('td', '', document);
  cell.setAttribute('data-label', receipt ? 'Mã hồ sơ' : 'Cần sửa');
  if (receipt) {
    const link = makeElement('a', receipt.code, document);
    link.setAttribute('href', receipt.path);
    link.className = 'nowrap';
    cell.append(link);
    if (receipt.note) cell.append(` ${receipt.note}`);
  } else {
    const list = makeElement('ul', '', document);
    list.append(...faults.map((fault) => makeElement('li', fault, document)));
    cell.append(list);
  }
  return cell;
}

/**
 * Lists rows with their code or mistakes in the page's part for results. The same code runs in the browser and, for browsers
 * without script, on the server, which fills the built page.
 */
export function showOutcomes(document: Document, outcomes: readonly ShownOutcome[], allPath?: string): void {
  const section = document.querySelector('[data-outcomes]');
  const body = section?.querySelector('tbody');
  if (!section || !body) return;
  body.append(
    ...outcomes.map((outcome) => {
      const row = makeElement('tr', '', document);
      const head = makeElement('th', outcome.name || `Dòng ${outcome.row}`, document);
      head.setAttribute('scope', 'row');
      const number = makeElement('td', String(outcome.row), document);
      number.setAttribute('data-label', 'Dòng');
      row.append(number, head, outcomeCell(document, outcome));
      return row;
    }),
  );
  const link = section.querySelector('[data-all-codes]');
  if (allPath) {
    link?.setAttribute('href', allPath);
    link?.removeAttribute('hidden');
  }
  section.toggleAttribute('hidden', body.children.length === 0);
}
