import { fieldsOf, type FormDefinition } from './form.ts';

/** Questions that are not asked again: who filed is who filed. Nor are boxes: consent is given anew. */
const never = ['unitCode', 'unitName'];

/** The questions that staff may ask again: heading → field, in the order of the page. */
export function askable(form: FormDefinition): Map<string, string> {
  const fields = [...fieldsOf(form)].filter(
    ([name, { control }]) => control !== 'tick' && !never.includes(name),
  );
  return new Map(fields.map(([name, view]) => [view.heading ?? view.label, name]));
}
