import type { z } from 'zod';
import type { Form } from '../schemas/forms/registry.ts';
import type { FieldError } from '../schemas/submission.ts';

/** Every mistake in a filing, one a field, in the order of the form. */
export function mistakesIn(form: Form, error: z.ZodError): FieldError[] {
  const order = form.sections.flatMap((section): readonly string[] => section.fields);
  const firstOfField = new Map<string, string>();
  for (const { path, message } of error.issues) {
    // `indicators.0.name` is a field of the page; `criteria.0`, one of several ticks, is not.
    const field = path.length > 2 ? path.join('.') : String(path[0]);
    if (!firstOfField.has(field)) firstOfField.set(field, message);
  }
  const place = (field: string) => order.indexOf(field.split('.')[0] ?? field);
  return [...firstOfField]
    .map(([field, message]) => ({ field, message }))
    .sort((a, b) => place(a.field) - place(b.field));
}
