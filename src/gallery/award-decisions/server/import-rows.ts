import { type PulledRow, storableRow } from '../../../filing/delivery/pulled-row.ts';
import { noteProblems, noteRows } from '../../../filing/delivery/row-problems.ts';
import { releaseKey } from '../../../filing/releases/hold.ts';
import { textOf } from '../../../filing/settings/cells.ts';
import { digestOf } from '../../../platform/files/digest.ts';
import type { Database } from '../../../platform/postgres.ts';
import { type ReadDecision, readDecision } from '../decision.ts';
import { decisionTable } from '../table-name.ts';

/** Names what the lines are read from, and what changes how they are read: a list is read again when it changes. */
const keyOf = ({ decision, source }: ReadDecision): string | null => {
  if (!source || !decision) return null;
  const from = 'text' in source ? source.text : source.attachment;
  return digestOf([from, decision.award]);
};

const keysOf = (read: ReadDecision) => ({
  key: keyOf(read),
  release: releaseKey(read.decision?.release ?? '') || null,
});

/**
 * Imports rows of `Quyết định`. A row that lacks something keeps what was stored of it, and is told what to type; lists are read
 * afterwards.
 */
export async function importDecisions(db: Database, pulled: readonly PulledRow[]): Promise<void> {
  const rows = pulled.map(storableRow);
  const read = rows.map(readDecision);
  await db.query(
    `insert into award_decisions as d (record_id, said, wanted, approved, release_key, source, source_key)
     select "recordId", decision, wanted, approved, release, source, key
     from jsonb_to_recordset($1::jsonb)
       as r ("recordId" text, decision jsonb, wanted boolean, approved boolean, release text, source jsonb, key text)
     on conflict (record_id) do update set said = excluded.said, wanted = excluded.wanted, approved = excluded.approved,
       release_key = excluded.release_key,
       -- A list that was read is not kept beside its lines.
       source = case when d.read_key is distinct from excluded.source_key then excluded.source end,
       source_key = excluded.source_key,
       changed_at = case when d.said = excluded.said and d.source_key is not distinct from excluded.source_key
         then d.changed_at else now() end`,
    [JSON.stringify(read.flatMap((one) => (one.decision ? [{ ...one, ...keysOf(one) }] : [])))],
  );
  await noteRows(
    db,
    decisionTable,
    rows.map((row) => ({ recordId: row.recordId, code: textOf(row, 'number') || null })),
  );
  await noteProblems(
    db,
    'row',
    new Map(read.map(({ recordId, problems }) => [recordId, problems.join('\n') || null])),
  );
}

/** Renews addresses of pages for checking that end within ten days. */
export async function renewDecisionLinks(db: Database): Promise<void> {
  await db.query(
    `update award_decisions set links_until = date_trunc('minute', now()) + interval '60 days'
     where links_until < now() + interval '10 days'`,
  );
}

/** Forgets decisions that a complete listing did not hold: their rows were noted as gone. */
export async function forgetGoneDecisions(db: Database): Promise<void> {
  await db.query(
    'delete from award_decisions d using base_rows b where b.record_id = d.record_id and b.gone_at is not null',
  );
}

/** Forgets decisions whose rows are gone. Drafts that were made from them stay, as rows of their own. */
export async function forgetDecisions(db: Database, recordIds: readonly string[]): Promise<void> {
  await db.query('delete from award_decisions where record_id = any($1)', [recordIds]);
}
