import { noteProblems } from '../../filing/delivery/row-problems.ts';
import type { Database } from '../../platform/postgres.ts';
import { claimHonours, honourPatience, honourQueue } from './claim-honours.ts';
import type { HonourOutcome, HonourToWrite, WriteHonours } from './honour.ts';

/** Most rounds of one run; each writes fifty lines. */
const roundsARun = 20;

/** What staff read in the row of a story about its line, beside what is wrong with the row itself. */
const doubtsOf = ({ decision, line }: HonourToWrite): string | null =>
  line.doubts.length > 0
    ? `Quyết định ${decision.number}, ${line.where.replace(/^Dòng/, 'dòng')}: ${line.doubts.join(' ')}`
    : null;

async function settleOne(db: Database, honour: HonourToWrite, outcome: HonourOutcome): Promise<void> {
  if (outcome.is === 'taken') {
    await db.query(
      `update award_lines set story_id = null, record_id = null, attempts = attempts - 1, next_attempt_at = now()
       where id = $1 and written_at is null`,
      [honour.id],
    );
  } else if (outcome.is !== 'there') {
    await honourQueue.fail(db, [honour.id], outcome.reason, {
      ...honourPatience,
      isFinal: outcome.is === 'conflict',
    });
  }
}

/** Notes the rows of lines, and that the nominations among them have their draft: a later tick makes no second one. */
async function settle(
  db: Database,
  honours: readonly HonourToWrite[],
  outcomes: ReadonlyMap<string, HonourOutcome>,
): Promise<void> {
  const there: { id: string; storyId: string; recordId: string; code: string | null }[] = [];
  const doubts = new Map<string, string | null>();
  for (const honour of honours) {
    const outcome = outcomes.get(honour.id);
    if (outcome?.is === 'there') {
      const { storyId, recordId } = outcome;
      there.push({ id: honour.id, storyId, recordId, code: honour.nomination?.code ?? null });
      doubts.set(recordId, doubtsOf(honour));
    } else if (outcome) await settleOne(db, honour, outcome);
  }
  if (there.length === 0) return;
  await db.query(
    `with told as (select * from jsonb_to_recordset($1::jsonb) as t (id text, "storyId" text, "recordId" text, code text)),
     drafted as (
       insert into story_drafts (code, chosen, story_id, record_id, written_at)
       select distinct on (code) code, false, "storyId", "recordId", now() from told where code is not null
       on conflict (code) do update set story_id = excluded.story_id, record_id = excluded.record_id, written_at = now()
     )
     update award_lines l set story_id = told."storyId", record_id = told."recordId", written_at = now(), last_error = null
     from told where l.id = told.id and l.written_at is null`,
    [JSON.stringify(there)],
  );
  await noteProblems(db, 'award', doubts);
}

/**
 * Writes the lines of wanted decisions as rows of `Điển hình`. A killed run leaves its lines to the next one, which first looks for
 * their rows. Throws what `write` throws.
 */
export async function writeAwardedHonours(db: Database, write: WriteHonours): Promise<void> {
  for (let round = 0; round < roundsARun; round += 1) {
    const honours = await claimHonours(db);
    if (honours.length === 0) return;
    const settled = new Set<string>();
    const isDone = await write(honours, async (outcomes) => {
      await settle(db, honours, outcomes);
      for (const id of outcomes.keys()) settled.add(id);
    });
    const left = honours.flatMap(({ id }) => (settled.has(id) ? [] : [id]));
    if (left.length > 0) await honourQueue.giveBack(db, left);
    if (!isDone) return;
  }
}
