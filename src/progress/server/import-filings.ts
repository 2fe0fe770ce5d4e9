import { decisionOf } from '../../filing/delivery/decision-of-row.ts';
import { applyDecisions } from '../../filing/delivery/decisions.ts';
import { type PulledRow, storableRow } from '../../filing/delivery/pulled-row.ts';
import { noteProblems } from '../../filing/delivery/row-problems.ts';
import type { Database } from '../../platform/postgres.ts';
import { readFiling } from '../record.ts';
import { type FilingTable, forgetFilings, hidePlans, noteSeenFilings, saveFilings } from './store.ts';

/**
 * Imports one page of rows: states of submissions, and which filings staff confirmed. A row that cannot be read is told why and keeps
 * its last good version. Resolves with what to report about the decisions.
 */
export async function importFilings(
  db: Database,
  table: FilingTable,
  pulled: readonly PulledRow[],
  { samples, sendsMail }: { samples: boolean; sendsMail: boolean },
): Promise<string[]> {
  const { name, form } = table;
  const rows = pulled.map(storableRow);
  const read = rows.map((row) => ({ recordId: row.recordId, ...readFiling(form, row) }));
  const confirmed = read.flatMap((row) =>
    row.fate === 'confirmed' && (samples || !row.sample) ? [row] : [],
  );
  const counted = new Set(confirmed.map(({ recordId }) => recordId));
  const out = read.filter(({ fate, recordId }) => fate !== 'kept' && !counted.has(recordId));
  await forgetFilings(
    db,
    table,
    out.map(({ recordId }) => recordId),
  );
  await saveFilings(db, confirmed);
  await hidePlans(
    db,
    read.flatMap((row) => (row.fate === 'kept' && row.isPlanHidden ? [row.recordId] : [])),
  );
  await noteSeenFilings(
    db,
    rows.map(({ recordId }) => recordId),
  );
  await noteProblems(
    db,
    'row',
    new Map(read.map((row) => [row.recordId, row.fate === 'kept' ? row.problem : null])),
  );
  return applyDecisions(db, name, rows.map(decisionOf), sendsMail);
}
