import { z } from 'zod';
import data from '../../content/holidays.json' with { type: 'json' };
import { dayInVietnam } from '../vietnamese/official-date.ts';
import type { Holidays } from '../vietnamese/working-days.ts';
import { momentsOf } from './owner-settings.ts';

/** What content/holidays.json says. */
const usual = z
  .strictObject({
    source: z.string(),
    /** `MM-DD`. */
    everyYear: z.array(z.string().regex(/^\d{2}-\d{2}$/)),
    /** `YYYY-MM-DD`, as announced each year. */
    years: z.array(z.iso.date()),
  })
  .parse(data);

const dayMs = 86_400_000;

/** The days of a span in Việt Nam, both ends included. */
function daysOf(from: Date, until: Date): string[] {
  const days: string[] = [];
  const last = dayInVietnam(until);
  for (let at = from.getTime(); dayInVietnam(new Date(at)) <= last && days.length < 60; at += dayMs)
    days.push(dayInVietnam(new Date(at)));
  return days;
}

/** Days on which offices are closed besides Saturdays and Sundays: those of the file, and rows of kind “Ngày nghỉ”. */
export const holidays = (): Holidays => ({
  ...usual,
  years: [...usual.years, ...momentsOf('nghi').flatMap(({ from, until }) => daysOf(from, until))],
});
