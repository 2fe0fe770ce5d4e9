import type { Database } from '../../platform/postgres.ts';
import { callsThisMonth, stoppedCalls } from './airtable-rate-limit.ts';

/** From this share of the monthly calls on, every run reports a problem. */
const warnAt = 0.8;

/** What is said of the calls to Airtable: that most of the month's are used, and until when none is allowed. */
export async function allowanceProblems(db: Database, monthlyCalls: number): Promise<string[]> {
  const calls = await callsThisMonth(db);
  const stopped = await stoppedCalls(db);
  const why = stopped?.why === 'month' ? 'the calls of the month are used up' : 'the token is refused';
  return [
    ...(calls > warnAt * monthlyCalls ? [`${calls} of ${monthlyCalls} Airtable calls used this month`] : []),
    ...(stopped ? [`No calls to Airtable until ${stopped.until.toISOString()}: ${why}`] : []),
  ];
}
