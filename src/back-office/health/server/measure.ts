import { statfs } from 'node:fs/promises';
import { z } from 'zod';
import { isPublished } from '../../../gallery/stories/public.ts';
import type { Database } from '../../../platform/postgres.ts';
import { callsThisMonth } from '../../sync/airtable-rate-limit.ts';
import { syncState } from '../../sync/sync-state.ts';
import type { Measures } from '../bounds.ts';

const queues = `
  select
    waiting.submissions as "waitingSubmissions", waiting.oldest as "oldestSubmission",
    (select count(*)::int from deliveries where set_aside_at is not null) as "refusedSubmissions",
    (select count(*)::int from evidence_files where set_aside_at is not null and code is not null) as "refusedFiles",
    (select count(*)::int from evidence_files
     where code is not null and sent_at is null and set_aside_at is null and doomed_at is null) as "waitingFiles",
    (select count(*)::int from row_problems p join stories s using (record_id)
     where p.kind = 'wish' and ${isPublished('s')}) as "unreadStates",
    (select count(*)::int from letters where sent_at is null and given_up_at is null) as "waitingLetters",
    (select count(*)::int from letters where given_up_at > now() - interval '1 day') as "failedLetters"
  from (select count(*)::int as submissions, min(received_at) as oldest from submissions left join deliveries d using (code)
        where d.delivered_at is null and d.set_aside_at is null) as waiting`;
const letters = `with letters as (
    select sent_at, given_up_at from receipt_copies union all select sent_at, given_up_at from state_letters
    union all select sent_at, given_up_at from story_letters union all select sent_at, given_up_at from unit_letters)`;

type Queues = Omit<
  Measures,
  | 'syncedAt'
  | 'rebuildSince'
  | 'failedBuilds'
  | 'servedDigest'
  | 'servedAt'
  | 'callsThisMonth'
  | 'monthlyCalls'
  | 'freeDisk'
>;

const runName = 'run';
const runSchema = z.object({ endedAt: z.coerce.date() });
/** What `askForRebuild` remembers. A request that is open has `asked`; changes that still settle have `since`. */
const rebuildSchema = z.object({
  served: z.string().nullable().default(null),
  servedAt: z.coerce.date().nullable().default(null),
  asked: z.string().nullable().default(null),
  askedAt: z.coerce.date().nullable().default(null),
  since: z.coerce.date().nullable().default(null),
  /** How often a build was asked for. */
  times: z.number().default(0),
});

/** Name under which the builder remembers how often it failed since it last built. */
export const failuresName = 'build failures';

/** Remembers that a sync run ended. */
export const noteRun = (db: Database, endedAt: Date): Promise<void> =>
  syncState(db).write(runName, { endedAt });

/** The free share of the disk that holds a folder, 0 to 1; null without a folder and where the system does not say. */
export async function freeShareOf(folder: string | undefined): Promise<number | null> {
  if (folder === undefined) return null;
  try {
    const { bavail, blocks } = await statfs(folder);
    return blocks > 0 ? bavail / blocks : null;
  } catch {
    return null;
  }
}

/** Measures the service. Throws the driver's error when PostgreSQL does not answer. */
export async function measure(
  db: Database,
  { monthlyCalls, freeDisk }: Pick<Measures, 'monthlyCalls' | 'freeDisk'>,
): Promise<Measures> {
  const memory = syncState(db);
  const { rows } = await db.query<Queues>(`${letters} ${queues}`);
  const [queued] = rows;
  if (!queued) throw new Error('PostgreSQL counted nothing.');
  const run = runSchema.safeParse(await memory.read(runName));
  const rebuild = rebuildSchema.safeParse(await memory.read('rebuild'));
  const { served = null, servedAt = null, asked = null, askedAt = null } = rebuild.data ?? {};
  const { since = null, times = 0 } = rebuild.data ?? {};
  const failures = z
    .number()
    .catch(0)
    .parse(await memory.read(failuresName));
  return {
    ...queued,
    syncedAt: run.data?.endedAt ?? null,
    rebuildSince: since ?? (asked === null ? null : askedAt),
    failedBuilds: Math.max(failures, asked === null ? 0 : times - 1),
    servedDigest: served,
    servedAt,
    callsThisMonth: await callsThisMonth(db),
    monthlyCalls,
    freeDisk,
  };
}
