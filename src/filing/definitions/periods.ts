import { z } from 'zod';
import data from '../../../content/form-periods.json' with { type: 'json' };
import { begunCases, isUp } from '../../vocabulary/comment-cases.ts';
import { momentsOf, ownerValue } from '../../vocabulary/owner-settings.ts';
import { type Form, forms } from './registry.ts';

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

/** Key of the row of `Cài đặt` with which the owner lets people point at something good, and what it then says. */
export const tipSwitch = { key: 'chi-ra.mo', on: 'Có' } as const;

/** Forms that are closed unless the owner opens them by something else than a period, and what to do meanwhile. */
const closedAtFirst: Readonly<Record<string, { isOpened: () => boolean; meanwhile: string }>> = {
  'gop-y': {
    isOpened: () => false,
    meanwhile: 'Lúc này không có danh sách nào đang lấy ý kiến. Đợt sau được đăng ở trang Lấy ý kiến.',
  },
  'chi-ra': {
    isOpened: () => ownerValue(tipSwitch.key) === tipSwitch.on,
    meanwhile: 'Cơ quan quản lý trang chưa mở mục này. Có việc cần nói thì gửi phiếu Phản hồi, hỏi đáp.',
  },
};

/** While a list is up for comment, its form is open. Of a list to come nothing is told. */
const casePeriods = (now: Date): FormPeriod[] =>
  begunCases(now)
    .filter(isUp)
    .map(({ opensAt: opens, closesAt: closes, name }) => ({
      form: 'gop-y',
      opens,
      closes,
      meanwhile: `Đã hết thời gian lấy ý kiến về ${name}.`,
    }));

/** The periods that the owner set: rows of the base and, for forms without a row, content/form-periods.json. */
export function formPeriods(now = new Date()): readonly FormPeriod[] {
  const rows = momentsOf('nhan-phieu').flatMap(
    ({ forms: ids, from: opens, until: closes, words: meanwhile }) =>
      forms.flatMap(({ id: form }) => (ids.includes(form) ? [{ form, opens, closes, meanwhile }] : [])),
  );
  const set = new Set(rows.map(({ form }) => form));
  return [...periodsOfFile.filter(({ form }) => !set.has(form)), ...rows, ...casePeriods(now)];
}

/** Whether a form takes submissions; if not, when it opens next (null: not known) or when it closed, and what to do meanwhile. */
export type Opening =
  | { open: true; closes: Date | null }
  | { open: false; opens: Date | null; closed: Date | null; meanwhile: string };

/** The state of a form at an instant; a form without a period is always open, but for those that the owner opens otherwise. */
export function openingOf(
  form: string,
  now: Date,
  periods: readonly FormPeriod[] = formPeriods(now),
): Opening {
  const own = periods.filter((period) => period.form === form);
  const current = own.find(({ opens, closes }) => opens <= now && now < closes);
  if (current) return { open: true, closes: current.closes };
  const first = closedAtFirst[form];
  if (own.length === 0 && first && !first.isOpened())
    return { open: false, opens: null, closed: null, meanwhile: first.meanwhile };
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

/** The forms that lists of the site name: all but those that stay hidden while they are closed. */
export const listedForms = (now = new Date()): Form[] =>
  forms.filter((form) => !('isHiddenWhileClosed' in form) || openingOf(form.id, now).open);
