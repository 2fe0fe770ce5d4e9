import type { FieldError } from '../submission.ts';

/** A message above the form, for example why a submission was not stored. */
export interface Notice {
  title: string;
  detail: string;
}

const reveal = (element: Element | null) => element?.removeAttribute('hidden');

function clear(form: Element): void {
  for (const marked of form.querySelectorAll('[data-error], [aria-invalid]')) {
    marked.removeAttribute('aria-invalid');
    if (!marked.hasAttribute('data-error')) continue;
    marked.toggleAttribute('hidden', true);
    marked.textContent = '';
  }
  for (const holder of form.querySelectorAll('.field-wrong')) holder.classList.remove('field-wrong');
}

/** Marks the field that `holder` holds. Returns the id of its first control, for the link in the summary. */
function mark(holder: Element | undefined, message: string): string | undefined {
  const slot = holder?.querySelector('[data-error]');
  if (!holder || !slot) return undefined;
  slot.textContent = message;
  reveal(slot);
  reveal(holder);
  holder.classList.add('field-wrong');
  holder.closest('details')?.setAttribute('open', '');
  const controls = [...holder.querySelectorAll('input[name], select[name], textarea[name]')];
  for (const control of controls) control.setAttribute('aria-invalid', 'true');
  return controls[0]?.id;
}

function summarise(document: Document, summary: Element, notice: Notice): Element | null {
  const title = summary.querySelector('[data-summary-title]');
  const detail = summary.querySelector('[data-summary-detail]');
  const list = summary.querySelector('[data-summary-list]');
  if (title) title.textContent = notice.title;
  if (detail) detail.textContent = notice.detail;
  list?.replaceChildren();
  reveal(summary);
  const pageTitle = summary.getAttribute('data-page-title') ?? document.title;
  summary.setAttribute('data-page-title', pageTitle);
  document.title = `${notice.title} – ${pageTitle}`;
  return list;
}

/** Removes all mistakes and the summary. */
export function hideErrors(document: Document, form: Element): void {
  clear(form);
  const summary = form.querySelector('[data-error-summary]');
  summary?.setAttribute('hidden', '');
  document.title = summary?.getAttribute('data-page-title') ?? document.title;
}

/** Shows a notice above the form, without touching its fields. */
export function showNotice(document: Document, form: Element, notice: Notice): void {
  const summary = form.querySelector('[data-error-summary]');
  if (summary) summarise(document, summary, notice);
}

/**
 * Shows every mistake at its field and in the summary, with links. The same code runs in the browser and, for pages without script,
 * on the server.
 */
export function showErrors(document: Document, form: Element, errors: readonly FieldError[]): void {
  clear(form);
  const summary = form.querySelector('[data-error-summary]');
  if (!summary) return;
  const count = errors.length;
  const list = summarise(document, summary, {
    title: count === 1 ? 'Có 1 chỗ cần sửa' : `Có ${count} chỗ cần sửa`,
    detail: 'Chưa gửi. Nội dung đã nhập vẫn còn nguyên.',
  });
  const holders = new Map<string | null, Element>();
  for (const holder of form.querySelectorAll('[data-field]')) {
    const field = holder.getAttribute('data-field');
    if (!holders.has(field)) holders.set(field, holder);
  }
  for (const { field, message } of errors) {
    const id = mark(holders.get(field), message);
    const item = document.createElement('li');
    const target = id ? document.createElement('a') : item;
    if (id) target.setAttribute('href', `#${id}`);
    target.textContent = message;
    if (target !== item) item.append(target);
    list?.append(item);
  }
}
