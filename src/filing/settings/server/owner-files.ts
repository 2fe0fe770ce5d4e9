import { attachmentQueue, attachmentPatience as patience } from '../../../platform/attachment-queue.ts';
import { fetchBytes } from '../../../platform/http/fetch-bytes.ts';
import type { Database } from '../../../platform/postgres.ts';
import { filedFileSchema } from '../../definitions/files-field.ts';
import { maxFileBytes } from '../../definitions/uploaded-file.ts';
import { noteProblems } from '../../delivery/row-problems.ts';
import { checkFile } from '../../evidence/server/check-file.ts';
import type { FetchableFile, OwnerFile } from '../attached.ts';
import { isMissingTable } from './store.ts';

const fileQueue = attachmentQueue('owner_files');

/** Most files that one run fetches. The next run follows within a minute. */
const filesARun = 4;

/** Queues files that are not stored yet. A fresh address resets the tries; a refused file stays refused. */
export async function queueOwnerFiles(
  db: Pick<Database, 'query'>,
  wanted: readonly (FetchableFile & { recordId: string })[],
): Promise<void> {
  if (wanted.length === 0) return;
  await db.query(
    `insert into owner_files (attachment, record_id, given_name, url)
     select distinct on (id) id, "recordId", name, url from jsonb_to_recordset($1::jsonb)
       as wanted (id text, "recordId" text, name text, url text)
     on conflict (attachment) do update set record_id = excluded.record_id, ${fileQueue.renewed}
     where ${fileQueue.isWanted}`,
    [JSON.stringify(wanted)],
  );
}

/** SQL: the files that some row still holds. */
const isHeld = `exists (select from settings s, jsonb_array_elements(s.value -> 'files') f where f ->> 'id' = o.attachment)`;

interface ClaimedFile {
  attachment: string;
  recordId: string;
  name: string;
  url: string;
}

async function claim(db: Database): Promise<ClaimedFile | undefined> {
  const { rows } = await db.query<ClaimedFile>(
    `update owner_files set ${fileQueue.lease('$1')}
     where attachment = (
       select attachment from owner_files o
       where ${fileQueue.isDue('o')} and ${isHeld}
       order by next_attempt_at limit 1 for update skip locked)
     returning attachment, record_id as "recordId", given_name as name, url`,
    [patience.leaseMs],
  );
  return rows[0];
}

/** The checked and stripped file, or why there is none; `isFinal` where another try would fail in the same way. */
async function take(file: ClaimedFile) {
  const fetched = await fetchBytes(file.url, maxFileBytes);
  if (!fetched.ok) return fetched;
  const checked = checkFile(file.name, fetched.bytes);
  return checked.ok ? checked : ({ ok: false, problem: checked.message, isFinal: true } as const);
}

/** Tells staff, in each row, which of its files could not be published and why. */
async function noteFileProblems(db: Database): Promise<void> {
  const { rows } = await db.query<{ recordId: string; problem: string | null }>(
    `select record_id as "recordId", string_agg(last_error, E'\\n' order by attachment) as problem
     from owner_files o where last_error is not null and ${isHeld} group by record_id
     union all
     select record_id, null from row_problems r where kind = 'file' and not exists (
       select from owner_files o where o.record_id = r.record_id and last_error is not null and ${isHeld})`,
  );
  await noteProblems(db, 'file', new Map(rows.map(({ recordId, problem }) => [recordId, problem])));
}

/**
 * Fetches a few files of rows while their addresses work, checks them as evidence is checked, and forgets files that no row holds.
 * After `lastStart`, no download begins.
 */
export async function downloadOwnerFiles(db: Database, lastStart: Date): Promise<void> {
  await db.query(`delete from owner_files o where not ${isHeld} and url_at < now() - interval '1 day'`);
  for (let taken = 0; taken < filesARun && Date.now() < lastStart.getTime(); taken += 1) {
    const file = await claim(db);
    if (!file) break;
    const got = await take(file);
    if (got.ok)
      await db.query(
        'update owner_files set bytes = $2, facts = $3, last_error = null where attachment = $1',
        [file.attachment, Buffer.from(got.bytes), JSON.stringify(got.facts)],
      );
    else
      await fileQueue.fail(db, [file.attachment], `Tệp “${file.name}” chưa đăng: ${got.problem}`, {
        ...patience,
        isFinal: got.isFinal,
      });
  }
  await noteFileProblems(db);
}

/** The files of rows that are there, without their bytes. */
export async function readOwnerFiles(db: Pick<Database, 'query'>): Promise<OwnerFile[]> {
  try {
    const { rows } = await db.query<{ id: string; facts: unknown }>(
      `select attachment as id, facts from owner_files o where bytes is not null and ${isHeld} order by attachment`,
    );
    return rows.map(({ id, facts }) => ({ id, ...filedFileSchema.parse(facts) }));
  } catch (error) {
    if (isMissingTable(error)) return [];
    throw error;
  }
}

/** The bytes of a file; null where it is not there. */
export async function readOwnerFile(db: Pick<Database, 'query'>, id: string): Promise<Buffer | null> {
  const { rows } = await db.query<{ bytes: Buffer | null }>(
    'select bytes from owner_files where attachment = $1',
    [id],
  );
  return rows[0]?.bytes ?? null;
}

/** Which files of rows have come, as one word: a site built with another is to be built anew. */
export async function ownerFilesDigest(db: Pick<Database, 'query'>): Promise<string> {
  const files = await readOwnerFiles(db);
  return files.map(({ sha256 }) => `^${sha256.slice(0, 12)}`).join('');
}
