import { type Database, hasTable, inTransaction } from '../../../platform/postgres.ts';
import { honourPath } from '../../honours/statement.ts';
import type { StoredStory, WithdrawnStory } from '../../story.ts';

/** What of a story tells its decision. */
type Decided = Pick<StoredStory, 'id' | 'decisionNumber' | 'decisionDate' | 'decisionBody' | 'year'>;

const consentEnded = 'Không còn sự đồng ý công khai.';

/** SQL: from when a story is to be served as it stands now. One that turns back before it was ever served so is served already. */
const changed = (isTurned: string, builtAt: string) =>
  `case when not (${isTurned}) then shown_stories.unserved_since
     when shown_stories.unserved_since is null then ${builtAt}::timestamptz end`;

/**
 * SQL: whether the public site shows a story of `shown_stories` now. What the newest build changed counts once that build is served.
 */
export const isServed = (table: string): string =>
  `((${table}.withdrawn_at is null) = (${table}.unserved_since is null))`;

/**
 * SQL: why a story of `shown_stories` is not public, as far as the public is told: what the build that left it out noted, and before
 * that what staff wrote.
 */
export const goneReason = (shown: string, stories: string): string =>
  `case when ${shown}.withdrawn_at is not null then ${shown}.withdrawn_reason
     when ${stories}.state = 'go-bo' and ${stories}.consent then ${stories}.withdrawn_reason end`;

/** Notes by which decision each story is honoured, for whoever asks by its number once the story is gone. */
async function recordDecisions(db: Pick<Database, 'query'>, stories: readonly Decided[]): Promise<void> {
  const decided = stories.flatMap(({ id, decisionNumber: number, decisionDate: date, decisionBody: body }) =>
    number ? [{ id, number, date, body }] : [],
  );
  await db.query('delete from shown_decisions where id = any($1)', [stories.map(({ id }) => id)]);
  await db.query(
    `insert into shown_decisions (id, number, date, body)
     select * from jsonb_to_recordset($1::jsonb) as said (id text, number text, date text, body text)`,
    [JSON.stringify(decided)],
  );
}

/** Notes the year of each story with a decision, by which the list of a decision without a date is found. */
async function recordYears(db: Pick<Database, 'query'>, stories: readonly Decided[]): Promise<void> {
  const decided = stories.filter(({ decisionNumber }) => decisionNumber);
  await db.query(
    `insert into shown_decision_years (id, year) select * from unnest($1::text[], $2::integer[]) as s (id, year)
     on conflict (id) do update set year = excluded.year`,
    [decided.map(({ id }) => id), decided.map(({ year }) => year)],
  );
}

/**
 * Records which stories a build shows, and which earlier stories the build no longer shows. Addresses of withdrawn stories
 * are never given to another story and always lead somewhere. Their corrections stay. `builtAt`: the instant by which the build
 * will be known when it is served; null where it is served already.
 */
export async function recordPublication(
  db: Database,
  stories: readonly (Pick<StoredStory, 'slug' | 'corrections'> & Decided)[],
  builtAt: Date | null = null,
): Promise<void> {
  const ids = stories.map(({ id }) => id);
  const slugs = stories.map(({ slug }) => slug);
  const corrections = stories.flatMap(({ id, corrections }) => corrections.map((said) => ({ id, ...said })));
  const keepsDecisions = await hasTable(db, 'shown_decisions');
  const keepsYears = await hasTable(db, 'shown_decision_years');
  await inTransaction(db, async (client) => {
    await client.query(
      `insert into shown_stories (id, slug, unserved_since) select id, slug, $3 from unnest($1::text[], $2::text[]) as s (id, slug)
       on conflict (id) do update set slug = excluded.slug, withdrawn_at = null, withdrawn_reason = null,
         unserved_since = ${changed('shown_stories.withdrawn_at is not null', '$3')}`,
      [ids, slugs, builtAt],
    );
    await client.query(
      `insert into shown_slugs (slug, id) select * from unnest($1::text[], $2::text[]) on conflict do nothing`,
      [slugs, ids],
    );
    await client.query(
      `insert into shown_corrections (id, day, text)
       select id, day, text from jsonb_to_recordset($1::jsonb) as said (id text, day date, text text)
       on conflict do nothing`,
      [JSON.stringify(corrections)],
    );
    if (keepsDecisions) await recordDecisions(client, stories);
    if (keepsYears) await recordYears(client, stories);
    await client.query(
      `update shown_stories set withdrawn_at = coalesce(withdrawn_at, now()),
         unserved_since = ${changed('shown_stories.withdrawn_at is null', '$3')},
         withdrawn_reason = case when stories.consent then stories.withdrawn_reason else $2 end
       from stories where stories.id = shown_stories.id and shown_stories.id <> all($1)`,
      [ids, consentEnded, builtAt],
    );
  });
}

/** Notes that the public site serves a build, known by the instant at which it read the store. */
export async function noteServed(db: Database, builtAt: Date): Promise<void> {
  await db.query('update shown_stories set unserved_since = null where unserved_since <= $1', [builtAt]);
}

/** The story of every last part of an address that a story ever had. */
export async function readShownSlugs(db: Database): Promise<Map<string, string>> {
  const { rows } = await db.query<{ slug: string; id: string }>('select slug, id from shown_slugs');
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

/** Every withdrawn story: it was public and no longer is. */
export async function readWithdrawn(db: Database): Promise<WithdrawnStory[]> {
  const { rows } = await db.query<Required<WithdrawnStory>>(
    `select shown.id, shown.withdrawn_reason as reason, shown.withdrawn_at as "withdrawnAt",
       coalesce(stories.state <> 'go-bo' and stories.consent, false) as "isPostponed"
     from shown_stories shown left join stories using (id) where shown.withdrawn_at is not null order by shown.id`,
  );
  return rows.map(({ isPostponed, ...gone }) => (isPostponed ? { ...gone, isPostponed } : gone));
}

/** A redirect, as in Netlify's `_redirects`. */
export interface Redirect {
  from: string;
  to: string;
  status: 301 | 410;
}

/** What a build writes beside the page of a story: it goes with the story. */
const besides = (id: string): string[] => [honourPath(id)];

/** Redirects of the former addresses of all stories: to the story, or to the page that says why it is gone. Ids are for short-address.ts. */
export async function storyRedirects(db: Database): Promise<Redirect[]> {
  const { rows } = await db.query<{ id: string; slug: string; current: boolean; gone: boolean }>(
    `select shown_stories.id, shown_slugs.slug, shown_slugs.slug = shown_stories.slug as current,
       withdrawn_at is not null as gone
     from shown_stories join shown_slugs using (id) order by shown_stories.id, shown_slugs.slug`,
  );
  const now = new Map(rows.filter(({ current }) => current).map(({ id, slug }) => [id, slug]));
  return rows.flatMap(({ id, slug, current, gone }): Redirect[] => {
    const old = `/dien-hinh/${slug}/`;
    if (gone)
      return [old, ...(current ? besides(id) : [])].map((from) => ({
        from,
        to: `/da-go/${id}/`,
        status: 410,
      }));
    return current ? [] : [{ from: old, to: `/dien-hinh/${now.get(id)}/`, status: 301 }];
  });
}
