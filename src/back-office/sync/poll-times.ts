/** What decides whether to ask for changes now. */
export interface PollTimes {
  now: Date;
  /** When changes were last asked for, and when some were last found; null where never. */
  polledAt: Date | null;
  foundAt: Date | null;
  /** When the back office last pinged. */
  pingedAt: Date | null;
  /** Least time between two polls where no ping reaches this machine. */
  everyMs: number;
  /** More calls were made this month than its days so far allow for: see `isMonthDear`. */
  isDear: boolean;
}

const minuteMs = 60_000;
/** Where a ping tells of changes, and at night in a month of many calls, polls are so many times rarer. */
const quietTimes = 5;
/** Somebody who works at night goes on for a while: so long after a found change nights are as days. */
const atWorkMs = 15 * minuteMs;
/** A ping comes within this time of its change. */
const pingTakesMs = 2 * minuteMs;
/** Runs start once a minute: one that starts a moment early must not leave the poll to the next. */
const slackMs = 5_000;
/** Hours of Việt Nam at which staff rarely work. */
const night = { from: 20, to: 6 };

const hourOf = (now: Date) => (now.getUTCHours() + 7) % 24;
const isNight = (now: Date) => hourOf(now) >= night.from || hourOf(now) < night.to;

/** Of the calls that a plan allows, nights of quick polls may bring a month to this share. */
const nightShare = 0.54;
const dayMs = 24 * 60 * minuteMs;

/** Whether the calls of this month are beyond its budget for nights, spread evenly over its days in Việt Nam. */
export function isMonthDear(now: Date, calls: number, monthlyCalls: number): boolean {
  const local = new Date(now.getTime() + 7 * 60 * minuteMs);
  const begin = Date.UTC(local.getUTCFullYear(), local.getUTCMonth());
  const end = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1);
  // A day's calls come unevenly: by its evening it has used more than its even share.
  const passed = Math.min(1, (local.getTime() - begin + dayMs / 4) / (end - begin));
  return calls > nightShare * monthlyCalls * passed;
}

/**
 * Whether to ask for changes now. That is each minute, for who edits a row waits for its answer; at night less often where the
 * month has had many calls. Where pings come, a poll without one is only a precaution. Pings are believed as long as no poll found a change that no ping had told of.
 */
export function isPollDue({ now, polledAt, foundAt, pingedAt, everyMs, isDear }: PollTimes): boolean {
  if (polledAt === null || (pingedAt !== null && pingedAt > polledAt)) return true;
  const doPingsWork =
    pingedAt !== null && (foundAt === null || pingedAt.getTime() > foundAt.getTime() - pingTakesMs);
  const isAtWork = foundAt !== null && now.getTime() - foundAt.getTime() < atWorkMs;
  const isQuiet = doPingsWork || (isDear && isNight(now) && !isAtWork);
  const gapMs = isQuiet ? quietTimes * everyMs : everyMs;
  return now.getTime() - polledAt.getTime() >= gapMs - slackMs;
}
