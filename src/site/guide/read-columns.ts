import { z } from 'zod';
import file from '../../../content/guide/columns.json' with { type: 'json' };

const tableSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** A table of what units file, or what those have in common. */
  isOfFilings: z.boolean(),
  columns: z.array(z.strictObject({ name: z.string(), words: z.string() })),
});

/** A part of the guide to columns: a table, or what many tables have in common. */
export type ReadTable = z.infer<typeof tableSchema>;

/** Every column of the base with its sentence. `npm run guide-pictures` writes the file, and a test compares it with the base. */
export const tablesToRead: readonly ReadTable[] = z.array(tableSchema).parse(file);
