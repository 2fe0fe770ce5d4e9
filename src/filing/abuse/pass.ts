import type { Database } from '../../platform/postgres.ts';

/** What opens the way for one filing that was doubted. */
export interface ChallengePass {
  id: string;
  /** Until when the store has to remember that it was used. */
  expiresAt: Date;
}

/** Forgets used passes that nobody could use again. */
export async function forgetPasses(db: Database): Promise<void> {
  await db.query('delete from used_passes where expires_at < now()');
}
