import type { PoolClient } from 'pg';
import type { ChallengePass } from '../../abuse/pass.ts';
import { unscreened } from '../../abuse/server/gate.ts';
import { addToCount, type Sender, submissionsAnHour } from '../../abuse/server/submission-limit.ts';
import type { Intake } from '../../intake/store.ts';

/** Counts submissions of a sender and returns the sender's total within the hour; 0 if senders are not counted. */
async function count(client: PoolClient, sender: Sender | undefined, added: number): Promise<number> {
  if (!sender) return 0;
  const { rows } = await client.query<{ filings: number }>(addToCount, [sender.digest, sender.hour, added]);
  return rows[0]?.filings ?? 0;
}

/** Marks a pass as used. Returns false if there is no pass or it was used before. */
async function usePass(client: PoolClient, pass: ChallengePass | null): Promise<boolean> {
  if (!pass) return false;
  const { rowCount } = await client.query(
    'insert into used_passes (id, expires_at) values ($1, $2) on conflict do nothing',
    [pass.id, pass.expiresAt],
  );
  return rowCount === 1;
}

/**
 * Returns how many of `rows` may be stored; runs in the transaction of `client`. `doubted` means that the table needs a pass and
 * has none. Only what the sender filed before this table decides on the doubt. A table with no new row counts as one try and needs
 * no pass.
 */
export async function admitRows(
  client: PoolClient,
  rows: number,
  { sender, screening = unscreened, doubts }: Intake,
  isBusy: boolean,
): Promise<{ ok: true; room: number } | { ok: false; reason: 'doubted' }> {
  const total = await count(client, sender, 1);
  if (rows === 0 || total > submissionsAnHour) return { ok: true, room: 0 };
  const isDoubted = isBusy || screening.isDoubted || total > (doubts?.submissionsAnHour ?? submissionsAnHour);
  if (isDoubted && !(await usePass(client, screening.pass))) return { ok: false, reason: 'doubted' };
  if (!sender) return { ok: true, room: rows };
  await count(client, sender, rows - 1);
  return { ok: true, room: Math.min(rows, submissionsAnHour - total + 1) };
}
