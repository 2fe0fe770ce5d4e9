import { z } from 'zod';
import { ownerFileSchema } from './attached.ts';

/** A file of a row as a build has it: `kept` is where its bytes are on the disk. */
export const keptOwnerFileSchema = ownerFileSchema.extend({ kept: z.string() });

/** See `keptOwnerFileSchema`. */
export type KeptOwnerFile = z.infer<typeof keptOwnerFileSchema>;
