import { noteProblems } from '../../filing/delivery/row-problems.ts';
import type { Submission } from '../../filing/submission.ts';
import { leasedQueue } from '../../platform/leased-queue.ts';
import type { Database } from '../../platform/postgres.ts';
import { renumber } from './orders.ts';

/** A draft to write into the table of stories. */
export interface DraftToWrite extends Submission {
  storyId: string;
  /** The row that the draft had; null where none is known. */
  recordId: string | null;
  /** Names of the evidence files of the nomination. */
  files: string[];
}

/**
 * What became of a draft: `there` with its row, new or found; `taken`: another row has its `Mã`; `gone`: its row was deleted, and a
 * new one needs another `Mã`; `postponed`; `refused` with the reason.
 */
export type DraftOutcome =
  | { is: 'there'; recordId: string; storyId: string }
  | { is: 'taken' | 'gone' | 'postponed' }
  | { is: 'refused'; reason: string };

/** Makes the row of a draft, unless it is there. */
export type WriteDraft = (draft: DraftToWrite) => Promise<DraftOutcome>;

const queue = leasedQueue({
  table: 'story_drafts',
  key: 'code',
  done: 'written_at',
  setAside: 'set_aside_at',
  longestWait: '15 minutes',
});
const patience = { leaseMs: 60_000, retryMs: 10_000 };
/** Most drafts in one run: each takes two calls. */
const draftsARun = 5;

async function claim(db: Database): Promise<(DraftToWrite & { rowId: string | null }) | undefined> {
  const { rows } = await db.query<DraftToWrite & { rowId: string | null }>(
    `with claimed as (
       update story_drafts set ${queue.lease('$1')}
       where code = (select code from story_drafts d where ${queue.isDue('d')}
         order by next_attempt_at limit 1 for update skip locked)
       returning code, story_id, record_id
     )
     select s.code, s.form, s.form_version as "formVersion", s.answers, s.consent_version as "consentVersion",
       s.received_at as "receivedAt", c.story_id as "storyId", c.record_id as "recordId", d.record_id as "rowId",
       array(select name from evidence_files e where e.code = s.code order by place) as files
     from claimed c join submissions s using (code) left join deliveries d using (code)`,
    [patience.leaseMs],
  );
  return rows[0];
}

/**
 * Makes the drafts that staff ordered. A killed run leaves its draft to the next one, which first looks whether the row is there.
 * Throws what `write` throws.
 */
export async function writeDrafts(db: Database, write: WriteDraft): Promise<void> {
  for (let tries = 0; tries < draftsARun; tries += 1) {
    const draft = await claim(db);
    if (!draft) return;
    const { code, rowId } = draft;
    const outcome = await write(draft);
    if (outcome.is === 'postponed') return queue.giveBack(db, [code]);
    if (outcome.is === 'there')
      await db.query(
        `update story_drafts set story_id = $2, record_id = $3, written_at = now(), last_error = null where code = $1`,
        [code, outcome.storyId, outcome.recordId],
      );
    else if (outcome.is === 'refused')
      await queue.fail(db, [code], outcome.reason, { ...patience, isFinal: false });
    else await renumber(db, code, draft.form);
    const told = outcome.is === 'refused' ? `Trang chưa tạo được bài điển hình: ${outcome.reason}` : null;
    if (rowId !== null) await noteProblems(db, 'draft', new Map([[rowId, told]]));
  }
}
