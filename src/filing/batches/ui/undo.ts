import type { TableTools } from './table-tools.ts';

const isTypingElsewhere = (element: Element | null, body: Element) =>
  element?.matches('input, textarea, select') === true && !body.contains(element);

/**
 * Ctrl+Z (Command+Z) undoes what was just put into the table as a whole. Once something is typed into a cell after it, the keys
 * belong to the typing again.
 */
export function listenForUndo(body: HTMLElement, tools: TableTools): void {
  body.addEventListener('input', () => tools.offerUndo(undefined));
  document.addEventListener('keydown', (event) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    if (!isUndo || isTypingElsewhere(document.activeElement, body)) return;
    if (tools.undo()) event.preventDefault();
  });
}
