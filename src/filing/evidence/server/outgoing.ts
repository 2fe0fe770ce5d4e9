import { leasedQueue, type Patience } from '../../../platform/leased-queue.ts';
import type { Database } from '../../../platform/postgres.ts';
import type { FiledFile } from '../../definitions/files-field.ts';

/** The filed files that wait to be attached to the rows of their filings, by their ids. */
export const fileQueue = leasedQueue({
  table: 'evidence_files',
  key: 'id',
  done: 'sent_at',
  setAside: 'set_aside_at',
  longestWait: '15 minutes',
});

/** A filed file on its way to the back office; `attempts` counts this try too. */
export interface DueFile extends FiledFile {
  id: string;
  form: string;
  code: string;
  /** The back office's id of the row of its filing. */
  record: string;
  attempts: number;
  /** When it got there; null until then. */
  sentAt: Date | null;
}

/**
 * All files of one filing of which some are due, in their order, held for `leaseMs`: no other sync sends any of them. Its
 * row is at the back office already.
 */
export async function claimFiles(db: Database, { leaseMs }: Patience): Promise<DueFile[]> {
  const { rows } = await db.query<DueFile>(
    `with due as (
       select f.code from evidence_files f join deliveries d using (code)
       where ${fileQueue.isDue('f')} and f.doomed_at is null and d.record_id is not null
       order by f.next_attempt_at, f.place limit 1 for update of d skip locked
     ), claimed as (
       update evidence_files f set ${fileQueue.lease('$1')}
       from due where f.code = due.code and ${fileQueue.isDue('f')}
       returning f.id, f.attempts
     )
     select f.id, f.form, f.code, f.name, f.kind, f.bytes, f.sha256, d.record_id as record,
            coalesce(claimed.attempts, f.attempts) as attempts, f.sent_at as "sentAt"
     from due join evidence_files f on f.code = due.code join deliveries d on d.code = due.code
       left join claimed on claimed.id = f.id
     where claimed.id is not null or f.sent_at is not null
     order by f.place`,
    [leaseMs],
  );
  return rows;
}
