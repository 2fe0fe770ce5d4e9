import type { Database } from '../../../platform/postgres.ts';
import type { FiledFile } from '../../definitions/files-field.ts';
import type { Patience } from '../../delivery/queue.ts';

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
       where f.sent_at is null and f.set_aside_at is null and f.doomed_at is null and f.next_attempt_at <= now()
         and d.record_id is not null
       order by f.next_attempt_at, f.place limit 1 for update of d skip locked
     ), claimed as (
       update evidence_files f set attempts = attempts + 1, next_attempt_at = now() + $1 * interval '1 ms'
       from due where f.code = due.code and f.sent_at is null and f.set_aside_at is null and f.next_attempt_at <= now()
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

/** Notes that a file is at the back office. */
export async function noteSent(db: Database, id: string): Promise<void> {
  await db.query('update evidence_files set sent_at = now(), last_error = null where id = $1', [id]);
}

/** Notes that a file will be refused again: it waits for a person. */
export async function setFileAside(db: Database, id: string, reason: string): Promise<void> {
  await db.query('update evidence_files set set_aside_at = now(), last_error = $2 where id = $1', [
    id,
    reason,
  ]);
}

/** Notes why files are in doubt; they come round again after a pause that doubles, up to 15 minutes. */
export async function noteInDoubt(
  db: Database,
  ids: readonly string[],
  reason: string,
  { retryMs }: Patience,
): Promise<void> {
  await db.query(
    `update evidence_files set last_error = $2, next_attempt_at = now() +
       least(interval '15 minutes', $3 * interval '1 ms' * power(2, least(attempts - 1, 10)))
     where id = any($1) and sent_at is null`,
    [ids, reason, retryMs],
  );
}

/** Gives files back that were not tried. */
export async function returnFiles(db: Database, ids: readonly string[]): Promise<void> {
  await db.query(
    'update evidence_files set attempts = attempts - 1, next_attempt_at = now() where id = any($1) and sent_at is null',
    [ids],
  );
}
