import { leasedQueue, type Patience } from '../../../platform/leased-queue.ts';
import type { Database } from '../../../platform/postgres.ts';
import type { FiledFile } from '../../definitions/files-field.ts';

/** The queue of filed files to attach to the rows of their submissions, by file id. */
export const fileQueue = leasedQueue({
  table: 'evidence_files',
  key: 'id',
  done: 'sent_at',
  setAside: 'set_aside_at',
  longestWait: '15 minutes',
});

/** A filed file that is due for the back office; `attempts` includes this try. */
export interface DueFile extends FiledFile {
  id: string;
  form: string;
  code: string;
  /** Record id of the submission in the back office. */
  record: string;
  attempts: number;
  /** When the file was attached; null before that. */
  sentAt: Date | null;
}

/**
 * Leases all files of one submission that has due files, in order, so that no other sync sends them. Only picks submissions whose
 * rows are already in the back office.
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
