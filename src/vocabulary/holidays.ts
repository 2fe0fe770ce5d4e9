import { z } from 'zod';
import data from '../../content/holidays.json' with { type: 'json' };

/** Days on which offices are closed besides Saturdays and Sundays. */
export const holidays = z
  .strictObject({
    source: z.string(),
    /** `MM-DD`. */
    everyYear: z.array(z.string().regex(/^\d{2}-\d{2}$/)),
    /** `YYYY-MM-DD`, as announced each year. */
    years: z.array(z.iso.date()),
  })
  .parse(data);
