import type { Database } from '../../../platform/postgres.ts';
import { decisionSheet } from '../../awards/decision-sheet.ts';
import { findDecision } from '../../awards/find-decision.ts';
import type { StaffPageTools } from './answer-staff-page.ts';

/** The private pages of staff, by what they are about. */
export function staffSheets(db: Database, siteUrl: string): Pick<StaffPageTools, 'sheet' | 'file'> {
  return {
    sheet: async ({ id }) => {
      const found = await findDecision(db, id);
      return found && decisionSheet(found, siteUrl);
    },
    file: async () => null,
  };
}
