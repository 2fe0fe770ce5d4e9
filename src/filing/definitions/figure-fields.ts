import { z } from 'zod';
import { readDay, readMonth } from '../../vietnamese/dates.ts';
import { readNumber, readShare } from '../../vietnamese/numbers.ts';
import type { Read } from '../../vietnamese/read.ts';
import { say } from './text-fields.ts';
import { type FieldOptions, show } from './view.ts';

interface Range {
  from: number;
  to: number;
}

/** A figure that one of the readers reads; `asked` says what the field accepts; the message starts with it. */
function figure(read: (written: string) => Read<number>, number: z.ZodNumber | z.ZodInt, asked: string) {
  const written = z.string().transform((text, context) => {
    const found = read(text);
    if (found.ok) return found.value;
    context.addIssue({ code: 'custom', message: `${asked} Ô này ${found.wrong}.` });
    return z.NEVER;
  });
  return z
    .union([z.number(), written.pipe(z.number())], { error: asked })
    .pipe(number)
    .optional();
}

/** A whole number between `from` and `to`; may be left empty. */
export function optionalCount({ from, to, ...view }: FieldOptions & Range) {
  const asked = `“${view.label}” là số nguyên từ ${from.toLocaleString('vi')} đến ${to.toLocaleString('vi')}.`;
  const schema = figure(readNumber, z.int(asked).min(from, asked).max(to, asked), asked);
  return show(schema, { control: 'number', optional: true, ...view });
}

/** A share in per cent, with or without the sign; may be left empty. */
export function optionalShare(view: FieldOptions) {
  const asked = `“${view.label}” là số từ 0 đến 100, ví dụ 66,7.`;
  const schema = figure(readShare, z.number(asked).min(0, asked).max(100, asked), asked);
  return show(schema, { control: 'number', optional: true, ...view });
}

/** A year between `from` and `to`, without a mark for thousands; may be left empty. */
export function optionalYear({ from, to, ...view }: FieldOptions & Range) {
  const asked = `“${view.label}” là một năm từ ${from} đến ${to}.`;
  const schema = figure(readNumber, z.int(asked).min(from, asked).max(to, asked), asked);
  return show(schema, { control: 'number', optional: true, ...view });
}

function dated(read: (written: string) => Read<string>, { label }: FieldOptions, example: string) {
  return z.string(say(`Nhập “${label}”, ví dụ ${example}.`)).transform((written, context) => {
    const found = read(written);
    if (found.ok) return found.value;
    context.addIssue({ code: 'custom', message: `“${label}” ${found.wrong}. Viết như ${example}.` });
    return z.NEVER;
  });
}

/** A month, written “3/2026”, “tháng 3 năm 2026” or in another usual way, kept as `YYYY-MM`. */
export function month(view: FieldOptions) {
  return show(dated(readMonth, view, '7/2026'), { control: 'month', ...view });
}

/** A day of this century, written “24/6/2026” or in another usual way, kept as `YYYY-MM-DD`. */
export function day(view: FieldOptions) {
  return show(dated(readDay, view, '24/6/2026'), { control: 'date', ...view });
}
