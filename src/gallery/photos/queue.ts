import { attachmentQueue, attachmentPatience as patience } from '../../platform/attachment-queue.ts';
import { type Database, inTransaction } from '../../platform/postgres.ts';
import { isPublished } from '../stories/public.ts';

/** A picture that a story needs, and its Airtable address, which works for two hours. */
export interface WantedPhoto {
  attachment: string;
  url: string;
}

const photoQueue = attachmentQueue('photos');

/** Queues pictures that are not stored yet. A fresh address resets the tries; a refused file stays refused. */
export async function queuePhotos(db: Database, wanted: readonly WantedPhoto[]): Promise<void> {
  await db.query(
    `insert into photos (attachment, url)
     select distinct on (attachment) attachment, url from unnest($1::text[], $2::text[]) as wanted (attachment, url)
     on conflict (attachment) do update set ${photoQueue.renewed}
     where ${photoQueue.isWanted}`,
    [wanted.map(({ attachment }) => attachment), wanted.map(({ url }) => url)],
  );
}

/** Problems of pictures in words for staff, by attachment. Pictures without a problem are left out. */
export async function photoProblems(
  db: Database,
  attachments: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await db.query<{ attachment: string; problem: string }>(
    'select attachment, last_error as problem from photos where attachment = any($1) and last_error is not null',
    [attachments],
  );
  return new Map(rows.map(({ attachment, problem }) => [attachment, problem]));
}

/** The pictures of public stories, by the digest of their bytes. */
export async function readPhotoDigests(
  db: Pick<Database, 'query'>,
): Promise<{ id: string; digest: string }[]> {
  const { rows } = await db.query<{ id: string; digest: string }>(
    `select s.id, p.digest from stories s join photos p on p.attachment = s.fields -> 'photo' ->> 'attachment'
     where ${isPublished('s')} and p.digest is not null`,
  );
  return rows;
}

/** Claims the next picture to fetch, so that no other run fetches it now. */
export async function claimPhoto(db: Database): Promise<WantedPhoto | undefined> {
  const { rows } = await db.query<WantedPhoto>(
    `update photos set ${photoQueue.lease('$1')}
     where attachment = (
       select attachment from photos p where ${photoQueue.isDue('p')}
       order by next_attempt_at limit 1 for update skip locked)
     returning attachment, url`,
    [patience.leaseMs],
  );
  return rows[0];
}

/** Stores a fetched picture and clears its problem. */
export async function keepPhoto(
  db: Database,
  attachment: string,
  { bytes, type }: { bytes: Buffer; type: string },
): Promise<void> {
  await db.query(
    `with cleared as (
       delete from row_problems where kind = 'photo' and record_id in
         (select record_id from stories where fields -> 'photo' ->> 'attachment' = $1))
     update photos set bytes = $2, type = $3, last_error = null where attachment = $1`,
    [attachment, bytes, type],
  );
}

/** Notes for staff why a picture is not shown; `isFinal`: the file itself is at fault and is not kept. */
export async function notePhotoProblem(
  db: Database,
  attachment: string,
  { problem, isFinal }: { problem: string; isFinal: boolean },
): Promise<void> {
  const told = `ảnh chưa hiện: ${problem}`;
  await inTransaction(db, async (client) => {
    await client.query(
      `insert into row_problems (record_id, kind, problem)
       select record_id, 'photo', $2 from stories where fields -> 'photo' ->> 'attachment' = $1
       on conflict (record_id, kind) do update set problem = excluded.problem`,
      [attachment, told],
    );
    // A picture that was fetched but cannot be drawn is not kept.
    await client.query('update photos set bytes = null where attachment = $1', [attachment]);
    await photoQueue.fail(client, [attachment], told, { ...patience, isFinal });
  });
}

/** Deletes pictures that no story with consent shows or will show, and no draft at a private address. */
export async function forgetPhotos(db: Database): Promise<void> {
  await db.query(
    `delete from photos where not exists (
       select 1 from stories
       where state = 'cong-bo' and consent and fields -> 'photo' ->> 'attachment' = photos.attachment)
     and not exists (
       select 1 from story_previews
       where withdrawn_at is null and fields -> 'photo' ->> 'attachment' = photos.attachment)`,
  );
}
