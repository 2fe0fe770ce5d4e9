import { z } from 'zod';
import data from '../../../content/retention.json' with { type: 'json' };
import { ownerValue } from '../../vocabulary/owner-settings.ts';

/** The final states after which a submission need not be kept for ever. */
export const endedStates = [
  'khong-du-dieu-kien',
  'trung-lap',
  'rut-de-cu',
  'rut-phieu',
  'da-tra-loi',
] as const;

const retentionSchema = z.strictObject({
  source: z.string(),
  /** Months from the last change of state; null until the owner decides, and until then nothing is erased. */
  eraseAfterMonths: z.record(z.enum(endedStates), z.number().int().min(1).max(240).nullable()),
});

/** State → months for which an ended submission is kept. */
export type Retention = z.infer<typeof retentionSchema>['eraseAfterMonths'];

const retentionOfFile = retentionSchema.parse(data).eraseAfterMonths;

/** Key of the row of `Cài đặt` that sets the months of a state. */
export const retentionKey = (state: string): string => `luu-giu.${state}`;

/** What the owner decided: rows of `Cài đặt` and, for states without a row, content/retention.json. */
export const retention = (): Retention => {
  const months = { ...retentionOfFile };
  for (const state of endedStates) {
    const row = ownerValue(retentionKey(state));
    if (row !== undefined) months[state] = Number(row);
  }
  return months;
};
