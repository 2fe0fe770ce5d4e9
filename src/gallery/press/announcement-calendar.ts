import { writeCalendar } from '../../plan/timetable/calendar.ts';
import { momentEvent } from '../../plan/timetable/ics.ts';
import type { Moment } from '../../vocabulary/owner-settings.ts';
import { site } from '../../vocabulary/site.ts';
import { announcementMinutes } from './coming.ts';
import type { announcements } from './kit-texts.ts';

/** The calendar could not be written; `cause` says which field of which event was refused. */
class AnnouncementError extends Error {
  override readonly name = 'AnnouncementError';
}

/**
 * What is announced as one iCalendar text: when, and the name of the round; never who. `moments` are those of the timetable, under the
 * names that they have in its calendar. Throws AnnouncementError.
 */
export function announcementCalendar(
  announced: typeof announcements,
  moments: readonly Moment[],
  origin: URL,
): string {
  const ofFile = announced.map(({ id, at, name }) => ({
    uid: `${id}@thi-dua-dong-nai`,
    title: name,
    url: new URL('/bao-chi/#lich', origin).href,
    start: Date.parse(at),
    startInputType: 'utc' as const,
    duration: { minutes: announcementMinutes },
  }));
  const written = writeCalendar([...ofFile, ...moments.map((moment) => momentEvent(moment, origin))], {
    calName: `${site.name}: lịch công bố`,
    productId: '-//Thi dua Dong Nai//Bao chi//VI',
  });
  if ('error' in written)
    throw new AnnouncementError('Correct the announcement named in the cause.', { cause: written.error });
  return written.text;
}
