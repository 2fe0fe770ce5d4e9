import { z } from 'zod';
import { type Choice, type FieldOptions, show } from './view.ts';

type Values = readonly [string, ...string[]];

/** The values of some choices, as zod wants them. Throws when there is none: a list of choices is never empty. */
function valuesOf(choices: readonly Choice[]): Values {
  const [first, ...others] = choices.map((choice) => choice.value);
  if (first === undefined) throw new RangeError('A field with choices needs at least one.');
  return [first, ...others];
}

/** One of some choices. */
export function oneOf(view: FieldOptions & { choices: readonly Choice[]; control: 'select' | 'radios' }) {
  const schema = z.enum(valuesOf(view.choices), { error: `Chọn “${view.label}”.` });
  return show(schema, view);
}

/** One of some choices, or none. */
export function optionalOneOf(
  view: FieldOptions & { choices: readonly Choice[]; control: 'select' | 'radios' },
) {
  const schema = z.enum(valuesOf(view.choices), { error: 'Chọn một mục trong danh sách.' }).optional();
  return show(schema, { optional: true, ...view });
}

/** At least one of some choices, each once. */
export function someOf(view: FieldOptions & { choices: readonly Choice[] }) {
  const schema = z.preprocess(
    (value) => (Array.isArray(value) || value === undefined ? value : [value]),
    z
      .array(
        z.enum(valuesOf(view.choices), 'Có mục không nằm trong danh sách.'),
        `Chọn ít nhất một mục ở “${view.label}”.`,
      )
      .min(1, `Chọn ít nhất một mục ở “${view.label}”.`)
      .transform((picked) => [...new Set(picked)]),
  );
  return show(schema, { control: 'checks', ...view });
}

const ticked = (value: unknown) => (value === 'on' || value === 'true' ? true : value);

/** A box that must be ticked, and what to say where it is not; never ticked beforehand (Luật 91/2025/QH15, Điều 9). */
export function mustTick(view: FieldOptions, missing: string) {
  const schema = z.preprocess(ticked, z.literal(true, missing));
  return show(schema, { control: 'tick', ...view });
}

/** A box that may be left alone. */
export function mayTick(view: FieldOptions) {
  const schema = z.preprocess(ticked, z.literal(true, 'Ô này chỉ nhận đánh dấu hoặc để trống.').optional());
  return show(schema, { control: 'tick', optional: true, ...view });
}
