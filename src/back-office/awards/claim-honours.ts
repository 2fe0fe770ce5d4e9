import { awardLineSchema } from '../../gallery/award-decisions/award-line.ts';
import { awardDecisionSchema } from '../../gallery/award-decisions/decision.ts';
import { storyTable } from '../../gallery/stories/table-name.ts';
import { leasedQueue } from '../../platform/leased-queue.ts';
import { type Database, inTransaction } from '../../platform/postgres.ts';
import { nextIds } from '../drafts/orders.ts';
import type { HonourToWrite } from './honour.ts';

/** The lines that wait to be written. */
export const honourQueue = leasedQueue({
  table: 'award_lines',
  key: 'id',
  done: 'written_at',
  setAside: 'set_aside_at',
  longestWait: '15 minutes',
});

/** Waiting times of `honourQueue`. */
export const honourPatience = { leaseMs: 60_000, retryMs: 10_000 };

/** Most lines that are written at once: one look for their rows, then ten a call. */
const linesATime = 50;

interface Row {
  id: string;
  said: unknown;
  decision: unknown;
  storyId: string | null;
  recordId: string | null;
  nomination: HonourToWrite['nomination'];
}

const claim = `with claimed as (
    update award_lines set ${honourQueue.lease('$1')}
    where id in (select l.id from award_lines l join award_decisions d on d.record_id = l.decision
      where ${honourQueue.isDue('l')} and l.listed and d.wanted and l.said ->> 'kind' is not null
      order by l.next_attempt_at, (l.said ->> 'place')::int limit $2 for update of l skip locked)
    returning id, said, decision, filing_code, story_id, record_id
  )
  select c.id, c.said, d.said as decision, coalesce(t.story_id, b.code, c.story_id) as "storyId",
    coalesce(b.record_id, t.record_id, c.record_id) as "recordId",
    case when s.code is not null then jsonb_build_object('code', s.code, 'form', s.form, 'formVersion', s.form_version,
      'answers', s.answers, 'consentVersion', s.consent_version, 'receivedAt', s.received_at,
      'files', (select coalesce(jsonb_agg(name order by place), '[]') from evidence_files e where e.code = s.code)) end as nomination
  from claimed c join award_decisions d on d.record_id = c.decision
    left join submissions s on s.code = c.filing_code
    left join story_drafts t on t.code = c.filing_code
      and not exists (select from base_rows g where g.record_id = t.record_id and g.gone_at is not null)
    left join lateral (select record_id, code from base_rows r
      where r.filing_code = c.filing_code and r.table_name = $3 and r.gone_at is null limit 1) b on true
  order by (c.said ->> 'place')::int`;

const consentOf = (
  kind: string | null,
  consent: 'collectives' | 'all' | 'none',
): HonourToWrite['consent'] => {
  if (consent === 'all') return 'on-paper';
  return consent === 'collectives' && kind !== 'ca-nhan' ? 'given' : 'asked';
};

const prefixOf = (kind: string | null) => (kind === 'mo-hinh' ? 'MH' : 'VD');

/** Claims lines to write, each with the `Mã` that its row gets. A number is given once, even where the run dies. */
export function claimHonours(db: Database): Promise<HonourToWrite[]> {
  return inTransaction(db, async (client) => {
    const { rows } = await client.query<Row>(claim, [honourPatience.leaseMs, linesATime, storyTable]);
    const lines = rows.map((row) => ({ ...row, line: awardLineSchema.parse(row.said) }));
    const given = new Map<string, string>();
    for (const prefix of ['MH', 'VD'] as const) {
      const lacking = lines.filter(({ storyId, line }) => storyId === null && prefixOf(line.kind) === prefix);
      const ids = await nextIds(client, prefix, lacking.length);
      for (const [at, { id }] of lacking.entries()) given.set(id, ids[at] ?? '');
    }
    await client.query(
      `update award_lines l set story_id = g.story_id from unnest($1::text[], $2::text[]) as g (id, story_id) where l.id = g.id`,
      [[...given.keys()], [...given.values()]],
    );
    return lines.map(({ id, line, decision: said, storyId, recordId, nomination }) => {
      const decision = awardDecisionSchema.parse(said);
      return {
        id,
        decision,
        line,
        storyId: storyId ?? given.get(id) ?? '',
        recordId,
        nomination: nomination && { ...nomination, receivedAt: new Date(nomination.receivedAt) },
        consent: consentOf(line.kind, decision.consent),
      };
    });
  });
}
