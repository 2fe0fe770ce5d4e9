import { z } from 'zod';
import data from '../../../content/retention.json' with { type: 'json' };

/** The states in which a submission is over and need not be kept for ever. */
const endedStates = ['khong-du-dieu-kien', 'trung-lap', 'rut-de-cu', 'rut-phieu', 'da-tra-loi'] as const;

const retentionSchema = z.strictObject({
  source: z.string(),
  /** Months from the last change of state; null while the owner has not decided: then nothing is erased. */
  eraseAfterMonths: z.record(z.enum(endedStates), z.number().int().min(1).max(240).nullable()),
});

/** How long submissions are kept after they ended, by state. */
export type Retention = z.infer<typeof retentionSchema>['eraseAfterMonths'];

/** What the owner decided, in content/retention.json. */
export const retention: Retention = retentionSchema.parse(data).eraseAfterMonths;
