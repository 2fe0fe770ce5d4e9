import type { Database } from '../../../platform/postgres.ts';
import { nameKey } from '../../../vietnamese/name-key.ts';
import type { StoryFields, Visibility } from '../record.ts';

/** A stored record, or another record that conflicts with the new one. */
export interface KnownStory {
  id: string;
  recordId: string;
  slug: string;
  /** A build has shown the story: only a slug that staff ask for can change its address. */
  shown: boolean;
}

/** A record as pulled, ready to be stored. */
export interface StoryToStore {
  recordId: string;
  fields: StoryFields;
  visibility: Visibility;
  sample: boolean;
  slug: string;
}

/** Stored stories with one of these ids or records. */
export async function knownStories(
  db: Database,
  ids: readonly string[],
  recordIds: readonly string[],
): Promise<KnownStory[]> {
  const { rows } = await db.query<KnownStory>(
    `select id, record_id as "recordId", slug, exists (select 1 from shown_stories where id = stories.id) as shown
     from stories where id = any($1) or record_id = any($2)`,
    [ids, recordIds],
  );
  return rows;
}

/** Those of the slugs that a story has or had, each with the id of that story. */
export async function ownersOf(db: Database, slugs: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ slug: string; id: string }>(
    `select slug, id from stories where slug = any($1) union select slug, id from shown_slugs where slug = any($1)`,
    [slugs],
  );
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

/** An empty `Công bố từ` means “at once” and overrides a later date stored before. */
const publishedAt = (given: string) => `coalesce(${given}, least(stories.published_at, now()))`;

/** Stores records that will be public. Their ids, records and slugs must be unique. */
export async function saveStories(db: Database, stories: readonly StoryToStore[]): Promise<void> {
  await db.query(
    `insert into stories (id, record_id, slug, fields, name_key, state, consent, sample, published_at)
     select id, record_id, slug, fields, name_key, state, consent, sample, coalesce(publish_from, now())
     from jsonb_to_recordset($1::jsonb) as pulled (id text, record_id text, slug text, fields jsonb, name_key text,
       state text, consent boolean, sample boolean, publish_from timestamptz)
     on conflict (id) do update set
       slug = excluded.slug, fields = excluded.fields, name_key = excluded.name_key, state = excluded.state, consent = excluded.consent,
       sample = excluded.sample,
       changed_at = case when stories.fields = excluded.fields then stories.changed_at else now() end`,
    [
      JSON.stringify(
        stories.map(({ recordId, fields, visibility, sample, slug }) => ({
          id: fields.id,
          record_id: recordId,
          slug,
          fields,
          name_key: nameKey(fields.name),
          state: visibility.state,
          consent: visibility.consent,
          sample,
          publish_from: visibility.publishFrom ?? null,
        })),
      ),
    ],
  );
}

/** Updates the visibility of stored records. Skips records that were never stored. */
export async function saveVisibility(
  db: Database,
  records: readonly { recordId: string; visibility: Visibility }[],
): Promise<void> {
  await db.query(
    `update stories set seen_at = now(), consent = pulled.consent, state = coalesce(pulled.state, stories.state),
       withdrawn_reason = pulled.reason,
       published_at = case when pulled.dated then ${publishedAt('pulled.publish_from')} else published_at end
     from jsonb_to_recordset($1::jsonb) as pulled (record_id text, consent boolean, state text, reason text,
       dated boolean, publish_from timestamptz)
     where stories.record_id = pulled.record_id`,
    [
      JSON.stringify(
        records.map(({ recordId, visibility: { state, consent, publishFrom, withdrawnReason } }) => ({
          record_id: recordId,
          consent,
          state: state ?? null,
          reason: withdrawnReason,
          dated: publishFrom !== undefined,
          publish_from: publishFrom ?? null,
        })),
      ),
    ],
  );
}

/** Withdraws records that were missing from a complete listing begun at `since`: staff deleted them in Airtable. */
export async function withdrawUnseen(db: Database, since: Date): Promise<void> {
  await db.query(`update stories set state = 'go-bo' where seen_at < $1`, [since]);
}

/** Notes or clears problems of records in words for staff: by record, null where there is no problem. */
export async function noteProblems(
  db: Database,
  problems: ReadonlyMap<string, string | null>,
): Promise<void> {
  const wrong = [...problems].filter(([, problem]) => problem !== null);
  await db.query('delete from story_problems where record_id = any($1)', [[...problems.keys()]]);
  await db.query(
    `insert into story_problems (record_id, problem) select * from unnest($1::text[], $2::text[])
     on conflict (record_id) do update set problem = excluded.problem`,
    [wrong.map(([recordId]) => recordId), wrong.map(([, problem]) => problem)],
  );
}
