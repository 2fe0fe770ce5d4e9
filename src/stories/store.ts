import { z } from 'zod';
import type { Database } from '../postgres.ts';
import { type Story, storySchema } from '../schemas/story.ts';
import type { StoryFields, StoryHead } from './record.ts';

/** Which records a build may show. */
export interface Visibility {
  /** True on a person's own machine only: see `samplesAllowed`. */
  samples: boolean;
}

/** The one definition of “public”: approved, consented, due, and real unless samples are asked for. `$1` is `samples`. */
const isPublic = `state = 'cong-bo' and consent and published_at <= now() and ($1 or not sample)`;

const rowSchema = z.object({
  id: z.string(),
  slug: z.string(),
  sample: z.boolean(),
  fields: z.looseObject({}),
  published_at: z.date(),
  changed_at: z.date(),
});

/**
 * Every story that is public at this moment, newest first. Throws when the store cannot be read or holds what the
 * site cannot show: a build must fail rather than show less. A database that was never migrated holds no story.
 */
export async function readPublished(db: Database, { samples }: Visibility): Promise<Story[]> {
  const { rows: tables } = await db.query<{ found: string | null }>(
    `select to_regclass('public.stories')::text as found`,
  );
  if (!tables[0]?.found) return [];
  const { rows } = await db.query(`select * from stories where ${isPublic} order by published_at desc, id`, [
    samples,
  ]);
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ fields, published_at, changed_at, ...row }) =>
      storySchema.parse({
        ...fields,
        ...row,
        publishedAt: published_at.toISOString(),
        changedAt: changed_at.toISOString(),
      }),
    );
}

/** A digest of the public set: it differs whenever a build would. */
export async function publishedDigest(db: Database, { samples }: Visibility): Promise<string> {
  const { rows } = await db.query<{ digest: string }>(
    `select md5(coalesce(string_agg(id || slug || md5(fields::text), ',' order by id), '')) as digest
     from stories where ${isPublic}`,
    [samples],
  );
  return rows[0]?.digest ?? '';
}

/** A record as pulled, ready to be stored. */
export interface PulledStory {
  recordId: string;
  head: StoryHead;
  fields: StoryFields;
  sample: boolean;
  slug: string;
}

/**
 * Stores a record that is to be public. Its slug and first date stay as they were first stored. False when another
 * record already holds this `Mã`.
 */
export async function saveStory(
  db: Database,
  { recordId, head, fields, sample, slug }: PulledStory,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into stories (id, record_id, slug, fields, state, consent, sample, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, coalesce($8, now()))
     on conflict (id) do update set
       fields = excluded.fields, state = excluded.state, consent = excluded.consent, sample = excluded.sample,
       published_at = coalesce($8, stories.published_at),
       changed_at = case when stories.fields = excluded.fields then stories.changed_at else now() end
     where stories.record_id = excluded.record_id`,
    [head.id, recordId, slug, fields, head.state, head.consent, sample, head.publishFrom],
  );
  return rowCount === 1;
}

/** Takes over state and consent of a record that was stored before; does nothing for one that never was. */
export async function saveHead(db: Database, recordId: string, { state, consent }: StoryHead): Promise<void> {
  await db.query('update stories set state = $2, consent = $3 where record_id = $1', [
    recordId,
    state,
    consent,
  ]);
}

/** Slugs that other records hold. */
export async function takenSlugs(db: Database, exceptId: string, start: string): Promise<Set<string>> {
  const { rows } = await db.query<{ slug: string }>(
    `select slug from stories where id <> $1 and (slug = $2 or slug like $2 || '-%')`,
    [exceptId, start],
  );
  return new Set(rows.map(({ slug }) => slug));
}

/** Notes or clears what is wrong with a record, in words for staff. */
export async function noteProblem(db: Database, recordId: string, problem: string | null): Promise<void> {
  if (problem === null) {
    await db.query('delete from story_problems where record_id = $1', [recordId]);
    return;
  }
  await db.query(
    `insert into story_problems (record_id, problem) values ($1, $2)
     on conflict (record_id) do update set problem = excluded.problem`,
    [recordId, problem],
  );
}
