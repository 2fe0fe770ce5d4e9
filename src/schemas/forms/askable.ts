import { filesName } from './kept-file.ts';
import { fieldsOf, type FormDefinition } from './form.ts';

/** Questions that are not asked again: who filed is who filed, files go with their filing, consent is given anew. */
const never = ['unitCode', 'unitName', filesName];

/** The questions that staff may ask again: heading → field, in the order of the page. */
export function askable(form: FormDefinition): Map<string, string> {
  const fields = [...fieldsOf(form)].filter(
    ([name, { control }]) => control !== 'tick' && !never.includes(name),
  );
  return new Map(fields.map(([name, view]) => [view.heading ?? view.label, name]));
}
