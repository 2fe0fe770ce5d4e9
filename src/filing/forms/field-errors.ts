import type { FormDefinition } from '../definitions/form.ts';
import type { FieldError } from '../submission.ts';

/** An issue as zod reports it. */
export interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

/** The first mistake of each field, in the order of the form: the same for browser and server. */
export function mistakesIn(form: Pick<FormDefinition, 'sections'>, issues: readonly Issue[]): FieldError[] {
  const order = form.sections.flatMap((section): readonly string[] => section.fields);
  const firstOfField = new Map<string, string>();
  for (const { path, message } of issues) {
    // `indicators.0.name` is a field of the page; `criteria.0`, one of several ticks, is not.
    const field = path.length > 2 ? path.join('.') : String(path[0]);
    if (!firstOfField.has(field)) firstOfField.set(field, message);
  }
  const place = (field: string) => order.indexOf(field.split('.')[0] ?? field);
  return [...firstOfField]
    .map(([field, message]) => ({ field, message }))
    .sort((a, b) => place(a.field) - place(b.field));
}
