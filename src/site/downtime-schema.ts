import { z } from 'zod';
import data from '../../content/downtime.json' with { type: 'json' };

const downtimeSchema = z.strictObject({
  /** The day on which the stop is announced. */
  announced: z.iso.date(),
  /** When the service stops and when it should be back. */
  from: z.iso.datetime({ offset: true }).pipe(z.coerce.date()),
  until: z.iso.datetime({ offset: true }).pipe(z.coerce.date()),
  /** What stops, as a sentence: “Phiếu đề cử và tra cứu tạm ngừng để nâng cấp.” */
  what: z.string().min(10).max(300),
});

/** A planned stop of the service. */
export type Downtime = z.infer<typeof downtimeSchema>;

/** Reads the file of planned stops. Throws a ZodError that names the entry at fault. */
export const readDowntimes = (file: unknown): readonly Downtime[] =>
  z.strictObject({ planned: z.array(downtimeSchema) }).parse(file).planned;

/** The stops that editors have planned, in content/downtime.json. */
export const plannedDowntimes = readDowntimes(data);
