import { decisionOf } from '../../../filing/delivery/decision-of-row.ts';
import { applyDecisions } from '../../../filing/delivery/decisions.ts';
import { storableRow } from '../../../filing/delivery/pulled-row.ts';
import { noteProblems } from '../../../filing/delivery/row-problems.ts';
import type { Database } from '../../../platform/postgres.ts';
import { type AdoptionRow, type ReadAdoption, readAdoptionRow } from '../record.ts';
import { adoptionTable, forgetAdoptions, noteSeenAdoptions, saveAdoptions } from './store.ts';

function judge(row: AdoptionRow, allowSamples: boolean): ReadAdoption {
  const read = readAdoptionRow(row);
  return read.fate === 'shown' && read.sample && !allowSamples ? { fate: 'hidden' } : read;
}

/**
 * Imports one page of rows of `Áp dụng` into the store: states of submissions, and which adoptions may be shown. An
 * unreadable row is noted and does not stop the others. Resolves with what to report about the decisions.
 */
export async function importAdoptions(
  db: Database,
  pulled: readonly AdoptionRow[],
  allowSamples: boolean,
  sendsMail: boolean,
): Promise<string[]> {
  const rows = pulled.map(storableRow);
  const read = rows.map((row) => ({ recordId: row.recordId, ...judge(row, allowSamples) }));
  const hidden = read.filter(({ fate }) => fate === 'hidden').map(({ recordId }) => recordId);
  await forgetAdoptions(db, hidden);
  await saveAdoptions(
    db,
    read.flatMap((row) => (row.fate === 'shown' ? [row] : [])),
  );
  await noteSeenAdoptions(
    db,
    rows.map(({ recordId }) => recordId),
  );
  await noteProblems(
    db,
    'row',
    new Map(read.map((row) => [row.recordId, row.fate === 'hidden' ? null : row.problem])),
  );
  return applyDecisions(db, adoptionTable, rows.map(decisionOf), sendsMail);
}
