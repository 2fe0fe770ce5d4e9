import type { Database } from '../../platform/postgres.ts';

/** A picture that a story wants, and where it is for the next two hours. */
export interface WantedPhoto {
  attachment: string;
  url: string;
}

/** Notes where pictures are that are not here yet. A fresh address is a fresh start; a refused file stays refused. */
export async function queuePhotos(db: Database, wanted: readonly WantedPhoto[]): Promise<void> {
  await db.query(
    `insert into photos (attachment, url)
     select distinct on (attachment) attachment, url from unnest($1::text[], $2::text[]) as wanted (attachment, url)
     on conflict (attachment) do update set url = excluded.url, url_at = now(),
       attempts = case when photos.url_at < now() - interval '1 hour' then 0 else photos.attempts end,
       next_try_at = case when photos.url_at < now() - interval '1 hour' then now() else photos.next_try_at end
     where photos.bytes is null and not photos.refused`,
    [wanted.map(({ attachment }) => attachment), wanted.map(({ url }) => url)],
  );
}

/** What is wrong with pictures, in words for staff: by attachment, only those that have a problem. */
export async function photoProblems(
  db: Database,
  attachments: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await db.query<{ attachment: string; problem: string }>(
    'select attachment, problem from photos where attachment = any($1) and problem is not null',
    [attachments],
  );
  return new Map(rows.map(({ attachment, problem }) => [attachment, problem]));
}

/**
 * The next picture to fetch, taken so that no other run fetches it now. It comes round again after one minute, then two,
 * four … for as long as its address lives.
 */
export async function claimPhoto(db: Database): Promise<WantedPhoto | undefined> {
  const { rows } = await db.query<WantedPhoto>(
    `update photos set attempts = attempts + 1, next_try_at = now() + power(2, attempts) * interval '1 minute'
     where attachment = (
       select attachment from photos
       where bytes is null and not refused and url_at > now() - interval '2 hours' and next_try_at <= now()
       order by next_try_at limit 1 for update skip locked)
     returning attachment, url`,
  );
  return rows[0];
}

/** Keeps a picture that came; whatever was wrong with it is no longer. */
export async function keepPhoto(
  db: Database,
  attachment: string,
  { bytes, type }: { bytes: Buffer; type: string },
): Promise<void> {
  await db.query(
    `with before as (select problem from photos where attachment = $1), cleared as (
       delete from story_problems where problem = (select problem from before) and record_id in
         (select record_id from stories where fields -> 'photo' ->> 'attachment' = $1))
     update photos set bytes = $2, type = $3, problem = null where attachment = $1`,
    [attachment, bytes, type],
  );
}

/** Notes why a picture is not shown, for staff; `isFinal`: its file is at fault and is not kept. */
export async function notePhotoProblem(
  db: Database,
  attachment: string,
  { problem, isFinal }: { problem: string; isFinal: boolean },
): Promise<void> {
  await db.query(
    `with noted as (
       insert into story_problems (record_id, problem)
       select record_id, $2 from stories where fields -> 'photo' ->> 'attachment' = $1
       on conflict (record_id) do update set problem = excluded.problem
       where story_problems.problem = (select problem from photos where attachment = $1))
     update photos set problem = $2, refused = $3, bytes = null where attachment = $1`,
    [attachment, `ảnh chưa hiện: ${problem}`, isFinal],
  );
}

/** Forgets pictures that no story with consent is shown, or is to be shown, with. */
export async function forgetPhotos(db: Database): Promise<void> {
  await db.query(
    `delete from photos where not exists (
       select 1 from stories
       where state = 'cong-bo' and consent and fields -> 'photo' ->> 'attachment' = photos.attachment)`,
  );
}
