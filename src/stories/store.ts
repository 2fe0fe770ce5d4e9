import { z } from 'zod';
import type { Database } from '../postgres.ts';
import { type Story, storySchema } from '../schemas/story.ts';
import type { StoryFields, Visibility } from './record.ts';

/** Which records a build may show. */
interface Shown {
  /** True on a person's own machine only: see `isLocal` in env.ts. */
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

/** False for a database that never had a migration: a first build runs before the platform applies them. */
export async function isMigrated(db: Database): Promise<boolean> {
  const { rows } = await db.query<{ found: string | null }>(
    `select to_regclass('public.sync_memory')::text as found`,
  );
  return rows[0]?.found != null;
}

/**
 * Every story that is public at this moment, newest first. Throws when the store cannot be read or holds what the
 * site cannot show: a build must fail rather than show less. A database that was never migrated holds no story.
 */
export async function readPublished(db: Database, { samples }: Shown): Promise<Story[]> {
  if (!(await isMigrated(db))) return [];
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
export async function publishedDigest(db: Database, { samples }: Shown): Promise<string> {
  const { rows } = await db.query<{ digest: string }>(
    `select md5(coalesce(string_agg(id || slug || sample || published_at || md5(fields::text), ',' order by id), '')) as digest
     from stories where ${isPublic}`,
    [samples],
  );
  return rows[0]?.digest ?? '';
}

/** A record as pulled, ready to be stored. */
export interface PulledStory {
  recordId: string;
  fields: StoryFields;
  visibility: Visibility;
  sample: boolean;
  slug: string;
}

/** An empty `Công bố từ` means at once: a later date that was there before no longer holds. */
const publishedAt = (given: string) => `coalesce(${given}, least(stories.published_at, now()))`;

/**
 * Stores a record that is to be public. Its slug stays as it was first stored. False when its `Mã` belongs to another
 * record, or this record was stored under another `Mã`.
 */
export async function saveStory(db: Database, story: PulledStory): Promise<boolean> {
  const { recordId, fields, visibility, sample, slug } = story;
  const { rowCount } = await db.query(
    `insert into stories (id, record_id, slug, fields, state, consent, sample, published_at)
     select $1, $2, $3, $4, $5, $6, $7, coalesce($8, now())
     where not exists (select 1 from stories where record_id = $2 and id <> $1)
     on conflict (id) do update set
       fields = excluded.fields, state = excluded.state, consent = excluded.consent, sample = excluded.sample,
       published_at = ${publishedAt('$8')},
       changed_at = case when stories.fields = excluded.fields then stories.changed_at else now() end
     where stories.record_id = excluded.record_id`,
    [fields.id, recordId, slug, fields, visibility.state, visibility.consent, sample, visibility.publishFrom],
  );
  return rowCount === 1;
}

/** Takes over whether a record that was stored before may be shown; does nothing for one that never was. */
export async function saveVisibility(db: Database, recordId: string, visibility: Visibility): Promise<void> {
  const { state, consent, publishFrom } = visibility;
  await db.query(
    `update stories set seen_at = now(), consent = $2, state = coalesce($3, state),
       published_at = case when $4 then ${publishedAt('$5::timestamptz')} else published_at end
     where record_id = $1`,
    [recordId, consent, state ?? null, publishFrom !== undefined, publishFrom ?? null],
  );
}

/** Ends the publication of records that a complete listing, begun at `since`, did not hold: they were deleted. */
export async function withdrawUnseen(db: Database, since: Date): Promise<void> {
  await db.query(`update stories set state = 'go-bo' where seen_at < $1`, [since]);
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
