import type pg from 'pg';
import { z } from 'zod';
import type { Database } from '../../../platform/postgres.ts';
import { isPublished } from '../../stories/public.ts';
import { photoSchema, type Story, storySchema } from '../../story.ts';
import { consentRule } from '../consent-rule.ts';
import { askedFields } from './answers.ts';

/** A draft as its row has it now. */
export interface DraftRow {
  recordId: string;
  id: string;
  /** Null where the row is withdrawn: nothing of it is kept. */
  fields: Record<string, unknown> | null;
  state: string;
  publishFrom: string | null;
  onPaper: boolean;
}

const linkEnd = `date_trunc('minute', now()) + ${consentRule.linkDays} * interval '1 day'`;

const text = z.string().nullable().catch(null);
/** Drafts may be incomplete: what is missing is said on the page. */
const fieldsSchema = z.object({
  kind: storySchema.shape.kind.catch('mo-hinh'),
  name: z.string().catch(''),
  summary: z.string().catch(''),
  body: z.string().catch(''),
  unitCode: text,
  unitName: z.string().catch(''),
  criteriaGroup: text,
  strands: z.array(z.string()).catch([]),
  clauses: z.array(z.string()).catch([]),
  year: z.number().catch(2026),
  occasion: text,
  awardForm: text,
  decisionNumber: text,
  decisionDate: text,
  decisionBody: text,
  motivation: text,
  indicators: storySchema.shape.indicators.catch([]),
  documents: z.number().catch(0),
  contact: text,
  photo: photoSchema.nullable().catch(null),
});

/** What of a row without consent is copied here: what its private address shows, and nothing else. */
const neededOf = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(fieldsSchema.shape).flatMap((name) => (name in fields ? [[name, fields[name]]] : [])),
  );

/** Keeps what the private addresses show. A story that was asked for once stays asked. */
export async function savePreviews(
  client: Pick<pg.PoolClient, 'query'>,
  drafts: readonly DraftRow[],
): Promise<void> {
  await client.query(
    `insert into story_previews as p (id, record_id, fields, state, publish_from, on_paper, asked_at, links_until, withdrawn_at)
     select id, "recordId", coalesce(fields, '{}'), state, "publishFrom", "onPaper",
       case when state = 'cho-xac-nhan' then now() end, ${linkEnd}, case when fields is null then now() end
     from jsonb_to_recordset($1::jsonb) as d (id text, "recordId" text, fields jsonb, state text, "publishFrom" timestamptz, "onPaper" boolean)
     where fields is not null or exists (select from story_previews k where k.id = d.id)
     on conflict (id) do update set record_id = excluded.record_id, fields = excluded.fields, state = excluded.state,
       publish_from = excluded.publish_from, on_paper = excluded.on_paper,
       asked_at = coalesce(p.asked_at, excluded.asked_at), withdrawn_at = excluded.withdrawn_at,
       links_until = case when p.withdrawn_at is not null and excluded.withdrawn_at is null
         then greatest(excluded.links_until, p.links_closed_until + interval '1 minute') else p.links_until end,
       changed_at = case when ${askedFields('p.fields')} = ${askedFields('excluded.fields')} then p.changed_at else now() end`,
    [JSON.stringify(drafts.map((draft) => ({ ...draft, fields: draft.fields && neededOf(draft.fields) })))],
  );
}

/** Forgets drafts whose rows are gone, and renews addresses that end within three days. */
export async function renewPreviews(db: Database): Promise<void> {
  await db.query(
    `update story_previews p set withdrawn_at = now(), fields = '{}' from base_rows b
     where b.record_id = p.record_id and b.gone_at is not null and p.withdrawn_at is null`,
  );
  await db.query(
    `update story_previews set links_until = ${linkEnd}
     where withdrawn_at is null and links_until < now() + interval '3 days'`,
  );
}

/** Forgets the drafts of what is taken down: no private address opens them, not even once the takedown has ended. */
export async function closePreviews(db: Pick<pg.PoolClient, 'query'>): Promise<void> {
  await db.query(
    `update story_previews p set fields = '{}', withdrawn_at = now() from takedowns t where t.id = p.id and p.withdrawn_at is null`,
  );
}

/** A draft as a private address shows it. */
export type Draft = z.infer<typeof fieldsSchema> & Pick<Story, 'id'>;

/** What an address leads to. */
export interface Preview {
  draft: Draft;
  publishFrom: Date | null;
  /** Digest of what the unit is asked about. */
  seen: string;
  /** The last answer of the unit. */
  answer: { at: Date; name: boolean; photo: boolean | null; contact: boolean | null; words: string } | null;
  /** Path of the story once it is public and built. */
  publicPath: string | null;
}

const answerSchema = z
  .object({
    at: z.coerce.date(),
    name: z.boolean(),
    photo: z.boolean().nullable(),
    contact: z.boolean().nullable(),
    words: z.string(),
  })
  .nullable();

/** The draft with a `Mã`; null where there is none any more, or where addresses that end at `until` were closed. */
export async function findPreview(db: Database, id: string, until: Date): Promise<Preview | null> {
  const { rows } = await db.query<{
    fields: unknown;
    publishFrom: Date | null;
    seen: string;
    answer: unknown;
    publicPath: string | null;
  }>(
    `select p.fields, p.publish_from as "publishFrom", md5(${askedFields('p.fields')}::text) as seen,
       (select jsonb_build_object('at', answered_at, 'name', name, 'photo', photo, 'contact', contact, 'words', words)
        from story_answers a where a.id = p.id order by answered_at desc limit 1) as answer,
       (select '/dien-hinh/' || sh.slug || '/' from stories s join shown_stories sh on sh.id = s.id
           and sh.withdrawn_at is null and sh.unserved_since is null
        where s.id = p.id and ${isPublished('s')}) as "publicPath"
     from story_previews p left join base_rows b on b.record_id = p.record_id
     where p.id = $1 and p.withdrawn_at is null and b.gone_at is null and coalesce(p.links_closed_until < $2, true)
       and not exists (select from takedowns t where t.id = p.id)`,
    [id, until],
  );
  const [row] = rows;
  if (!row) return null;
  const draft = { id, ...fieldsSchema.parse(row.fields) };
  return { ...row, draft, answer: answerSchema.parse(row.answer) };
}

/** The bytes of a draft's picture; null while they are not fetched. */
export async function findPicture(db: Database, id: string): Promise<Buffer | null> {
  const { rows } = await db.query<{ bytes: Buffer | null }>(
    `select f.bytes from story_previews p join photos f on f.attachment = p.fields->'photo'->>'attachment'
     where p.id = $1 and p.withdrawn_at is null`,
    [id],
  );
  return rows[0]?.bytes ?? null;
}
