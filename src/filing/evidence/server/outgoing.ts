import { leasedQueue, type Patience } from '../../../platform/leased-queue.ts';
import type { Database } from '../../../platform/postgres.ts';
import type { FiledFile } from '../../definitions/files-field.ts';

/** Queue of the filed files that wait to be attached to the rows of their submissions. */
export const fileQueue = leasedQueue({
  table: 'evidence_files',
  key: 'id',
  done: 'sent_at',
  setAside: 'set_aside_at',
  longestWait: '15 minutes',
});

/** A filed file that is to be sent to the back office; `attempts` includes this try. */
export interface DueFile extends FiledFile {
  id: string;
  form: string;
  code: string;
  /** The back office's id for the row of the submission. */
  record: string;
  attempts: number;
  /** When the file was delivered; null before. */
  sentAt: Date | null;
}

/**
 * Claims the due files of one submission whose row is in the back office, with a lease of `leaseMs`, so that no other sync sends
 * them. Returns them in order, together with the submission's files that were sent before.
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
