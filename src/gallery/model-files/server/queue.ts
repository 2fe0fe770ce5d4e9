import { noteProblems } from '../../../filing/delivery/row-problems.ts';
import { attachmentQueue, attachmentPatience as patience } from '../../../platform/attachment-queue.ts';
import type { Database } from '../../../platform/postgres.ts';
import type { ModelFileKind } from '../model-file.ts';
import type { FileToFetch } from '../read-attached.ts';

const fileQueue = attachmentQueue('model_files');

/** Queues files that are not stored yet. A fresh address resets the tries; a refused file stays refused. */
export async function queueModelFiles(db: Database, wanted: readonly FileToFetch[]): Promise<void> {
  if (wanted.length === 0) return;
  await db.query(
    `insert into model_files (attachment, given_name, url)
     select distinct on (attachment) attachment, name, url
     from jsonb_to_recordset($1::jsonb) as wanted (attachment text, name text, url text)
     on conflict (attachment) do update set given_name = excluded.given_name, ${fileQueue.renewed}
     where ${fileQueue.isWanted}`,
    [JSON.stringify(wanted)],
  );
}

/** Claims the next file to fetch, so that no other run fetches it now. */
export async function claimModelFile(db: Database): Promise<FileToFetch | undefined> {
  const { rows } = await db.query<FileToFetch>(
    `update model_files set ${fileQueue.lease('$1')}
     where attachment = (
       select attachment from model_files m where ${fileQueue.isDue('m')}
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
  const { rows } = await db.query<{ recordId: string; problem: string | null }>(
    `with wrong as (
       select s.record_id, string_agg(format('tệp “%s” chưa lên trang: %s', m.given_name, m.last_error), E'\\n' order by m.attachment) as problem
       from stories s, jsonb_array_elements(coalesce(s.fields -> 'files', '[]')) f
         join model_files m on m.attachment = f ->> 'attachment'
       where m.last_error is not null group by s.record_id
     )
     select record_id as "recordId", problem from wrong
     union all
     select record_id, null from row_problems
     where kind = 'model-file' and record_id not in (select record_id from wrong)`,
  );
  await noteProblems(db, 'model-file', new Map(rows.map(({ recordId, problem }) => [recordId, problem])));
}
