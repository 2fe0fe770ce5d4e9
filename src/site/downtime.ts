import { dayInVietnam } from '../vietnamese/official-date.ts';
import type { Holidays } from '../vietnamese/working-days.ts';
import { daysAhead, noticeWorkingDays } from '../vocabulary/stop-notice.ts';
import type { Downtime } from './downtime-schema.ts';

/** A planned stop breaks the rules. The message tells how to correct content/downtime.json. */
class DowntimeError extends Error {
  override readonly name = 'DowntimeError';
}

/** Throws DowntimeError for a stop that ends before it begins, or a planned one announced under seven working days ahead. */
function refuseUnlawful({ announced, from, until }: Downtime, holidays: Holidays): void {
  const day = dayInVietnam(from);
  if (until <= from) throw new DowntimeError(`The stop of ${day} ends before it begins: correct “until”.`);
  if (announced === null) return;
  const ahead = daysAhead(announced, from, holidays);
  if (ahead >= noticeWorkingDays) return;
  throw new DowntimeError(
    `The stop of ${day} is announced ${ahead} working days ahead; Nghị định 224/2026, Điều 13 asks for ${noticeWorkingDays}: move “from”.`,
  );
}

/** The stops to announce at an instant: all stops that have not ended, the nearest first. Throws DowntimeError. */
export function announcedDowntimes(
  planned: readonly Downtime[],
  now: Date,
  holidays: Holidays,
): readonly Downtime[] {
  for (const stop of planned) refuseUnlawful(stop, holidays);
  return planned.filter(({ until }) => until > now).toSorted((a, b) => a.from.getTime() - b.from.getTime());
}
