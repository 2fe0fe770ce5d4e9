import { type FormDefinition, fieldsOf } from './form.ts';

/** Questions that staff cannot ask again, because the unit that filed stays the same. */
const never = ['unitCode', 'unitName'];

/** The questions that staff may ask again: heading → field, in page order. Leaves out ticks: consent is given anew. */
export function askable(form: FormDefinition): Map<string, string> {
  const fields = [...fieldsOf(form)].filter(
    ([name, { control }]) => control !== 'tick' && !never.includes(name),
  );
  return new Map(fields.map(([name, view]) => [view.heading ?? view.label, name]));
}
