import { createEvents } from 'ics';
import { site } from '../../vocabulary/site.ts';
import type { announcements } from './kit-texts.ts';

/** The calendar could not be written; `cause` says which field of which event was refused. */
class AnnouncementError extends Error {
  override readonly name = 'AnnouncementError';
}

/** The announcements to come as one iCalendar text: when, and the name of the round; never who. Throws AnnouncementError. */
export function announcementCalendar(coming: typeof announcements, origin: URL): string {
  const { error, value } = createEvents(
    coming.map(({ id, at, name }) => ({
      uid: `${id}@thi-dua-dong-nai`,
      title: name,
      url: new URL('/bao-chi/#lich', origin).href,
      start: Date.parse(at),
      startInputType: 'utc' as const,
      duration: { minutes: 30 },
    })),
    { calName: `${site.name}: lịch công bố`, productId: '-//Thi dua Dong Nai//Bao chi//VI' },
  );
  if (error || value === null)
    throw new AnnouncementError('Correct the announcement named in the cause.', { cause: error });
  return value;
}
