import { z } from 'zod';

/** Front matter of a page in content/pages. */
export const pageSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(15).max(200),
});
