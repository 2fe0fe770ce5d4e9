import { z } from 'zod';
import summariesJson from '../../content/plan/summaries.json' with { type: 'json' };

const summarySchema = z.strictObject({
  /** Clause id. */
  id: z.string().min(1),
  /** The clause in the site's plain words. Adds nothing that the clause does not say. */
  text: z.string().min(1).max(320),
  /** Whom the clause concerns. */
  who: z.string().min(1),
  /** The time or the duty that the clause sets; null where it sets none. */
  due: z.string().min(1).nullable(),
});

/** A clause in plain words, always marked as the site's own. */
export type Summary = Readonly<z.infer<typeof summarySchema>>;

/** Every part, second-level clause and strand in plain words, in reading order. Throws `ZodError` at import. */
export const summaries: readonly Summary[] = z.array(summarySchema).parse(summariesJson);

/** How the site marks a summary. */
export const summaryMark = 'Nói gọn, không phải lời văn bản';

/** The summary of a clause; undefined where it has none. */
export function summaryOf(id: string): Summary | undefined {
  return summaries.find((summary) => summary.id === id);
}

/** The summary of a clause or, where it has none, of the nearest clause that contains it. */
export function nearestSummary(id: string): Summary | undefined {
  const own = summaryOf(id);
  const above = id.split('-').slice(0, -1).join('-');
  return own ?? (above ? nearestSummary(above) : undefined);
}
