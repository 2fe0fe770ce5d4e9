import { z } from 'zod';
import type { SyncState } from './sync-state.ts';

/** One page of a listing of changed rows in the back office. */
export interface Page<T> {
  rows: T[];
  /** Where the next page starts; null after the last. */
  next: string | null;
  /** The back office no longer knows the offset, so the listing must start again. */
  expired: boolean;
}

/** What to list: rows that changed after `since` (null: all rows), from the `offset` where the last page ended. */
export interface Listing {
  since: Date | null;
  offset: string | null;
}

/** Fetches one page of a listing. */
export type AskForPage<T> = (listing: Listing) => Promise<Page<T>>;

const instant = z.coerce.date();
const progressSchema = z.object({
  /** Start of the last complete listing; `fullAt` is the start of the last complete listing of all rows. */
  cursor: instant.nullable(),
  fullAt: instant.nullable(),
  /** An unfinished listing, which the next run continues. */
  open: z
    .object({ since: instant.nullable(), began: instant, offset: z.string().nullable(), full: z.boolean() })
    .nullable(),
});

type Progress = z.infer<typeof progressSchema>;

/** What to pull, how often, and what to do with the rows. */
export interface PullPlan<T> {
  name: string;
  everyMs: number;
  ask: AskForPage<T>;
  importPage: (rows: T[]) => Promise<void>;
  /** All changes since this instant come by themselves, so only listings of all rows are left; null where none come. */
  followedSince?: Date | null;
  /** Between two listings of all rows of a table whose changes come by themselves. A day where they do not. */
  fullEveryMs?: number;
  /** Runs after a listing of all rows, with the start of that listing. */
  afterFull?: (began: Date) => Promise<void>;
}

/** Overlap with the previous listing, because clocks differ and rows may change during a listing. */
const overlapMs = 2 * 60_000;
const dayMs = 24 * 60 * 60_000;

const age = (then: Date | null, now: Date) =>
  then ? now.getTime() - then.getTime() : Number.POSITIVE_INFINITY;

function beginListing({ cursor }: Progress, full: boolean, now: Date): NonNullable<Progress['open']> {
  const since = cursor && !full ? new Date(cursor.getTime() - overlapMs) : null;
  return { since, began: now, offset: null, full };
}

/** Whether all rows are to be listed: it is long ago, or changes since then may have been missed. */
function isFullDue<T>(
  { fullAt }: Progress,
  { followedSince, fullEveryMs = dayMs }: PullPlan<T>,
  now: Date,
): boolean {
  if (!followedSince) return age(fullAt, now) > dayMs;
  return fullAt === null || fullAt < followedSince || age(fullAt, now) > fullEveryMs;
}

/**
 * Imports every change since the last complete listing, page by page. The next run continues an interrupted listing. The cursor
 * moves only after all pages were imported.
 */
export async function pull<T>(memory: SyncState, plan: PullPlan<T>, now: Date): Promise<void> {
  const nothing: Progress = { cursor: null, fullAt: null, open: null };
  const progress = progressSchema.catch(nothing).parse(await memory.read(plan.name));
  const isFull = isFullDue(progress, plan, now);
  const isQuiet = plan.followedSince ? !isFull : age(progress.cursor, now) < plan.everyMs;
  if (!progress.open && isQuiet) return;
  const open = progress.open ?? beginListing(progress, isFull, now);
  do {
    const page = await plan.ask(open);
    if (page.expired) return memory.write(plan.name, { ...progress, open: null });
    await plan.importPage(page.rows);
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
