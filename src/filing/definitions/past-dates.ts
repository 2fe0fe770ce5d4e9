import { readDay, readMonth } from '../../vietnamese/dates.ts';
import type { FieldError } from '../submission.ts';

const aheadMs = 7 * 3_600_000;

/** Today in Việt Nam, `YYYY-MM-DD`. */
const today = (): string => new Date(Date.now() + aheadMs).toISOString().slice(0, 10);

/** Whether a month or day, in any spelling, is still in the future in Việt Nam. */
function isToCome(written: unknown): boolean {
  if (typeof written !== 'string') return false;
  const day = readDay(written);
  if (day.ok) return day.value > today();
  const month = readMonth(written);
  return month.ok && month.value > today().slice(0, 7);
}

/** The fields whose month or day is still to come, each with what to do: the one rule of every form. */
export const datesToCome = (
  filed: Record<string, unknown>,
  toDo: Readonly<Record<string, string>>,
): FieldError[] =>
  Object.entries(toDo)
    .filter(([field]) => isToCome(filed[field]))
    .map(([field, message]) => ({ field, message }));
