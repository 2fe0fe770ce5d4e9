import type pg from 'pg';
import type { ChangeKind } from '../receipts/signing/signed-receipt.ts';

/** One change by a unit: the new answers, by field, and the answers they replace. */
interface NewChange {
  kind: ChangeKind;
  /** Identifies a retry of the same change. */
  key: string;
  answers: Record<string, unknown>;
  replaced: Record<string, unknown>;
}

/** Records a change, within the transaction that has locked the submission. No two changes get the same time. */
export async function recordChange(
  client: pg.PoolClient,
  code: string,
  { kind, key, answers, replaced }: NewChange,
): Promise<void> {
  await client.query(
    `insert into supplements (code, kind, supplement_key, answers, replaced, received_at)
     values ($1, $2, $3, $4, $5, clock_timestamp())`,
    [code, kind, key, answers, replaced],
  );
}
