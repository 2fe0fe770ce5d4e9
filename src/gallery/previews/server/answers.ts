import type pg from 'pg';
import { silenceKey } from '../../../filing/settings/list.ts';
import { actAs } from '../../../platform/act-as.ts';
import { type Database, inTransaction } from '../../../platform/postgres.ts';
import { storyTable } from '../../stories/table-name.ts';
import { silentDays } from '../consent-rule.ts';

/** What a unit agrees to; null where its draft has no photo or no contact. */
export interface UnitAnswer {
  name: boolean;
  photo: boolean | null;
  contact: boolean | null;
  words: string;
  /** Digest of the text that it saw. */
  seen: string;
}

/** What the answers of a unit hold back of its story. */
export interface Withheld {
  /** The unit objects to its story. */
  isRefused: boolean;
  /** The unit was asked and has not answered: the story waits, unless staff hold an agreement on paper. */
  isAwaited: boolean;
  photo: boolean;
  contact: boolean;
}

/** SQL: days after which silence holds a story no more, by the row of the owner or else by the file; null where it always does. */
export const silence = `coalesce((select (value ->> 'value')::int from settings where value ->> 'key' = '${silenceKey}' limit 1), ${silentDays ?? 'null::int'})`;

/** SQL: whether the unit was asked and its silence counts; `p` is the preview, `a` the last answer. */
const isAwaited = `(p.asked_at is not null and a.answered_at is null
  and coalesce(p.asked_at > now() - ${silence} * interval '1 day', true))`;

/** SQL: whether a story waits for the answer of its unit. */
export const waitsForAnswer = `(${isAwaited} and not p.on_paper)`;

/** What the office adds to a text: a unit that agreed is not asked again because of it. */
const ofOffice = [
  ...['unitCode', 'criteriaGroup', 'strands', 'clauses', 'year', 'documents'],
  ...['occasion', 'awardForm', 'decisionNumber', 'decisionDate', 'decisionBody'],
];

/** SQL: of the fields of a draft, those to which its unit says yes or no. */
export const askedFields = (fields: string) => `(${fields} - '{${ofOffice.join(',')}}'::text[])`;

/** SQL: the last answer about a story as `a`. */
export const lastAnswer = (id: string) =>
  `lateral (select * from story_answers o where o.id = ${id} order by answered_at desc limit 1) a on true`;

/** What is held back of these stories. An answer counts even where its draft is not kept. */
export async function withheldOf(
  db: Pick<Database, 'query'>,
  ids: readonly string[],
): Promise<Map<string, Withheld>> {
  const { rows } = await db.query<Withheld & { id: string }>(
    `select i.id, a.name is false as "isRefused", ${isAwaited} as "isAwaited", coalesce(a.photo is false, false) as photo,
       coalesce(a.contact is false, false) as contact
     from unnest($1::text[]) as i (id) left join story_previews p on p.id = i.id left join ${lastAnswer('i.id')}`,
    [ids],
  );
  return new Map(rows.map(({ id, ...held }) => [id, held]));
}

/** Lets an answer act on the story at once, whether it is public or waits. One whose text was forgotten comes back from the base. */
async function apply(client: pg.PoolClient, id: string, { name, photo, contact }: UnitAnswer): Promise<void> {
  const hidden = [...(photo === false ? ['photo'] : []), ...(contact === false ? ['contact'] : [])];
  await client.query(
    `update stories s set consent = $2 and b.consent is true and s.fields <> '{}',
       fields = s.fields || (select coalesce(jsonb_object_agg(field, null), '{}') from unnest($3::text[]) as field)
     from base_rows b where s.id = $1 and b.record_id = s.record_id`,
    [id, name, hidden],
  );
}

/** Records an answer within a transaction and lets it act, unless it is recorded already: then false. */
export async function putAnswer(
  client: pg.PoolClient,
  id: string,
  answer: UnitAnswer,
  answeredAt: string | null = null,
): Promise<boolean> {
  await actAs(client, 'don-vi');
  await client.query('select from story_previews where id = $1 for update', [id]);
  const { rowCount } = await client.query(
    `insert into story_answers (id, name, photo, contact, words, seen, answered_at)
     values ($1, $2, $3, $4, $5, $6, coalesce($7::timestamptz, clock_timestamp())) on conflict do nothing`,
    [id, answer.name, answer.photo, answer.contact, answer.words, answer.seen, answeredAt],
  );
  if (rowCount === 0) return false;
  await apply(client, id, answer);
  // What waited for the answer, or was left out after an earlier one, comes back from the base.
  await client.query(
    `insert into base_changes (record_id, table_name, gone)
     select record_id, $2, false from story_previews where id = $1
     on conflict (record_id) do update set cells = null, version = gen_random_uuid()`,
    [id, storyTable],
  );
  return true;
}

/** Records what a unit answered, beside its earlier answers. */
export async function recordAnswer(db: Database, id: string, answer: UnitAnswer): Promise<void> {
  await inTransaction(db, (client) => putAnswer(client, id, answer));
}
