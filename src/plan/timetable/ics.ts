import type { DateArray } from 'ics';
import { fold } from '../../vietnamese/fold.ts';
import type { Moment } from '../../vocabulary/owner-settings.ts';
import type { Phase } from '../../vocabulary/taxonomy.ts';
import { planDocument } from '../schema.ts';
import { type CalendarEvent, writeCalendar } from './calendar.ts';
import { periodOf } from './period.ts';

/** The calendar could not be written; `cause` says which field of which event was refused. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
}

/**
 * The milestones of the phases as one iCalendar text (RFC 5545): an all-day event for each, as long as the quarter or
 * year that the plan names, which blocks nobody's time. An event keeps its UID for as long as its clause and period stay.
 * @param site where the pages of the clauses stand
 * @param moments what the owner announced, to the minute
 * Throws CalendarError, UnknownPeriodError.
 */
export function planCalendar(phases: readonly Phase[], site: URL, moments: readonly Moment[] = []): string {
  const ofPlan = phases.flatMap((phase) =>
    phase.milestones.map((milestone): CalendarEvent => {
      const { from, before } = periodOf(milestone.when);
      return {
        uid: `${milestone.clause}.${from}.${before}@thi-dua-dong-nai`,
        title: `${milestone.name} (${milestone.when})`,
        description: `${phase.name} của Phong trào thi đua, Kế hoạch ${planDocument.number}. Kế hoạch chỉ ghi “${milestone.when}”, không ấn định ngày.`,
        url: new URL(`/ke-hoach/${milestone.clause}/`, site).href,
        start: dateArray(from),
        end: dateArray(before),
        busyStatus: 'FREE',
        transp: 'TRANSPARENT',
      };
    }),
  );
  const written = writeCalendar([...ofPlan, ...moments.map((moment) => momentEvent(moment, site))], {
    calName: `Lộ trình Phong trào thi đua – Kế hoạch ${planDocument.number}`,
    productId: '-//Thi dua Dong Nai//Lo trinh//VI',
  });
  if ('error' in written)
    throw new CalendarError('Correct the milestone named in the cause.', { cause: written.error });
  return written.text;
}

const dateTimeArray = (instant: Date): DateArray => [
  instant.getUTCFullYear(),
  instant.getUTCMonth() + 1,
  instant.getUTCDate(),
  instant.getUTCHours(),
  instant.getUTCMinutes(),
];

/** An event of a time that the owner announced; it keeps its UID while its name stays. */
export const momentEvent = ({ name, words, from, until }: Moment, site: URL): CalendarEvent => ({
  uid: `${fold(name).replace(/[^a-z0-9]+/gi, '-')}@thi-dua-dong-nai`,
  title: name,
  description: words,
  url: new URL('/lo-trinh/', site).href,
  startInputType: 'utc',
  start: dateTimeArray(from),
  endInputType: 'utc',
  end: dateTimeArray(until),
  busyStatus: 'FREE',
  transp: 'TRANSPARENT',
});

function dateArray(day: string): DateArray {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}
