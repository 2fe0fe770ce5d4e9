import type pg from 'pg';
import type { Database } from '../../../platform/postgres.ts';
import { nameKey } from '../../../vietnamese/name-key.ts';
import type { StoryFields } from '../content.ts';
import { isPublished } from '../public.ts';
import type { Standing } from '../standing.ts';
import { type Loss, withGate } from './losses.ts';

/** A stored record, or another record that conflicts with the new one. */
export interface KnownStory extends Standing {
  id: string;
  recordId: string;
  slug: string;
  fields: Record<string, unknown>;
  /** A build has shown the story: only a slug that staff ask for can change its address. */
  shown: boolean;
}

/** A record as pulled, ready to be stored. */
export interface StoryToStore {
  recordId: string;
  fields: StoryFields;
  standing: Standing;
  sample: boolean;
  slug: string;
}

const standing = `state, consent, withdrawn_reason as "withdrawnReason",
  to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt"`;

/** Stored stories with one of these ids or records. */
export async function knownStories(
  db: Database,
  ids: readonly string[],
  recordIds: readonly string[],
): Promise<KnownStory[]> {
  const { rows } = await db.query<KnownStory>(
    `select id, record_id as "recordId", slug, fields, ${standing},
       exists (select 1 from shown_stories where id = stories.id) as shown
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

/** Stores records that are or will be public. Their ids, records and slugs must be unique. */
export async function saveStories(
  client: Pick<pg.PoolClient, 'query'>,
  stories: readonly StoryToStore[],
): Promise<void> {
  await client.query(
    `insert into stories (id, record_id, slug, fields, name_key, state, consent, sample, published_at)
     select id, record_id, slug, fields, name_key, state, consent, sample, published_at
     from jsonb_to_recordset($1::jsonb) as pulled (id text, record_id text, slug text, fields jsonb, name_key text,
       state text, consent boolean, sample boolean, published_at timestamptz)
     on conflict (id) do update set
       record_id = excluded.record_id, slug = excluded.slug, fields = excluded.fields, name_key = excluded.name_key,
       sample = excluded.sample,
       changed_at = case when stories.fields = excluded.fields then stories.changed_at else now() end`,
    [
      JSON.stringify(
        stories.map(({ recordId, fields, standing: { state, consent, publishedAt }, sample, slug }) => ({
          id: fields.id,
          record_id: recordId,
          slug,
          fields,
          name_key: nameKey(fields.name),
          state,
          consent,
          sample,
          published_at: publishedAt,
        })),
      ),
    ],
  );
}

/** Sets the standing of stored stories. */
export async function saveStandings(
  client: Pick<pg.PoolClient, 'query'>,
  stories: readonly { id: string; after: Standing }[],
): Promise<void> {
  await client.query(
    `update stories set state = pulled.state, consent = pulled.consent, published_at = pulled.published_at,
       withdrawn_reason = pulled.reason
     from jsonb_to_recordset($1::jsonb) as pulled (id text, state text, consent boolean, published_at timestamptz, reason text)
     where stories.id = pulled.id`,
    [
      JSON.stringify(
        stories.map(({ id, after: { state, consent, publishedAt, withdrawnReason } }) => ({
          id,
          state,
          consent,
          published_at: publishedAt,
          reason: withdrawnReason,
        })),
      ),
    ],
  );
}

/** Notes that records were listed. */
export async function noteSeenStories(db: Database, recordIds: readonly string[]): Promise<void> {
  await db.query('update stories set seen_at = now() where record_id = any($1)', [recordIds]);
}

type LostStory = Standing & { id: string; isPublic: boolean };

const lost = `select id, ${standing}, ${isPublished('stories')} as "isPublic" from stories where state <> 'go-bo'`;

/** Withdraws stories whose rows are gone, as far as the gate lets it. */
async function withdrawLost(db: Database, rows: readonly LostStory[], isWhole: boolean): Promise<void> {
  const gone = rows.map(({ id, isPublic, ...before }) => ({
    id,
    isPublic,
    before,
    after: { ...before, state: 'go-bo', withdrawnReason: null },
  }));
  const losses = gone.filter(({ isPublic }) => isPublic).map((loss): Loss => ({ ...loss, kind: 'khac' }));
  await withGate(db, { losses, regained: [], isWhole }, (client, held) =>
    saveStandings(
      client,
      gone.filter(({ id }) => !held.has(id)),
    ),
  );
}

/** Withdraws stories whose records staff deleted. Too many at once, or the last ones, are held until staff confirm. */
export async function withdrawGone(db: Database, recordIds: readonly string[]): Promise<void> {
  const { rows } = await db.query<LostStory>(`${lost} and record_id = any($1)`, [recordIds]);
  if (rows.length === 0) return;
  const { rows: left } = await db.query(
    `select 1 from stories where record_id <> all($1) and ${isPublished('stories')} limit 1`,
    [recordIds],
  );
  await withdrawLost(db, rows, left.length === 0);
}

/**
 * Withdraws records that were missing from a complete listing begun at `since`: staff deleted them in Airtable. A listing without
 * any public story, or with far fewer, is held until staff confirm.
 */
export async function withdrawUnseen(db: Database, since: Date): Promise<void> {
  const { rows } = await db.query<LostStory>(`${lost} and seen_at < $1`, [since]);
  const { rows: left } = await db.query(
    `select 1 from stories where seen_at >= $1 and ${isPublished('stories')} limit 1`,
    [since],
  );
  await withdrawLost(db, rows, left.length === 0);
}
