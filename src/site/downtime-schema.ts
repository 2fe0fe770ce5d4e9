import { z } from 'zod';
import data from '../../content/downtime.json' with { type: 'json' };
import { holidays } from '../vocabulary/holidays.ts';
import { momentsOf } from '../vocabulary/owner-settings.ts';
import { daysAhead, noticeWorkingDays } from '../vocabulary/stop-notice.ts';

const downtimeSchema = z.strictObject({
  /** The day on which the stop is announced. */
  announced: z.iso.date(),
  /** When the service stops and when it should be back. */
  from: z.iso.datetime({ offset: true }).pipe(z.coerce.date()),
  until: z.iso.datetime({ offset: true }).pipe(z.coerce.date()),
  /** What stops, as a sentence: “Phiếu đề cử và tra cứu tạm ngừng để nâng cấp.” */
  what: z.string().min(10).max(300),
});

/** A stop of the service; one that nobody could plan has no day of announcement. */
export type Downtime = Omit<z.infer<typeof downtimeSchema>, 'announced'> & { announced: string | null };

/** Reads the file of planned stops. Throws a ZodError that names the entry at fault. */
export const readDowntimes = (file: unknown): readonly Downtime[] =>
  z.strictObject({ planned: z.array(downtimeSchema) }).parse(file).planned;

const stopsOfFile = readDowntimes(data);

/**
 * The stops: content/downtime.json, and rows of the kinds “Ngừng dịch vụ” and “Ngừng khẩn cấp”. A planned one that a later holiday
 * made too late is left out.
 */
export const plannedDowntimes = (): readonly Downtime[] => [
  ...stopsOfFile,
  ...momentsOf('ngung').flatMap(({ announced, from, until, words: what }) =>
    announced !== null && daysAhead(announced, from, holidays()) >= noticeWorkingDays
      ? [{ announced, from, until, what }]
      : [],
  ),
  ...momentsOf('ngung-gap').map(({ from, until, words: what }) => ({ announced: null, from, until, what })),
];
