import { leasedQueue } from '../../../platform/leased-queue.ts';
import type { Database } from '../../../platform/postgres.ts';
import type { ModelFileKind } from '../model-file.ts';
import type { FileToFetch } from '../read-attached.ts';

const fileQueue = leasedQueue({
  table: 'model_files',
  key: 'attachment',
  done: 'bytes',
  setAside: 'set_aside_at',
  longestWait: '1 hour',
});

/** A run leases a file for a minute and waits a minute before the second try, while the file's address works. */
const patience = { leaseMs: 60_000, retryMs: 60_000 };

/** Queues files that are not stored yet. A fresh address resets the tries; a refused file stays refused. */
export async function queueModelFiles(db: Database, wanted: readonly FileToFetch[]): Promise<void> {
  if (wanted.length === 0) return;
  await db.query(
    `insert into model_files (attachment, given_name, url)
     select distinct on (attachment) attachment, name, url
     from jsonb_to_recordset($1::jsonb) as wanted (attachment text, name text, url text)
     on conflict (attachment) do update set given_name = excluded.given_name, url = excluded.url, url_at = now(),
       attempts = case when model_files.url_at < now() - interval '1 hour' then 0 else model_files.attempts end,
       next_attempt_at = case when model_files.url_at < now() - interval '1 hour' then now() else model_files.next_attempt_at end
     where model_files.bytes is null and model_files.set_aside_at is null`,
    [JSON.stringify(wanted)],
  );
}

/** Claims the next file to fetch, so that no other run fetches it now. */
export async function claimModelFile(db: Database): Promise<FileToFetch | undefined> {
  const { rows } = await db.query<FileToFetch>(
    `update model_files set ${fileQueue.lease('$1')}
     where attachment = (
       select attachment from model_files m where ${fileQueue.isDue('m')} and url_at > now() - interval '2 hours'
       order by next_attempt_at limit 1 for update skip locked)
     returning attachment, given_name as name, url`,
    [patience.leaseMs],
  );
  return rows[0];
}

/** Stores a file as it will be handed out. */
export async function keepModelFile(
  db: Database,
  attachment: string,
  { name, kind, bytes }: { name: string; kind: ModelFileKind; bytes: Uint8Array },
): Promise<void> {
  await db.query(
    'update model_files set bytes = $2, name = $3, kind = $4, last_error = null where attachment = $1',
    [attachment, Buffer.from(bytes), name, kind],
  );
}

/** Notes why a file is not handed out; `isFinal`: the file itself is at fault. */
export const noteModelFileProblem = (
  db: Database,
  attachment: string,
  { problem, isFinal }: { problem: string; isFinal: boolean },
): Promise<void> => fileQueue.fail(db, [attachment], problem, { ...patience, isFinal });

/** Deletes files that no story with consent hands out or will. */
export async function forgetModelFiles(db: Database): Promise<void> {
  await db.query(
    `delete from model_files m where not exists (
       select 1 from stories s, jsonb_array_elements(coalesce(s.fields -> 'files', '[]')) f
       where s.state = 'cong-bo' and s.consent and f ->> 'attachment' = m.attachment)`,
  );
}

/** Puts what is wrong with the files of stories into the list of problems that staff read in their rows. */
export async function noteFilesOfRows(db: Database): Promise<void> {
  await db.query(
    `with wrong as (
       select s.record_id, string_agg(format('tệp “%s” chưa lên trang: %s', m.given_name, m.last_error), E'\\n' order by m.attachment) as problem
       from stories s, jsonb_array_elements(coalesce(s.fields -> 'files', '[]')) f
         join model_files m on m.attachment = f ->> 'attachment'
       where m.last_error is not null group by s.record_id
     ), gone as (
       delete from row_problems where kind = 'file' and record_id not in (select record_id from wrong)
     )
     insert into row_problems as p (record_id, kind, problem) select record_id, 'file', problem from wrong
     on conflict (record_id, kind) do update set problem = excluded.problem,
       since = case when p.problem = excluded.problem then p.since else now() end`,
  );
}
