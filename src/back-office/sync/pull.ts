import { z } from 'zod';
import type { SyncState } from './sync-state.ts';

/** A page of a listing of what changed at the back office. */
export interface Page<T> {
  rows: T[];
  /** Where the next page starts; null after the last. */
  next: string | null;
  /** The place to go on from is no longer known: the listing has to start anew. */
  expired: boolean;
}

/** What to list: rows that changed after `since`, all of them when it is null, from where the last page ended. */
export interface Listing {
  since: Date | null;
  offset: string | null;
}

/** Asks for one page. */
export type AskForPage<T> = (listing: Listing) => Promise<Page<T>>;

const instant = z.coerce.date();
const progressSchema = z.object({
  /** Begin of the last complete listing, and of the last complete one of all rows. */
  cursor: instant.nullable(),
  fullAt: instant.nullable(),
  /** A listing that ran out of time, to be gone on with. */
  open: z
    .object({ since: instant.nullable(), began: instant, offset: z.string().nullable(), full: z.boolean() })
    .nullable(),
});

type Progress = z.infer<typeof progressSchema>;

/** How often, and what to do with what comes. */
export interface PullPlan<T> {
  name: string;
  everyMs: number;
  ask: AskForPage<T>;
  takeIn: (rows: T[]) => Promise<void>;
  /** Once a day all rows are listed; told when that listing began. */
  afterFull?: (began: Date) => Promise<void>;
}

/** Clocks differ, and a row may change while it is listed: look back a little further than the last listing. */
const overlapMs = 2 * 60_000;
const fullEveryMs = 24 * 60 * 60_000;

const age = (then: Date | null, now: Date) =>
  then ? now.getTime() - then.getTime() : Number.POSITIVE_INFINITY;

function beginListing({ cursor, fullAt }: Progress, now: Date): NonNullable<Progress['open']> {
  const full = age(fullAt, now) > fullEveryMs;
  const since = cursor && !full ? new Date(cursor.getTime() - overlapMs) : null;
  return { since, began: now, offset: null, full };
}

/**
 * Takes in everything since the last complete listing, page by page. A listing that is cut off goes on at the next run
 * where it stopped; the cursor moves only when all of it was taken in.
 */
export async function pull<T>(memory: SyncState, plan: PullPlan<T>, now: Date): Promise<void> {
  const nothing: Progress = { cursor: null, fullAt: null, open: null };
  const progress = progressSchema.catch(nothing).parse(await memory.read(plan.name));
  if (!progress.open && age(progress.cursor, now) < plan.everyMs) return;
  const open = progress.open ?? beginListing(progress, now);
  do {
    const page = await plan.ask(open);
    if (page.expired) return memory.write(plan.name, { ...progress, open: null });
    await plan.takeIn(page.rows);
    open.offset = page.next;
    if (open.offset) await memory.write(plan.name, { ...progress, open });
  } while (open.offset);
  if (open.full) await plan.afterFull?.(open.began);
  await memory.write(plan.name, {
    cursor: open.began,
    fullAt: open.full ? open.began : progress.fullAt,
    open: null,
  });
}
