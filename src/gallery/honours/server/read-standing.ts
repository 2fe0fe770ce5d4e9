import { z } from 'zod';
import { type Database, hasTable, queryWithRetry } from '../../../platform/postgres.ts';
import { isPublic } from '../../stories/public.ts';
import { goneReason } from '../../stories/server/publication-log.ts';
import type { NamedDecision } from '../decision-terms.ts';

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
  id: z.string(),
  reason: z.string().nullable(),
  at: z.date().nullable(),
  isPostponed: z.boolean(),
});

/** When and why a story left the site; `at` is null until the next build. */
export type WithdrawnHonour = z.infer<typeof withdrawnSchema>;

/** What is known of stories that were public once and are not now; nothing of an id that was never public. */
export async function readWithdrawn(db: Database, ids: readonly string[]): Promise<WithdrawnHonour[]> {
  if (ids.length === 0) return [];
  const { rows } = await queryWithRetry(
    db,
    `select shown.id, ${goneReason('shown', 'stories')} as reason, shown.withdrawn_at as at,
       coalesce(stories.state <> 'go-bo' and stories.consent, false) as "isPostponed"
     from shown_stories shown left join stories using (id) where shown.id = any($1) order by shown.id`,
    [ids],
  );
  return rows.map((row) => withdrawnSchema.parse(row));
}

/** The decision of a story that is gone; its name is not kept. */
export interface GoneDecision extends NamedDecision {
  id: string;
}

/** The decisions of the stories that are gone from the site, without who was honoured. */
export async function readGoneDecisions(db: Database): Promise<GoneDecision[]> {
  if (!(await hasTable(db, 'shown_decisions'))) return [];
  const { rows } = await queryWithRetry<GoneDecision>(
    db,
    `select id, number as "decisionNumber", date as "decisionDate", body as "decisionBody"
     from shown_decisions join shown_stories using (id) where withdrawn_at is not null order by id`,
    [],
  );
  return rows;
}
