import { z } from 'zod';
import type { Database } from '../../platform/postgres.ts';
import { originalSchema, type StoredStory, type Story } from '../story.ts';

export const photoSizeSchema = z.object({
  width: z.number(),
  height: z.number(),
  original: originalSchema.nullable(),
});

/** Size of a drawn picture, in pixels. */
export type PhotoSize = z.infer<typeof photoSizeSchema>;

/** Notes in which sizes a build drew the pictures of its stories. */
export async function noteDrawnSizes(db: Database, stories: readonly Story[]): Promise<void> {
  const drawn = stories.flatMap(({ photo }) =>
    photo ? [{ digest: photo.digest, drawn: photoSizeSchema.parse(photo) }] : [],
  );
  await db.query(
    `update photos p set drawn = said.drawn from jsonb_to_recordset($1::jsonb) as said (digest text, drawn jsonb)
     where p.digest = said.digest and p.drawn is distinct from said.drawn`,
    [JSON.stringify(drawn)],
  );
}

/** The stories with their pictures in the sizes that the last build noted; without a picture that none has drawn. */
export async function withDrawnSizes(db: Database, stories: readonly StoredStory[]): Promise<Story[]> {
  const { rows } = await db.query<{ digest: string; drawn: unknown }>(
    'select digest, drawn from photos where digest = any($1) and drawn is not null',
    [stories.flatMap(({ photo }) => photo?.digest ?? [])],
  );
  const sizes = new Map(rows.map(({ digest, drawn }) => [digest, photoSizeSchema.parse(drawn)]));
  return stories.map(({ photo, ...story }) => {
    const size = photo && sizes.get(photo.digest);
    return { ...story, photo: photo && size ? { ...photo, ...size } : null };
  });
}
