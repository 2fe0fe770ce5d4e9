/** What decides whether to ask for changes now. */
export interface PollTimes {
  now: Date;
  /** When changes were last asked for, and when some were last found; null where never. */
  polledAt: Date | null;
  foundAt: Date | null;
  /** When the back office last pinged. */
  pingedAt: Date | null;
  /** Least time between two polls by day where no ping reaches this machine. */
  everyMs: number;
}

const minuteMs = 60_000;
/** Between two polls where a ping tells of changes, and at night. */
const quietMs = 5 * minuteMs;
/** A ping comes within this time of its change. */
const pingTakesMs = 2 * minuteMs;
/** Runs start once a minute: one that starts a moment early must not leave the poll to the next. */
const slackMs = 5_000;
/** Hours of Việt Nam at which staff rarely work. */
const night = { from: 20, to: 6 };

const hourOf = (now: Date) => (now.getUTCHours() + 7) % 24;
const isNight = (now: Date) => hourOf(now) >= night.from || hourOf(now) < night.to;

/**
 * Whether to ask for changes now. By day that is each minute, for who edits a row waits for its answer. Where pings come, a poll
 * without one is only a precaution. Pings are believed as long as no poll found a change that no ping had told of.
 */
export function isPollDue({ now, polledAt, foundAt, pingedAt, everyMs }: PollTimes): boolean {
  if (polledAt === null || (pingedAt !== null && pingedAt > polledAt)) return true;
  const doPingsWork =
    pingedAt !== null && (foundAt === null || pingedAt.getTime() > foundAt.getTime() - pingTakesMs);
  // Who asks more often than each minute has no calls to spare: a system on a person's own machine, whose night is not staff's.
  const isSparing = everyMs >= minuteMs;
  const gapMs = doPingsWork || (isSparing && isNight(now)) ? Math.max(quietMs, everyMs) : everyMs;
  return now.getTime() - polledAt.getTime() >= gapMs - slackMs;
}
