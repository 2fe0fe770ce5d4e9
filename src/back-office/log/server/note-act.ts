import type { Database } from '../../../platform/postgres.ts';

/** Notes an act that no trigger of the database sees: something was read or handed out. */
export async function noteAct(
  db: Pick<Database, 'query'>,
  act: 'lien-ket-go' | 'lien-ket-tong-hop' | 'xuat-du-lieu',
  subject: string,
): Promise<void> {
  await db.query(`select note_act($1, $2, '{}', 'van-hanh')`, [act, subject]);
}
