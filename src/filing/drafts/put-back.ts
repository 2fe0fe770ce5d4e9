import { filesName } from '../definitions/uploaded-file.ts';
import { putUploadedFiles } from '../forms/uploaded-files.ts';
import { type Control, controlsOf, isTick } from './controls.ts';
import type { KeptAnswer } from './draft.ts';
import type { FormFacts } from './form-facts.ts';

const rowName = /^(\w+)\.(\d)\.(\w+)$/;

function takes(controls: readonly Control[], { values }: KeptAnswer): boolean {
  const [first] = controls;
  if (!first) return false;
  if (isTick(first)) return values.every((value) => controls.some((control) => control.value === value));
  if (values.length !== 1) return false;
  if (!(first instanceof HTMLSelectElement)) return true;
  return [...first.options].some(({ value }) => value === values[0]);
}

/** The answers that no longer fit the form because the question or the choice is gone. Rows can still be added. */
export function misfits(
  form: HTMLFormElement,
  answers: readonly KeptAnswer[],
  never: ReadonlySet<string>,
): KeptAnswer[] {
  const controls = controlsOf(form).filter(({ name }) => !never.has(name));
  const hasFiles = form.querySelector('[data-kept-files]') !== null;
  return answers.filter((answer) => {
    if (answer.name === filesName) return !hasFiles;
    const own = controls.filter(({ name }) => name === answer.name);
    const firstRow = answer.name.replace(rowName, '$1.0.$3');
    return !takes(own.length > 0 ? own : controls.filter(({ name }) => name === firstRow), answer);
  });
}

/** Adds as many rows as the answers need. */
function askForRows(form: HTMLFormElement, answers: readonly KeptAnswer[]): void {
  const wanted = new Map<string, number>();
  for (const { name } of answers) {
    const [, field, row] = rowName.exec(name) ?? [];
    if (field && row) wanted.set(field, Math.max(wanted.get(field) ?? 0, Number(row) + 1));
  }
  for (const [field, rows] of wanted) {
    form.dispatchEvent(new CustomEvent('rows-wanted', { detail: { field, rows }, bubbles: true }));
  }
}

function set(control: Control, values: readonly string[]): void {
  if (isTick(control)) control.checked = values.includes(control.value);
  else control.value = values[0] ?? '';
}

/**
 * Replaces the form's answers and clears the consents, which must be given again. Controls fire their change events only after
 * all are filled, so that a control that depends on another answer finds it.
 * @returns the answers that the form has no place for
 */
export function putBack(
  form: HTMLFormElement,
  answers: readonly KeptAnswer[],
  { never, consents }: FormFacts,
): KeptAnswer[] {
  askForRows(form, answers);
  // The event tells the list of evidence files that its content changed.
  putUploadedFiles(document, form, answers.find(({ name }) => name === filesName)?.values ?? []);
  form.dispatchEvent(new CustomEvent('files-put-back'));
  const lost = misfits(form, answers, never);
  const placed = new Map(
    answers.filter((answer) => !lost.includes(answer)).map((answer) => [answer.name, answer]),
  );
  const present = new Set<string>();
  const touched: Control[] = [];
  for (const control of controlsOf(form)) {
    const { name } = control;
    if (never.has(name) && !consents.has(name)) continue;
    if (name === filesName) {
      present.add(name);
      continue;
    }
    // A draft does not clear hidden controls.
    if (control.type === 'hidden' && !placed.has(name)) continue;
    const before = isTick(control) ? control.checked : control.value;
    set(control, placed.get(name)?.values ?? []);
    present.add(name);
    if ((isTick(control) ? control.checked : control.value) !== before) touched.push(control);
    if (placed.has(name)) control.closest('details')?.setAttribute('open', '');
  }
  for (const control of touched) {
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
  return answers.filter(({ name }) => !placed.has(name) || !present.has(name));
}
