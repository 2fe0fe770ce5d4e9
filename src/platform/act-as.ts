import type pg from 'pg';

/** Says who does what the rest of this transaction does, for the log of acts; see migration 0084. */
export async function actAs(
  client: Pick<pg.PoolClient, 'query'>,
  actor: 'don-vi' | 'he-thong' | 'van-hanh' | 'lien-ket',
): Promise<void> {
  await client.query(`select set_config('thi_dua.actor', $1, true)`, [actor]);
}
