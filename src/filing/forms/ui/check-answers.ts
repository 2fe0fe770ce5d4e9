import { nest } from '../../../platform/http/nest.ts';
import { cleanAnswer } from '../../../vietnamese/clean-text.ts';
import { findForm } from '../../definitions/registry.ts';
import type { FieldError } from '../../submission.ts';
import { mistakesIn } from '../field-errors.ts';

/**
 * Every mistake in what was typed, found by the schema with which the server checks it. Loaded when a person begins to
 * type: it carries the definitions of all forms. Throws when there is no form of that id.
 */
export function checkAnswers(formId: string, typed: FormData): FieldError[] {
  const form = findForm(formId);
  if (!form) throw new RangeError(`There is no form ${formId}.`);
  const pairs = [...typed].map(([name, value]): [string, string] => [name, String(value)]);
  const answers = Object.entries(nest(pairs)).map(([name, value]) => [name, cleanAnswer(value)]);
  const checked = form.schema.safeParse(Object.fromEntries(answers));
  return checked.success ? [] : mistakesIn(form, checked.error.issues);
}
