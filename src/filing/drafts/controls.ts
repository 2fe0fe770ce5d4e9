/** A control that holds an answer. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const untold = ['file', 'submit', 'button', 'reset', 'password', 'image'];

function isControl(element: Element): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}

/** The named controls of a form in the order of its page, without files and buttons. */
export function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(isControl).filter(({ name, type }) => name && !untold.includes(type));
}

/** True for a checkbox or a radio button. */
export function isTick(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);
}

/** Whether a control still has the value that the page was loaded with. */
export function isAsSent(control: Control): boolean {
  if (isTick(control)) return control.checked === control.defaultChecked;
  if (!(control instanceof HTMLSelectElement)) return control.value === control.defaultValue;
  return [...control.options].every(({ selected, defaultSelected }, index) =>
    selected ? defaultSelected || index === 0 : !defaultSelected,
  );
}

/** The text of an element without the “optional” mark and the number beside a question. */
export function visibleText(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const aside of copy.querySelectorAll('.optional, .number')) aside.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

const ownQuestion = (holder: Element | null | undefined) =>
  visibleText(
    holder?.querySelector(':scope > legend, :scope > label, :scope > summary') ??
      holder?.querySelector('label'),
  );

/** The question of a control; in a table “Chỉ số trước và sau, dòng 1: Chỉ số”. */
export function questionText(control: Control): string {
  const holder = control.closest('[data-field]');
  const own = ownQuestion(holder) || control.name;
  const row = /\.(\d)\./.exec(control.name)?.[1];
  if (row === undefined) return own;
  const table = ownQuestion(holder?.parentElement?.closest('[data-field]'));
  return `${table}, dòng ${Number(row) + 1}: ${own}`;
}

/** The answer in one control: the value that is sent and the words that a person reads. */
export function answerIn(control: Control): { value: string; shown: string } | undefined {
  if (isTick(control)) {
    return control.checked ? { value: control.value, shown: visibleText(control.labels?.[0]) } : undefined;
  }
  if (!control.value) return undefined;
  const chosen = control instanceof HTMLSelectElement ? visibleText(control.selectedOptions[0]) : '';
  return { value: control.value, shown: chosen || control.dataset.shown || control.value };
}
