import { stateById } from '../filing/states.ts';
import { answerDay } from '../filing/status/answer-day.ts';
import { answerTimes } from '../filing/status/answer-times.ts';
import type { Database } from '../platform/postgres.ts';
import { dayInVietnam } from '../vietnamese/official-date.ts';
import type { WaitingRow } from './waiting-rows.ts';

/** Submissions that stand in a state longer than the owner announced for it; none where no time is announced. */
export async function overdue(db: Database, now: Date): Promise<WaitingRow[]> {
  const times = answerTimes();
  const timed = Object.keys(times).filter((state) => times[state] != null);
  const { rows } = await db.query<{ code: string; state: string; since: Date; recordId: string | null }>(
    `select s.code, s.state, s.changed_at as since, d.record_id as "recordId"
     from submissions s left join deliveries d using (code) where s.state = any($1) order by s.changed_at`,
    [timed],
  );
  const today = dayInVietnam(now);
  return rows
    .filter(({ state, since }) => (answerDay(state, since) ?? today) < today)
    .map(({ code, state, since, recordId }) => ({
      table: null,
      code,
      recordId,
      why: `Quá ${times[state]} ngày làm việc đã công bố mà phiếu vẫn “${stateById(state).airtable}”.`,
      since,
    }));
}
