import type { PulledRow } from '../../filing/delivery/pulled-row.ts';
import { noteGone } from '../../filing/delivery/row-problems.ts';
import {
  forgetDecisions,
  forgetGoneDecisions,
  importDecisions,
} from '../../gallery/award-decisions/server/import-rows.ts';
import { readAwardLists } from '../../gallery/award-decisions/server/read-lists.ts';
import { decisionTable } from '../../gallery/award-decisions/table-name.ts';
import type { Database } from '../../platform/postgres.ts';
import { keepUpStatistics, type UpTo, weekMs } from '../sync/keep-up.ts';
import { takeUp } from '../sync/take-changes.ts';
import type { BackOffice } from '../sync/used-back-office.ts';
import { changeAwardedHonours } from './change-honours.ts';
import { writeAwardedHonours } from './write-honours.ts';

/** Brings the decisions on awards up to date; their lists are read afterwards. */
function keepUpDecisions(
  db: Database,
  { awardDecisions }: Pick<BackOffice, 'awardDecisions'>,
  upTo: UpTo,
): Promise<void> {
  const plan = {
    name: 'award decisions',
    table: decisionTable,
    source: awardDecisions,
    importPage: (rows: PulledRow[]) => importDecisions(db, rows),
    afterFull: async (since: Date) => {
      await noteGone(db, decisionTable, since);
      await forgetGoneDecisions(db);
    },
    onGone: (recordIds: readonly string[]) => forgetDecisions(db, recordIds),
  };
  return takeUp(db, { ...plan, everyMs: upTo.everyMs, fullEveryMs: weekMs }, upTo);
}

/**
 * Takes in the years of statutory tables; then from the rows of `Quyết định` to rows of `Điển hình`: takes the decisions in, reads their
 * lists, writes the drafts that staff want.
 */
export async function keepUpAwards(
  db: Database,
  backOffice: Pick<BackOffice, 'awardDecisions' | 'statistics' | 'writeHonours' | 'changeHonours'>,
  upTo: UpTo,
  lastStart: Date,
): Promise<void> {
  await keepUpStatistics(db, backOffice, upTo);
  await keepUpDecisions(db, backOffice, upTo);
  await readAwardLists(db, lastStart);
  await writeAwardedHonours(db, backOffice.writeHonours);
  await changeAwardedHonours(db, backOffice.changeHonours);
}
