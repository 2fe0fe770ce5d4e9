import { type FormDefinition, fieldsOf } from './form.ts';

/** How many questions a form asks, ticks of consent left out. */
export function effortOf(form: FormDefinition): { required: number; optional: number } {
  const asked = [...fieldsOf(form).values()].filter(({ control }) => control !== 'tick');
  const left = asked.filter(({ optional, onlyWhen }) => optional || onlyWhen).length;
  return { required: asked.length - left, optional: left };
}
