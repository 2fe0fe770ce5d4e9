import { z } from 'zod';
import type { Database } from '../../platform/postgres.ts';
import { mayMove, refusedMove } from '../moves.ts';
import { type Hold, holdOf } from '../releases/hold.ts';
import { readReleases } from '../releases/read-releases.ts';
import { stateById } from '../states.ts';
import type { StaffDecision } from '../submission.ts';
import { applyDecision, type Decision, isStored } from './apply-decision.ts';
import { findFiled } from './filed.ts';
import { isAvailable } from './pulled-row.ts';
import { noteProblems } from './row-problems.ts';

type Client = Pick<Database, 'query'>;

/** For each of these rows of nominations, whether it is held for a release; by record. */
export async function holdsOf(db: Client, rows: readonly StaffDecision[]): Promise<Map<string, Hold>> {
  const releases = await readReleases(db);
  const { rows: known } = await db.query<{ recordId: string; release: string }>(
    `select record_id as "recordId", release from release_nominations
     where record_id = any($1) and decided_at is null and decision is not null`,
    [rows.map(({ recordId }) => recordId)],
  );
  const before = new Map(known.map(({ recordId, release }) => [recordId, release]));
  return new Map(
    rows.map((row) => {
      const named = isAvailable(row, 'release') ? (row.release ?? null) : undefined;
      return [row.recordId, holdOf(named, before.get(row.recordId) ?? null, releases)];
    }),
  );
}

/** Keeps a decision for its release: nobody is told, nothing is shown. */
export async function prepare(
  db: Client,
  decision: Decision,
  recordId: string,
  { release }: Extract<Hold, { is: 'held' }>,
): Promise<void> {
  const { filed, state, guidance, reply, asked } = decision;
  const kept = isStored(decision) ? null : JSON.stringify({ state: state.id, guidance, reply, asked });
  await db.query(
    `insert into release_nominations (code, record_id, release, decision) values ($1, $2, $3, $4)
     on conflict (code) do update set record_id = excluded.record_id, release = excluded.release,
       decision = excluded.decision, decided_at = null, noted_at = now()`,
    [filed.code, recordId, release, kept],
  );
}

/** Forgets the decision of a held row: an older one must not be released in place of what cannot be taken. */
async function forgetPrepared(db: Client, recordId: string): Promise<void> {
  await db.query(
    'update release_nominations set decision = null where record_id = $1 and decided_at is null',
    [recordId],
  );
}

/** Notes what a row that decides nothing says of its release: it is held without a decision, or in none. */
export async function noteUndecided(
  db: Client,
  { code, recordId }: { code: string; recordId: string },
  hold: Hold | undefined,
): Promise<void> {
  if (hold?.is === 'held')
    await db.query(
      `insert into release_nominations (code, record_id, release) values ($1, $2, $3)
       on conflict (code) do update set release = excluded.release, decision = null, noted_at = now()
       where release_nominations.record_id = excluded.record_id and release_nominations.decided_at is null`,
      [code, recordId, hold.release],
    );
  else
    await db.query('delete from release_nominations where record_id = $1 and decided_at is null', [recordId]);
}

/** A row that takes effect as it stands; `release`: the one that it came with, which is out, or null. */
export interface FreeRow {
  code: string;
  recordId: string;
  release: string | null;
}

/** Notes that rows take effect as they stand. */
export async function noteFree(db: Client, rows: readonly FreeRow[]): Promise<void> {
  const [named, others] = [rows.filter(({ release }) => release), rows.filter(({ release }) => !release)];
  await db.query('delete from release_nominations where code = any($1)', [others.map(({ code }) => code)]);
  await db.query(
    `insert into release_nominations (code, record_id, release, decided_at)
     select code, "recordId", release, now() from jsonb_to_recordset($1::jsonb)
       as named (code text, "recordId" text, release text)
     on conflict (code) do update set record_id = excluded.record_id, release = excluded.release,
       decision = null, decided_at = coalesce(release_nominations.decided_at, now())`,
    [JSON.stringify(named)],
  );
}

const preparedSchema = z.object({
  state: z.string(),
  guidance: z.string().nullable(),
  reply: z.string().nullable(),
  asked: z.array(z.string()).nullable(),
});

interface Prepared {
  recordId: string;
  wanted: Decision;
}

/** The decisions that wait for a release, by code. Until the transaction ends, nothing moves their submissions. */
async function readPrepared(client: Client, release: string): Promise<Map<string, Prepared>> {
  const { rows } = await client.query<{ code: string; recordId: string; decision: unknown }>(
    `select n.code, n.record_id as "recordId", n.decision from release_nominations n join submissions using (code)
     where release = $1 and decided_at is null and decision is not null order by code for update`,
    [release],
  );
  const filed = await findFiled(
    client,
    rows.map(({ code }) => code),
  );
  const prepared = new Map<string, Prepared>();
  for (const { code, recordId, decision } of rows) {
    const own = filed.get(code);
    if (!own) continue;
    const { state, ...words } = preparedSchema.parse(decision);
    prepared.set(code, { recordId, wanted: { filed: own, state: stateById(state), ...words } });
  }
  return prepared;
}

/** Forgets decisions of a release that their submissions cannot take any more, and says in each row what to choose. */
export async function refusePrepared(client: Client, release: string): Promise<void> {
  const refused = new Map<string, string>();
  for (const { recordId, wanted } of (await readPrepared(client, release)).values())
    if (!mayMove(wanted.filed.state, wanted.state)) {
      refused.set(recordId, refusedMove(wanted.filed.state, wanted.state, 'Trạng thái'));
      await forgetPrepared(client, recordId);
    }
  await noteProblems(client, 'state', refused);
}

/**
 * Lets the decisions of a release take effect that wait for it, within the transaction of the release. One that its unit overtook
 * stays where it is, and comes with the next run.
 */
export async function applyPrepared(client: Client, release: string, sendsMail: boolean): Promise<void> {
  const decided: string[] = [];
  for (const [code, { recordId, wanted }] of await readPrepared(client, release))
    if (await applyDecision(client, wanted, recordId, sendsMail)) decided.push(code);
  await client.query(
    'update release_nominations set decided_at = now(), decision = null where code = any($1)',
    [decided],
  );
}
