import { z } from 'zod';
import data from '../../../content/retention.json' with { type: 'json' };

/** The final states after which a submission need not be kept for ever. */
const endedStates = ['khong-du-dieu-kien', 'trung-lap', 'rut-de-cu', 'rut-phieu', 'da-tra-loi'] as const;

const retentionSchema = z.strictObject({
  source: z.string(),
  /** Months from the last change of state; null until the owner decides, and until then nothing is erased. */
  eraseAfterMonths: z.record(z.enum(endedStates), z.number().int().min(1).max(240).nullable()),
});

/** State → months for which an ended submission is kept. */
export type Retention = z.infer<typeof retentionSchema>['eraseAfterMonths'];

/** What the owner decided, in content/retention.json. */
export const retention: Retention = retentionSchema.parse(data).eraseAfterMonths;
