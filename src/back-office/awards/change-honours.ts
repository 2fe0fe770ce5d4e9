import { endedStates } from '../../filing/privacy/retention.ts';
import type { Database } from '../../platform/postgres.ts';
import type { ChangeHonours, HonourChange } from './honour.ts';

const rowsACall = 10;
/** Most rows of one kind of change in one run. */
const rowsARun = 300;

const agreed = `select l.id, l.record_id as "recordId", '{"is":"agreed"}'::jsonb as change from award_lines l
    join base_rows b on b.record_id = l.record_id and b.gone_at is null
    join lateral (select name from story_answers a where a.id = l.story_id order by answered_at desc limit 1) a on a.name
  where l.agreed_at is null and b.consent is not true limit $1`;

const approved = `select l.id, l.record_id as "recordId", jsonb_build_object('is', 'approved', 'release', d.said ->> 'release') as change
  from award_lines l join award_decisions d on d.record_id = l.decision
    join base_rows b on b.record_id = l.record_id and b.gone_at is null
  where d.approved and d.said ->> 'release' is not null and l.approved_at is null and l.listed
    and b.consent and b.wish in ('nhap', 'cho-xac-nhan') limit $1`;

const decided = `select l.id, v.record_id as "recordId", jsonb_build_object('is', 'decided', 'release', d.said ->> 'release') as change
  from award_lines l join award_decisions d on d.record_id = l.decision
    join submissions s on s.code = l.filing_code and s.state <> all($2)
    join deliveries v on v.code = s.code and v.record_id is not null
  where d.approved and d.said ->> 'release' is not null and l.decided_at is null and l.listed and l.written_at is not null limit $1`;

async function changeThose(
  db: Database,
  [query, ...values]: readonly [string, ...unknown[]],
  done: 'agreed_at' | 'approved_at' | 'decided_at',
  change: ChangeHonours,
): Promise<void> {
  const { rows } = await db.query<{ id: string; recordId: string; change: HonourChange }>(query, [
    rowsARun,
    ...values,
  ]);
  for (let start = 0; start < rows.length; start += rowsACall) {
    const ten = rows.slice(start, start + rowsACall);
    if ((await change(ten)) === null) return;
    await db.query(`update award_lines set ${done} = now() where id = any($1)`, [ten.map(({ id }) => id)]);
  }
}

/**
 * Ticks the consent of honorees who agreed at their private address, and puts the drafts that staff approved, and
 * their nominations, into the release of their decision. Each once: what staff change afterwards stays.
 */
export async function changeAwardedHonours(db: Database, change: ChangeHonours): Promise<void> {
  await changeThose(db, [agreed], 'agreed_at', change);
  await changeThose(db, [decided, endedStates], 'decided_at', change);
  await changeThose(db, [approved], 'approved_at', change);
}
