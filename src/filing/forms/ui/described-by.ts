import type { FieldView } from '../../definitions/view.ts';

/** Ids of the texts that explain a field, for `aria-describedby`; empty ones are skipped by screen readers. */
export function describedBy(name: string, view: FieldView): string {
  const ids = [view.hint && `${name}-hint`, `${name}-error`, view.control === 'textarea' && `${name}-count`];
  return ids.filter(Boolean).join(' ');
}
