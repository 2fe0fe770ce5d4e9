import { z } from 'zod';
import type { Database } from '../../platform/postgres.ts';
import { callsThisMonth } from './airtable-rate-limit.ts';
import { alone } from './alone.ts';
import { addChanges, type ChangedRow } from './change-queue.ts';
import { noteWritten, type RowAsRead } from './overwritten-cells.ts';
import { isMonthDear, isPollDue } from './poll-times.ts';
import { syncState } from './sync-state.ts';

/** Where the back office tells of changes: a list of payloads, read by a cursor. */
export interface ChangeFeed {
  /** Null if the token may not create a webhook. */
  open: (pingUrl: string | null) => Promise<{ id: string; secret: string } | null>;
  /** False where the feed is gone. */
  keep: (id: string) => Promise<boolean>;
  read: (
    id: string,
    cursor: number,
  ) => Promise<
    | {
        is: 'page';
        rows: ChangedRow[];
        /** See `noteWritten`. */
        written: RowAsRead[];
        isSchemaChanged: boolean;
        cursor: number;
        mightHaveMore: boolean;
      }
    | { is: 'lost' }
    | { is: 'gap'; cursor: number }
  >;
}

const instant = z.coerce.date();
const openSchema = z.object({
  id: z.string(),
  secret: z.string(),
  pingUrl: z.string().nullable(),
  cursor: z.number(),
  /** Every change after this instant is or will be told. */
  since: instant,
  checkedAt: instant,
  polledAt: instant.nullable(),
  foundAt: instant.nullable(),
});
type OpenFeed = z.infer<typeof openSchema>;
const memorySchema = z.object({ open: openSchema.nullable(), refusedAt: instant.nullable() });
const nothing = { open: null, refusedAt: null };

const memoryName = 'feed';
const pingName = 'pinged';
const dayMs = 24 * 60 * 60_000;
/** Least time between two polls for changes. Short, because staff wait for `Vì sao` after each edit. */
const pollMs = 60_000;
/** Most pages of payloads that one run reads. */
const mostPages = 20;
/** Key of the lock under which a feed is opened. */
const lock = 116;

const age = (then: Date | null, now: Date) =>
  then ? now.getTime() - then.getTime() : Number.POSITIVE_INFINITY;

const read = async (db: Database) => memorySchema.catch(nothing).parse(await syncState(db).read(memoryName));

/** The secret that signs pings; null where no feed is open. */
export const pingSecret = async (db: Database): Promise<string | null> =>
  (await read(db)).open?.secret ?? null;

/** Notes a ping. Resolves with whether a run should start now: not where one has just asked for changes. */
export async function notePing(db: Database, now: Date, restMs: number): Promise<boolean> {
  const memory = syncState(db);
  const before = instant
    .nullable()
    .catch(null)
    .parse(await memory.read(pingName));
  await memory.write(pingName, now);
  const { open } = await read(db);
  return age(open?.polledAt ?? null, now) > restMs && age(before, now) > restMs;
}

/**
 * Opens the feed of changes where there is none, and looks after it once a day. Resolves with the instant from which all changes
 * are told; null where the token may not read them, and the sync must list rows. That is tried again once a day.
 */
export async function openFeed(
  db: Database,
  feed: ChangeFeed,
  { now, pingUrl, problems }: { now: Date; pingUrl: string | null; problems: string[] },
): Promise<Date | null> {
  const memory = syncState(db);
  const { open, refusedAt } = await read(db);
  const isOurs = open?.pingUrl === pingUrl;
  if (open && isOurs && age(open.checkedAt, now) < dayMs) return open.since;
  if (!open && age(refusedAt, now) < dayMs) return null;
  let since = open?.since ?? null;
  await alone(
    db,
    async () => {
      if (open && isOurs && (await feed.keep(open.id)))
        return memory.write(memoryName, { open: { ...open, checkedAt: now }, refusedAt: null });
      const made = await feed.open(pingUrl);
      if (!made) {
        since = null;
        problems.push(
          'Airtable allows this token no webhook (scope webhook:manage): the sync lists all tables instead, which costs more calls.',
        );
        return memory.write(memoryName, { open: null, refusedAt: now });
      }
      since = now;
      const fresh = {
        ...made,
        pingUrl,
        cursor: 1,
        since: now,
        checkedAt: now,
        polledAt: null,
        foundAt: null,
      };
      await memory.write(memoryName, { open: fresh, refusedAt: null });
    },
    lock,
  );
  return since;
}

/** Stores what a page told, and the cursor behind it, unless another run has moved the cursor meanwhile. */
const addPage = (db: Database, before: OpenFeed, after: OpenFeed, page: Parameters<typeof addChanges>[1]) =>
  addChanges(db, page, async (client) => {
    const { rowCount } = await client.query(
      `update sync_memory set value = $2, changed_at = now()
       where name = $1 and value -> 'open' ->> 'id' = $3 and (value -> 'open' ->> 'cursor')::bigint = $4`,
      [memoryName, JSON.stringify({ open: after, refusedAt: null }), before.id, before.cursor],
    );
    return rowCount === 1;
  });

/**
 * Asks the feed what changed, where that is due, and keeps it for the steps of this run. Payloads that expired unread, or a feed
 * that is gone, mean that changes may have been missed: then every table is listed once more. Throws what the feed throws.
 */
export async function pollFeed(
  db: Database,
  feed: ChangeFeed,
  { now, everyMs, monthlyCalls }: { now: Date; everyMs: number; monthlyCalls: number },
): Promise<{ since: Date | null; isSchemaChanged: boolean }> {
  const memory = syncState(db);
  let { open } = await read(db);
  let isSchemaChanged = false;
  if (!open) return { since: null, isSchemaChanged };
  const pingedAt = instant
    .nullable()
    .catch(null)
    .parse(await memory.read(pingName));
  const isDear = isMonthDear(now, await callsThisMonth(db), monthlyCalls);
  if (!isPollDue({ ...open, now, pingedAt, everyMs: Math.min(everyMs, pollMs), isDear }))
    return { since: open.since, isSchemaChanged };
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await feed.read(open.id, open.cursor);
    if (page.is === 'lost') {
      await memory.write(memoryName, nothing);
      return { since: null, isSchemaChanged };
    }
    if (page.is === 'gap') {
      open = { ...open, cursor: page.cursor, since: now, polledAt: now };
      await memory.write(memoryName, { open, refusedAt: null });
      continue;
    }
    const hasMoved = page.cursor > open.cursor;
    const after: OpenFeed = {
      ...open,
      cursor: page.cursor,
      polledAt: now,
      foundAt: hasMoved ? now : open.foundAt,
    };
    await noteWritten(db, page.written);
    if (!(await addPage(db, open, after, page))) break;
    isSchemaChanged ||= page.isSchemaChanged;
    open = after;
    if (!page.mightHaveMore) break;
  }
  return { since: open.since, isSchemaChanged };
}
