import type pg from 'pg';
import type { ChangeKind } from '../receipts/signing/proof.ts';

/** What a unit did: the answers that it gave, by field, and those that stood there before. */
interface NewChange {
  kind: ChangeKind;
  /** By which a retry is told from another. */
  key: string;
  answers: Record<string, unknown>;
  replaced: Record<string, unknown>;
}

/** Writes down what a unit did, within the transaction that holds its row; of which no two have the same time. */
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
