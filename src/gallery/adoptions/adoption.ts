import { z } from 'zod';
import { modelId } from '../../vocabulary/story-ids.ts';
import { indicatorSchema } from '../story.ts';

/** A unit that applies a model, as the model's page shows it: a row of `Áp dụng` that staff confirmed. */
export const adoptionSchema = z.object({
  /** Airtable's id of the row; never printed. */
  id: z.string().min(1),
  model: z.string().regex(modelId),
  unitCode: z.string().nullable(),
  unitName: z.string().min(1).max(300),
  /** `YYYY-MM`. */
  since: z.string().regex(/^\d{4}-\d{2}$/),
  /** What came of it, in the unit's words or in those of staff; null where nothing was told yet. */
  result: z.string().min(1).max(3000).nullable(),
  indicators: z.array(indicatorSchema).default([]),
  /** Invented for illustration: of an invented unit, never in a production build. */
  sample: z.boolean(),
});

export type Adoption = z.infer<typeof adoptionSchema>;
