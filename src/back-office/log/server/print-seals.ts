import type { Database } from '../../../platform/postgres.ts';
import { sealLog } from './seal.ts';

/** Seals the log and prints the line of each day that is over, for the log of the machine or platform to keep. */
export async function printSeals(db: Database, now: Date): Promise<void> {
  for (const { day, lastNo, digest } of await sealLog(db, now))
    console.log(`Log of ${day} sealed: ${lastNo} entries, ${digest}`);
}
