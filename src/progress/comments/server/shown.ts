import { z } from 'zod';
import { readOwnerFiles } from '../../../filing/settings/server/owner-files.ts';
import { faultLine } from '../../../platform/http/fault-line.ts';
import { readBytes } from '../../../platform/http/read-bytes.ts';
import type { Database } from '../../../platform/postgres.ts';
import { begunCases, standingOf } from '../../../vocabulary/comment-cases.ts';
import { contentOf } from '../content.ts';
import { type ServedCase, servedCasesPath } from '../served.ts';
import { contentDigest } from './content-digest.ts';

const patienceMs = 3_000;
const mostBytes = 64 * 1024;
/** Least time between two looks at what the site shows, once everything was seen. */
const everyMs = 60 * 60_000;

const servedSchema = z.array(z.object({ id: z.string(), digest: z.string() }));

/** What the public site says that it shows; empty, with a line in the log, where it does not answer. */
async function readServed(siteUrl: string): Promise<ServedCase[]> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const answer = await fetch(new URL(servedCasesPath, siteUrl), { signal, cache: 'no-store' });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return servedSchema.parse(JSON.parse(new TextDecoder().decode(await readBytes(answer, mostBytes))));
  } catch (error) {
    console.error(`${siteUrl}${servedCasesPath} does not say what is up for comment: ${faultLine(error)}`);
    return [];
  }
}

/**
 * Looks at what the public site shows of the lists that are open, and notes it: each minute until the present version of each was
 * seen, then each hour. What is noted is what the site said of itself over HTTP, not what a build hoped.
 */
export async function noteShownCases(db: Database, siteUrl: string, now: Date): Promise<void> {
  const open = begunCases(now).filter((one) => standingOf(one, now) === 'open');
  if (open.length === 0 || siteUrl === '') return;
  const files = await readOwnerFiles(db);
  const present = open.map((one) => {
    const content = contentOf(one, files);
    return { id: one.id, content: JSON.stringify(content), digest: contentDigest(content) };
  });
  const { rows } = await db.query<{ id: string; digest: string }>(
    `select id, digest from comment_pages where last_seen_at > $1 and id = any($2)`,
    [new Date(now.getTime() - everyMs), present.map(({ id }) => id)],
  );
  const isSeen = ({ id, digest }: ServedCase) => rows.some((row) => row.id === id && row.digest === digest);
  if (present.every(isSeen)) return;
  const served = await readServed(siteUrl);
  const shown = present.filter(({ id, digest }) =>
    served.some((one) => one.id === id && one.digest === digest),
  );
  await db.query(
    `insert into comment_pages (id, digest, content)
     select id, digest, content from jsonb_to_recordset($1::jsonb) as shown (id text, digest text, content text)
     on conflict (id, digest) do update set last_seen_at = now(), times = comment_pages.times + 1`,
    [JSON.stringify(shown)],
  );
}

const versionSchema = z.object({
  digest: z.string(),
  content: z.string(),
  firstSeenAt: z.date(),
  lastSeenAt: z.date(),
  times: z.number(),
});

/** A version of a list as the public site was seen to show it. */
export type ShownVersion = z.infer<typeof versionSchema>;

/** The versions of a list that the public site was seen to show, the first one first. */
export async function readShownVersions(db: Database, id: string): Promise<ShownVersion[]> {
  const { rows } = await db.query(
    `select digest, content, first_seen_at as "firstSeenAt", last_seen_at as "lastSeenAt", times
     from comment_pages where id = $1 order by first_seen_at`,
    [id],
  );
  return rows.map((row) => versionSchema.parse(row));
}
