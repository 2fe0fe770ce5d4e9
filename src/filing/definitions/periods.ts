import { z } from 'zod';
import data from '../../../content/form-periods.json' with { type: 'json' };
import { momentsOf } from '../../vocabulary/owner-settings.ts';
import { forms } from './registry.ts';

const instant = z.iso.datetime({ offset: true }).pipe(z.coerce.date());

const periodSchema = z
  .strictObject({
    form: z.enum(forms.map(({ id }) => id)),
    opens: instant,
    closes: instant,
    /** What a unit can do while the form is closed, as a sentence. */
    meanwhile: z.string().min(10).max(400),
  })
  .refine(({ opens, closes }) => opens < closes, 'A period ends before it begins: correct “closes”.');

/** A time in which a form is open. */
export type FormPeriod = z.infer<typeof periodSchema>;

/** Reads the file of periods. Throws a ZodError that names the entry at fault. */
export const readPeriods = (file: unknown): readonly FormPeriod[] =>
  z.strictObject({ source: z.string(), periods: z.array(periodSchema) }).parse(file).periods;

const periodsOfFile = readPeriods(data);

/** The periods that the owner set: rows of the base and, for forms without a row, content/form-periods.json. */
export function formPeriods(): readonly FormPeriod[] {
  const rows = momentsOf('nhan-phieu').flatMap(
    ({ forms: ids, from: opens, until: closes, words: meanwhile }) =>
      forms.flatMap(({ id: form }) => (ids.includes(form) ? [{ form, opens, closes, meanwhile }] : [])),
  );
  const set = new Set(rows.map(({ form }) => form));
  return [...periodsOfFile.filter(({ form }) => !set.has(form)), ...rows];
}

/** Whether a form takes submissions; if not, when it opens next (null: not known) or when it closed, and what to do meanwhile. */
export type Opening =
  | { open: true; closes: Date | null }
  | { open: false; opens: Date | null; closed: Date | null; meanwhile: string };

/** The state of a form at an instant; a form without a period is always open. */
export function openingOf(form: string, now: Date, periods: readonly FormPeriod[] = formPeriods()): Opening {
  const own = periods.filter((period) => period.form === form);
  const current = own.find(({ opens, closes }) => opens <= now && now < closes);
  if (current) return { open: true, closes: current.closes };
  if (own.length === 0) return { open: true, closes: null };
  const byTime = own.toSorted((a, b) => a.opens.getTime() - b.opens.getTime());
  const next = byTime.find(({ opens }) => opens > now);
  const last = byTime.findLast(({ closes }) => closes <= now);
  const meanwhile = next?.meanwhile ?? last?.meanwhile ?? '';
  return { open: false, opens: next?.opens ?? null, closed: last?.closes ?? null, meanwhile };
}

/** Which forms are open, as one word: a site built with another is to be built anew. */
export const openingsDigest = (now: Date): string =>
  forms
    .filter(({ id }) => !openingOf(id, now).open)
    .map(({ id }) => `-${id}`)
    .join('');
