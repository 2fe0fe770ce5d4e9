import { findForStaff, type HeldRelease } from '../../gallery/press/release-kit/server/read-releases.ts';
import type { Database } from '../../platform/postgres.ts';
import { releaseGaps, whyOfGap } from './gaps.ts';

/** A release as its private page shows it. */
export interface ReleaseOfStaff extends HeldRelease {
  /** What keeps it from being whole, a row each; none once it is out. */
  gaps: readonly { what: string; why: string }[];
  /** Staff let it out at its time without these. */
  mayBeIncomplete: boolean;
}

/** A release by its row, with what it lacks; null where its row is gone. */
export async function findReleaseOfStaff(
  db: Database,
  recordId: string,
  samples: boolean,
): Promise<ReleaseOfStaff | null> {
  const held = await findForStaff(db, recordId, samples);
  if (!held) return null;
  const { rows: gaps } = await db.query<{ what: string; why: string }>(
    `select each.what, ${whyOfGap} as why
     from releases r join (${releaseGaps}) each on each.release = r.key
     where r.record_id = $1 and r.begun_at is null order by each.what`,
    [recordId],
  );
  const { rows } = await db.query<{ mayBeIncomplete: boolean }>(
    'select may_be_incomplete as "mayBeIncomplete" from releases where record_id = $1',
    [recordId],
  );
  return { ...held, gaps, mayBeIncomplete: rows[0]?.mayBeIncomplete ?? false };
}
