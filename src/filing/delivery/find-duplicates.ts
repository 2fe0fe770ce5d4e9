import type { Database } from '../../platform/postgres.ts';
import { nameKey } from '../../vietnamese/name-key.ts';
import { unlistedUnits } from '../../vocabulary/units.ts';
import { withdrawnStates } from '../states.ts';
import type { ClaimedSubmission } from '../submission.ts';
import { duplicateKeysOf } from './duplicate-keys.ts';

/** Staff get a warning when a unit files more nominations than this within an hour. */
export const unitNominationsAnHour = 30;

/** Most earlier nominations compared per key, so that a flood of duplicates does not slow the next deliveries. */
const mostCompared = 100;

/** Reasons for staff to look at a nomination twice. */
export interface DuplicateCheck {
  code: string;
  /** Codes of earlier duplicates, oldest first. */
  duplicates: string[];
  /** Published stories with the same name. */
  earlierAwards: { id: string; day: string; isModel: boolean }[];
  isFast: boolean;
  /** Whether the unit filed more than `unitNominationsAnHour` within the hour before. */
  isOfBusyUnit: boolean;
}

const statement = `with chunk as (
    select code, likeness, name from unnest($1::text[], $2::text[], $3::text[]) as b (code, likeness, name)
  ), kept as (
    insert into likenesses (code, likeness) select code, likeness from chunk where likeness <> ''
    on conflict do nothing
  ), outdated as (
    delete from likenesses l where code = any ($1)
      and not exists (select from chunk b where (b.code, b.likeness) = (l.code, l.likeness))
  ), known as (
    select l.code, l.likeness from (select distinct likeness from chunk) b,
      lateral (select code, likeness from likenesses where likeness = b.likeness limit $7) l
    union select code, likeness from chunk where likeness <> ''
  )
  select s.code, s.filed_fast as "isFast",
    array(
      select o.code from known k join submissions o using (code)
      where k.likeness in (select likeness from chunk b where b.code = s.code) and o.code <> s.code
        and (o.received_at, o.code) < (s.received_at, s.code) and o.state <> all ($6::text[])
        and o.answers->'strands' ?| array(select jsonb_array_elements_text(s.answers->'strands'))
        and coalesce(o.answers->>'periodFrom', '0') <= coalesce(s.answers->>'periodTo', '9')
        and coalesce(o.answers->>'periodTo', '9') >= coalesce(s.answers->>'periodFrom', '0')
      group by o.code, o.received_at order by o.received_at, o.code limit 3
    ) as duplicates,
    (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', t.id, 'isModel', t.fields->>'kind' = 'mo-hinh',
        'day', coalesce(t.fields->>'decisionDate', to_char(t.published_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'))
      ) order by t.id), '[]')
      from stories t
      where t.state = 'cong-bo' and t.consent and t.published_at <= now()
        and t.name_key in (select name from chunk b where b.code = s.code and name <> '')
    ) as "earlierAwards",
    s.unit_code <> all ($4::text[]) and (
      select count(*) from (
        select from submissions o
        where o.unit_code = s.unit_code and o.received_at <= s.received_at
          and o.received_at > s.received_at - interval '1 hour'
        limit $5
      ) hour
    ) >= $5 as "isOfBusyUnit"
  from submissions s where s.code = any ($1)`;

/**
 * Finds reasons to look twice at each nomination, in one query. The query also stores the keys of these nominations for comparison
 * with later ones.
 */
export async function findDuplicates(
  db: Database,
  chunk: readonly ClaimedSubmission[],
): Promise<DuplicateCheck[]> {
  const rows = chunk.flatMap((submission) => {
    const keys = duplicateKeysOf(submission);
    const name = nameKey(submission.answers.name);
    return (keys.length > 0 ? keys : ['']).map((key) => [submission.code, key, name]);
  });
  const column = (at: number) => rows.map((row) => row[at]);
  const unlisted = unlistedUnits.map(({ code }) => code);
  const { rows: found } = await db.query<DuplicateCheck>(statement, [
    column(0),
    column(1),
    column(2),
    unlisted,
    unitNominationsAnHour + 1,
    withdrawnStates,
    mostCompared,
  ]);
  return found;
}
