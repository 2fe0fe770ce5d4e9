import { readAwardLists } from '../../gallery/award-decisions/server/read-lists.ts';
import type { Database } from '../../platform/postgres.ts';
import { keepUpAwardDecisions, keepUpStatistics } from '../sync/keep-up.ts';
import type { BackOffice } from '../sync/used-back-office.ts';
import { changeAwardedHonours } from './change-honours.ts';
import { writeAwardedHonours } from './write-honours.ts';

/** Takes in the years of statutory tables; and from the rows of `Quyết định` to rows of `Điển hình`: takes the decisions in, reads their lists, writes the drafts that staff want. */
export async function keepUpAwards(
  db: Database,
  backOffice: Pick<BackOffice, 'awardDecisions' | 'statistics' | 'writeHonours' | 'changeHonours'>,
  upTo: Parameters<typeof keepUpAwardDecisions>[2],
  lastStart: Date,
): Promise<void> {
  await keepUpStatistics(db, backOffice, upTo);
  await keepUpAwardDecisions(db, backOffice, upTo);
  await readAwardLists(db, lastStart);
  await writeAwardedHonours(db, backOffice.writeHonours);
  await changeAwardedHonours(db, backOffice.changeHonours);
}
