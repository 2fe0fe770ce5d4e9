import { z } from 'zod';
import { type Database, hasTable } from '../../../platform/postgres.ts';
import { adoptionsDigest } from '../../adoptions/server/store.ts';
import { modelFileSchema } from '../../model-files/model-file.ts';
import { storedFiles } from '../../model-files/server/stored-files.ts';
import { photoSchema, type StoredStory, storedStorySchema, storySchema } from '../../story.ts';
import { isPublic } from '../public.ts';

/** Which records a build may show. */
export interface PublicationFilter {
  /** True on a person's own machine only: see `isLocal` in env.ts. */
  samples: boolean;
  /** These stories alone. */
  ids?: readonly string[];
}

const rowSchema = z.object({
  id: z.string(),
  slug: z.string(),
  sample: z.boolean(),
  fields: z.looseObject({
    corrections: storySchema.shape.corrections.default([]),
    photo: photoSchema.nullable().default(null),
  }),
  /** Files that other units may use, as far as they are stored. */
  files: z.array(modelFileSchema),
  /** Digest of the picture's file; null until the file is stored. */
  digest: z.string().nullable(),
  shown_corrections: storySchema.shape.corrections,
  accepted: storySchema.shape.corrections,
  published_at: z.date(),
  changed_at: z.date(),
});

/** SQL: the corrections of a story that its people asked for and staff accepted. */
const accepted = `(select coalesce(jsonb_agg(jsonb_build_object(
    'day', to_char(c.changed_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'),
    'text', coalesce(nullif(trim(c.reply), ''), c.answers ->> 'right'))), '[]')
  from submissions c
  where c.form = 'xin-sua' and c.state = 'da-xac-nhan' and c.answers ->> 'story' = stories.id
    and coalesce(nullif(trim(c.reply), ''), c.answers ->> 'right') is not null)`;

/** Merges corrections, oldest first. A correction that was shown stays, even where staff empty the cell. */
function together(...lists: readonly StoredStory['corrections'][]): StoredStory['corrections'] {
  const all = new Map(lists.flat().map((said) => [`${said.day} ${said.text}`, said]));
  return [...all].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, said]) => said);
}

/** False for a database without any migration, as at the first build. */
export const isMigrated = (db: Database) => hasTable(db, 'sync_memory');

/** False until the platform has applied the migration that creates the table. */
export const keepsShown = (db: Database) => hasTable(db, 'shown_corrections');

/** SQL for the digest of a story's picture; null until the file is stored. */
const photoDigest = async (db: Database) =>
  (await hasTable(db, 'photos'))
    ? `(select digest from photos where attachment = stories.fields -> 'photo' ->> 'attachment')`
    : 'null';

/**
 * The stories of a condition, newest first. `$1` of it is `samples`, `$2` what `chosen` is; `at` stands for the time of publication
 * of stories that have none.
 */
async function readStories(
  db: Database,
  { where, samples, chosen, at }: { where: string; samples: boolean; chosen: unknown; at: Date | null },
): Promise<StoredStory[]> {
  const corrections = (await keepsShown(db))
    ? `(select coalesce(jsonb_agg(jsonb_build_object('day', day, 'text', text)), '[]')
        from shown_corrections where id = stories.id)`
    : `'[]'::jsonb`;
  const { rows } = await db.query(
    `select id, slug, sample, fields, coalesce(published_at, $3) as published_at, changed_at, ${corrections} as shown_corrections, ${accepted} as accepted,
       ${await photoDigest(db)} as digest, ${await storedFiles(db)} as files
     from stories where ${where} order by published_at desc, id`,
    [samples, chosen, at],
  );
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ fields, shown_corrections, accepted: asked, digest, published_at, changed_at, ...row }) =>
      storedStorySchema.parse({
        ...fields,
        ...row,
        corrections: together(shown_corrections, fields.corrections, asked),
        photo: fields.photo && digest ? { ...fields.photo, digest } : null,
        publishedAt: published_at.toISOString(),
        changedAt: changed_at.toISOString(),
      }),
    );
}

/**
 * Every story that is public now, newest first. Throws when the store cannot be read or holds an invalid story: a build must
 * fail rather than show less. A database that was never migrated has no stories.
 */
export async function readPublished(
  db: Database,
  { samples, ids }: PublicationFilter,
): Promise<StoredStory[]> {
  if (!(await isMigrated(db))) return [];
  const where = `${isPublic} and ($2::text[] is null or id = any($2))`;
  return readStories(db, { where, samples, chosen: ids ?? null, at: null });
}

/**
 * The stories that wait for a release and would be shown at its time, `at`, as they will be: for staff alone. One with a later
 * time of its own is not among them.
 * @param release its key
 */
export const readWaiting = (
  db: Database,
  { samples, release, at }: { samples: boolean; release: string; at: Date },
): Promise<StoredStory[]> =>
  readStories(db, {
    where: `($1 or not sample) and state = 'hen-gio' and consent and exists (
      select from release_stories m where m.release = $2 and m.ready and m.id = stories.id and m.record_id = stories.record_id
        and (m.publish_from is null or m.publish_from <= $3))`,
    samples,
    chosen: release,
    at,
  });

/**
 * A digest of all that a build would show of stories: the public stories, their adoptions, and the reasons of withdrawn
 * stories.
 */
export async function publishedDigest(db: Database, { samples }: PublicationFilter): Promise<string> {
  const wasShown = (await keepsShown(db)) ? 'id in (select id from shown_stories)' : 'false';
  const { rows } = await db.query<{ digest: string }>(
    `select md5(
       coalesce(string_agg(id || slug || sample || published_at || md5(fields::text) ||
         coalesce(${await photoDigest(db)}, '') || coalesce((${await storedFiles(db)})::text, ''), ',' order by id)
         filter (where ${isPublic}), '') ||
       coalesce(string_agg(id || state || consent || coalesce(to_jsonb(stories) ->> 'withdrawn_reason', ''), ',' order by id)
         filter (where not (${isPublic}) and ${wasShown}), '')) as digest
     from stories`,
    [samples],
  );
  const { rows: asked } = await db.query<{ digest: string | null }>(
    `select md5(string_agg(code || changed_at || coalesce(reply, ''), ',' order by code)) as digest
     from submissions where form = 'xin-sua' and state = 'da-xac-nhan'`,
  );
  return `${rows[0]?.digest ?? ''}${asked[0]?.digest ?? ''}${await adoptionsDigest(db, samples)}`;
}
