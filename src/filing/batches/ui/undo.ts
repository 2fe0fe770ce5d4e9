import type { TableTools } from './table-tools.ts';

const isTypingElsewhere = (element: Element | null, body: Element) =>
  element?.matches('input, textarea, select') === true && !body.contains(element);

/** Ctrl+Z (Command+Z) undoes the last paste or file as a whole, until someone types into a cell: then it undoes typing again. */
export function listenForUndo(body: HTMLElement, tools: TableTools): void {
  body.addEventListener('input', () => tools.offerUndo(undefined));
  document.addEventListener('keydown', (event) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    if (!isUndo || isTypingElsewhere(document.activeElement, body)) return;
    if (tools.undo()) event.preventDefault();
  });
}
