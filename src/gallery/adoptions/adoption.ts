import { z } from 'zod';
import { modelId } from '../../vocabulary/story-ids.ts';
import { indicatorSchema } from '../story.ts';

/** A unit that applies a model, as the model's page shows it. Comes from a row of `Áp dụng` that staff confirmed. */
export const adoptionSchema = z.object({
  /** Airtable's id of the row; never printed. */
  id: z.string().min(1),
  /** What pages know the row by instead: `ap-dung-1a2b3c4d`. */
  mark: z.string().min(1),
  model: z.string().regex(modelId),
  unitCode: z.string().nullable(),
  unitName: z.string().min(1).max(300),
  /** `YYYY-MM`. */
  since: z.string().regex(/^\d{4}-\d{2}$/),
  /** The result of the adoption, in the words of the unit or of staff; null where nobody has reported one. */
  result: z.string().min(1).max(3000).nullable(),
  /** What the unit does otherwise than the first, where it agreed to publish it. */
  changed: z.string().min(1).max(1500).nullable().default(null),
  indicators: z.array(indicatorSchema).default([]),
  /** How many documents that prove the figures are attached to the row. The documents are not published. */
  documents: z.number().int().default(0),
  /** An invented adoption by an invented unit, for illustration. Never in a production build. */
  sample: z.boolean(),
});

export type Adoption = z.infer<typeof adoptionSchema>;
