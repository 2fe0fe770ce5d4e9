import { setTimeout as sleep } from 'node:timers/promises';
import { isPublished } from '../../gallery/stories/public.ts';
import { isServed } from '../../gallery/stories/server/publication-log.ts';
import type { Database } from '../../platform/postgres.ts';

/** A story of the served build that is to be hidden, or that was hidden and is public again. */
interface Looked {
  id: string;
  slug: string;
  isGone: boolean;
  /** What was seen before; null where nobody has asked. */
  answersGone: boolean | null;
}

/** Most addresses that one run asks for. */
const mostLooks = 20;
/** A server of our own looks for what is gone each three seconds: a run that just learned of it waits that long. */
const patience = { tries: 5, betweenMs: 1_000, askMs: 2_000 };
const gone = 410;

const toLookAt = `
  select sh.id, sh.slug, not (${isPublished('s')}) as "isGone", sh.answers_gone as "answersGone"
  from shown_stories sh join stories s using (id)
  where ${isServed('sh')} and (not (${isPublished('s')}) or sh.answers_gone is not null)
  order by sh.answers_gone is not null, sh.id limit ${mostLooks}`;

/** The status of an address as the public gets it; null where the site does not answer. */
const statusOf = (url: URL): Promise<number | null> =>
  fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(patience.askMs) }).then(
    ({ status }) => status,
    () => null,
  );

/** Whether this is the first look since the story was to be hidden, or shown again. */
const isFirst = ({ isGone, answersGone }: Looked) => (isGone ? answersGone === null : answersGone === true);

async function look(story: Looked, siteUrl: string, lastStart: Date): Promise<boolean | null> {
  const url = new URL(`/dien-hinh/${story.slug}/`, siteUrl);
  const wanted = (status: number) => (status === gone) === story.isGone;
  let status = await statusOf(url);
  for (let left = patience.tries; left > 0 && isFirst(story); left -= 1) {
    if (status === null || wanted(status) || Date.now() > lastStart.getTime()) break;
    await sleep(patience.betweenMs);
    status = await statusOf(url);
  }
  // A site that does not say leaves what was seen.
  if (status === null) return story.answersGone ?? (story.isGone ? false : null);
  if (status === gone) return true;
  return story.isGone ? false : null;
}

/**
 * Notes of each story that was taken back, or is public again, what its address answers before the next build: the row says what
 * visitors see. Asks the public site, and waits a few seconds for a server that is about to know.
 */
export async function noteServedWithdrawals(db: Database, siteUrl: string, lastStart: Date): Promise<void> {
  await db.query(
    `update shown_stories sh set answers_gone = null where answers_gone is not null and not ${isServed('sh')}`,
  );
  if (siteUrl === '') return;
  const { rows } = await db.query<Looked>(toLookAt);
  const seen = await Promise.all(
    rows.map(async (story) => ({ id: story.id, answersGone: await look(story, siteUrl, lastStart) })),
  );
  await db.query(
    `update shown_stories sh set answers_gone = said."answersGone"
     from jsonb_to_recordset($1::jsonb) as said (id text, "answersGone" boolean)
     where sh.id = said.id and sh.answers_gone is distinct from said."answersGone"`,
    [JSON.stringify(seen)],
  );
}
