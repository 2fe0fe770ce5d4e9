import { z } from 'zod';
import { type Database, queryWithRetry } from '../../../platform/postgres.ts';
import { isPublic } from '../../stories/public.ts';

const textOrNull = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const publishedSchema = z.object({
  id: z.string(),
  path: z.string(),
  published_at: z.date(),
  name: z.string(),
  unitName: z.string(),
  awardForm: textOrNull,
  decisionNumber: textOrNull,
  decisionDate: textOrNull,
  decisionBody: textOrNull,
  year: z.int(),
});

/** What the store says of a published story now. */
export type PublishedHonour = z.infer<typeof publishedSchema>;

/** Those of the stories that are public now, by what the store says now: a story taken down a minute ago is not among them. */
export async function readPublicNow(
  db: Database,
  ids: readonly string[],
  samples: boolean,
): Promise<PublishedHonour[]> {
  const { rows } = await queryWithRetry<{ fields: object; id: string; slug: string; published_at: Date }>(
    db,
    `select stories.id, shown.slug, stories.fields, stories.published_at
     from stories join shown_stories shown on shown.id = stories.id
     where ${isPublic} and stories.id = any($2) order by stories.id`,
    [samples, ids],
  );
  return rows.map(({ fields, id, slug, published_at }) =>
    publishedSchema.parse({ ...fields, id, published_at, path: `/dien-hinh/${slug}/` }),
  );
}

const withdrawnSchema = z.object({
  reason: z.string().nullable(),
  at: z.date().nullable(),
  isPostponed: z.boolean(),
});

/** When and why a story left the site; `at` is null until the next build. */
export type WithdrawnHonour = z.infer<typeof withdrawnSchema>;

/** What is known of a story that was public once and is not now; null for an id that was never public. */
export async function readWithdrawn(db: Database, id: string): Promise<WithdrawnHonour | null> {
  const { rows } = await queryWithRetry(
    db,
    `select shown.withdrawn_reason as reason, shown.withdrawn_at as at,
       coalesce(stories.state <> 'go-bo' and stories.consent, false) as "isPostponed"
     from shown_stories shown left join stories using (id) where shown.id = $1`,
    [id],
  );
  return rows[0] ? withdrawnSchema.parse(rows[0]) : null;
}
