import type { Database } from '../../platform/postgres.ts';

/** Lets one doubted submission through. */
export interface ChallengePass {
  id: string;
  /** Until then the store must remember that the pass was used. */
  expiresAt: Date;
}

/** Deletes the records of used passes that have expired. */
export async function forgetPasses(db: Database): Promise<void> {
  await db.query('delete from used_passes where expires_at < now()');
}
