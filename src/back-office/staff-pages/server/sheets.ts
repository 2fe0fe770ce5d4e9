import { countTables } from '../../../gallery/award-statistics/count.ts';
import { honoursOf, plansOf } from '../../../gallery/award-statistics/server/counted-honours.ts';
import type { Database } from '../../../platform/postgres.ts';
import { rollUpPage, rollUpQuery } from '../../../progress/reports/link.ts';
import { decisionSheet } from '../../awards/decision-sheet.ts';
import { findDecision } from '../../awards/find-decision.ts';
import { pressFile, pressSheet } from '../../releases/press-sheet.ts';
import { findReleaseOfStaff } from '../../releases/release-of-staff.ts';
import { statisticsSheet, statisticsWorkbook, workbookName } from '../../statistics/statistics-sheet.ts';
import { findYear } from '../../statistics/years.ts';
import type { StaffPageTools } from './answer-staff-page.ts';

const rollUpLink = (secret: string, { year }: { year: number }, until: Date): string =>
  `${rollUpPage}?${new URLSearchParams({ nam: String(year), ...rollUpQuery(secret, { until }) })}`;

/** The private pages of staff, by what they are about. `secret` is that of the links to the roll-up of yearly reports. */
export function staffSheets(
  db: Database,
  {
    siteUrl,
    isLocal,
    secret = db.secret,
  }: { siteUrl: string; isLocal: boolean; secret?: string | undefined },
): Pick<StaffPageTools, 'sheet' | 'file'> {
  const tablesOf = async (year: number) => countTables(await honoursOf(db, year), await plansOf(db, year));
  return {
    sheet: async ({ kind, id, until }, path) => {
      if (kind === 't') {
        const year = await findYear(db, id);
        return (
          year && statisticsSheet(year, await tablesOf(year.year), path, rollUpLink(secret, year, until))
        );
      }
      if (kind === 'b') {
        const held = await findReleaseOfStaff(db, id, isLocal);
        return held && pressSheet(held, path, siteUrl);
      }
      const found = await findDecision(db, id);
      return found && decisionSheet(found, siteUrl);
    },
    file: async ({ kind, id }, name) => {
      if (kind === 'b') {
        const held = await findReleaseOfStaff(db, id, isLocal);
        return held && pressFile(held, name, siteUrl);
      }
      const year = kind === 't' ? await findYear(db, id) : null;
      if (!year || name !== workbookName(year)) return null;
      return statisticsWorkbook(year, await tablesOf(year.year));
    },
  };
}
