import { z } from 'zod';
import { originalSchema, type Story } from '../story.ts';

/** What only a build knows of a photo: the size in which it was drawn, and that of its original. */
const photoSizeSchema = z.object({
  width: z.number(),
  height: z.number(),
  original: originalSchema.nullable(),
});

/** By the digest of the photo’s file. */
export const photoSizesSchema = z.record(z.string(), photoSizeSchema);

/** The sizes of the photos of published stories. */
export const photoSizes = (stories: readonly Story[]): z.infer<typeof photoSizesSchema> =>
  Object.fromEntries(
    stories.flatMap(({ photo }) =>
      photo ? [[photo.digest, { width: photo.width, height: photo.height, original: photo.original }]] : [],
    ),
  );
