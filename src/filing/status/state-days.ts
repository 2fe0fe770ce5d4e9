import { type Database, hasTable } from '../../platform/postgres.ts';
import { dayInVietnam } from '../../vietnamese/official-date.ts';
import { workingDaysBetween } from '../../vietnamese/working-days.ts';
import { holidays } from '../../vocabulary/holidays.ts';
import { phanHoi } from '../definitions/phan-hoi.ts';

/** How long submissions stood in a state, in working days. */
export interface StateDays {
  state: string;
  /** Half of them left it within so many working days. */
  medianDays: number;
  /** How many left it. */
  count: number;
}

interface Stay {
  state: string;
  began: Date;
  ended: Date;
}

const median = (sorted: readonly number[]): number => {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
};

/** The days that are over between two instants: 0 within one day, 1 to the next working day. */
const daysOf = ({ began, ended }: Stay): number => {
  const [from, to] = [dayInVietnam(began), dayInVietnam(ended)];
  return from === to ? 0 : workingDaysBetween(from, to, holidays()) + 1;
};

function medians(stays: readonly Stay[]): StateDays[] {
  return [...Map.groupBy(stays, ({ state }) => state)].map(([state, own]) => ({
    state,
    medianDays: median(own.map(daysOf).toSorted((a, b) => a - b)),
    count: own.length,
  }));
}

/** For each state that submissions left within the last half year: how long they stood in it, by the log. */
export async function stateDays(db: Database): Promise<StateDays[]> {
  const { rows } = await db.query<Stay>(
    `select state, began, ended from (
       select a.detail ->> 'from' as state, a.at as ended,
         coalesce(lag(a.at) over (partition by a.subject order by a.at, a.id), s.received_at) as began
       from acts a join submissions s on s.code = a.subject where a.act = 'trang-thai') stays
     where ended > now() - interval '180 days'`,
  );
  return medians(rows);
}

/** Fewer answers than this say nothing of the next one, and might tell of a single unit. */
const fewest = 5;

/** Within how many working days half of the questions of the last year were answered; null while there are too few. */
export async function medianAnswerDays(db: Database): Promise<number | null> {
  if (!(await hasTable(db, 'acts'))) return null;
  const { rows } = await db.query<Stay>(
    `select 'da-tra-loi' as state, s.received_at as began, min(a.at) as ended
     from acts a join submissions s on s.code = a.subject
     where s.form = $1 and a.act = 'trang-thai' and a.detail ->> 'to' = 'da-tra-loi'
       and a.at > now() - interval '1 year'
     group by s.code`,
    [phanHoi.id],
  );
  const [found] = medians(rows);
  return found && found.count >= fewest ? found.medianDays : null;
}
