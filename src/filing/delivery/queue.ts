import { leasedQueue, type Patience } from '../../platform/leased-queue.ts';
import type { Database } from '../../platform/postgres.ts';
import { fileQueue } from '../evidence/server/outgoing.ts';
import { changesOfRow, readChanges, undoAll } from '../receipts/changes.ts';
import type { ClaimedSubmission, DeliveryOutcome } from '../submission.ts';
import { tableOf, tellOfDelivery } from './tell-of-delivery.ts';

/** Most rows in one request to the back office. */
const chunkSize = 10;

/** The production setting: a lease of one minute, then 10 s, 20 s, 40 s … between tries. */
export const usualPatience: Patience = { leaseMs: 60_000, retryMs: 10_000 };

/** The queue of submissions to write into the back office, by code. */
export const deliveryQueue = leasedQueue({
  table: 'deliveries',
  key: 'code',
  done: 'delivered_at',
  setAside: 'set_aside_at',
  longestWait: '15 minutes',
});

/** Adds stored submissions that are not in the queue yet. */
async function enqueueSubmissions(db: Database): Promise<void> {
  await db.query(
    `insert into deliveries (code, next_attempt_at, filed_at) select code, received_at, received_at from submissions s
     where not exists (select from deliveries d where d.code = s.code) on conflict do nothing`,
  );
}

/** A claimed row as selected, before its changes are parsed. */
type ClaimedRow = Omit<ClaimedSubmission, 'written'> & { changes: unknown; writtenAt: Date | null };

function claimed({ changes, writtenAt, ...row }: ClaimedRow): ClaimedSubmission {
  const since = readChanges(changes).filter(({ at }) => !writtenAt || at > writtenAt);
  const isWritten = writtenAt !== null;
  return {
    ...row,
    written: isWritten || since.length > 0 ? { isWritten, answers: undoAll(row.answers, since) } : null,
  };
}

/** Which rows a claim takes. */
interface Claim {
  /** Forms to leave out. */
  except?: readonly string[];
  /** `filed`: the oldest. `untried`: those that were tried least, since the oldest have just failed. */
  first?: 'filed' | 'untried';
}

async function claimQueued(
  db: Database,
  { leaseMs }: Patience,
  { except = [], first = 'filed' }: Claim,
): Promise<ClaimedSubmission[]> {
  const order = first === 'filed' ? '' : 'd.attempts,';
  const { rows } = await db.query<ClaimedRow>(
    `with due as (
       select d.code from deliveries d join submissions s using (code)
       where ${deliveryQueue.isDue('d')}
         and s.form = (
           select s.form from deliveries d join submissions s using (code)
           where ${deliveryQueue.isDue('d')} and s.form <> all ($3)
           order by ${order} d.filed_at, d.code limit 1)
       order by ${order} d.filed_at, d.code limit $1
       for update of d skip locked
     ), claimed as (
       update deliveries d set ${deliveryQueue.lease('$2')}
       from due where d.code = due.code returning d.code, d.attempts, d.revision, d.sets_state, d.written_at, d.record_id, d.lacking, d.kept
     )
     select s.code, s.form, s.form_version as "formVersion", s.answers, s.consent_version as "consentVersion",
            s.received_at as "receivedAt", claimed.attempts, claimed.revision,
            case when claimed.sets_state then s.state end as "movedTo", claimed.written_at as "writtenAt",
            claimed.record_id as "recordId", claimed.lacking, claimed.kept,
            s.state = 'khong-du-dieu-kien' and coalesce(trim(s.guidance), '') = '' as "lacksReason",
            ${changesOfRow} as changes
     from claimed join submissions s using (code) order by s.received_at, s.code`,
    [chunkSize, leaseMs, except],
  );
  return rows.map(claimed);
}

/**
 * Leases due submissions of one form, in the order of filing, and skips rows that another sync has locked. Adds new submissions to
 * the queue only when it is empty.
 */
export async function claimChunk(
  db: Database,
  patience: Patience,
  claim: Claim = {},
): Promise<ClaimedSubmission[]> {
  const claimed = await claimQueued(db, patience, claim);
  if (claimed.length > 0) return claimed;
  await enqueueSubmissions(db);
  return claimQueued(db, patience, claim);
}

/**
 * While the service fails, what failed is due again at the next run: the oldest submissions must not come after younger ones. Less
 * than the minute between two runs.
 */
const outageWait = '45 seconds';

/** Makes what failed wait longer, because others arrived: the submissions are at fault, not the service. */
export async function waitLonger(
  db: Database,
  codes: readonly string[],
  { retryMs }: Patience,
): Promise<void> {
  await deliveryQueue.postpone(db, codes, retryMs);
}

/** Records the outcome of a delivery. Submissions that the outcome does not name go back into the queue. */
export async function settleChunk(
  db: Database,
  chunk: readonly ClaimedSubmission[],
  outcome: DeliveryOutcome,
  { retryMs }: Patience,
): Promise<void> {
  const revisions = new Map(chunk.map(({ code, revision }) => [code, revision]));
  // Told first: a run that ends in between delivers again and tells the same.
  await tellOfDelivery(db, chunk, outcome);
  const conflicts = new Set(Object.keys(outcome.conflicts ?? {}));
  // A submission that its unit changed meanwhile has a higher revision and stays due. A row that kept a decision of staff is read
  // again: another run may have read it before, when the move of the unit still barred that decision.
  await db.query(
    `with settled as (
       update deliveries d set delivered_at = now(), written_at = now(), last_error = null, sets_state = false, refused_since = null,
         record_id = coalesce(sent.record, d.record_id), lacking = sent.lacking
       from (select code, revision, record, crossed, array(select jsonb_array_elements_text(lacking)) as lacking
             from unnest($1::text[], $2::int[], $3::text[], $4::jsonb[], $5::bool[]) as row (code, revision, record, lacking, crossed)) sent
       where d.code = sent.code and d.revision = sent.revision returning d.record_id, sent.crossed
     ) insert into base_changes as c (record_id, table_name, gone)
       select record_id, $6, false from settled where crossed
       on conflict (record_id) do update set cells = null, version = excluded.version`,
    [
      outcome.delivered,
      outcome.delivered.map((code) => revisions.get(code) ?? 0),
      outcome.delivered.map((code) => outcome.records?.[code] ?? null),
      outcome.delivered.map((code) => JSON.stringify(outcome.lacking?.[code] ?? [])),
      outcome.delivered.map((code) => conflicts.has(code)),
      tableOf(chunk),
    ],
  );
  for (const { code, reason } of outcome.refused)
    await deliveryQueue.fail(db, [code], reason, { retryMs, isFinal: true });
  const settled = new Set([...outcome.delivered, ...outcome.refused.map(({ code }) => code)]);
  const left = chunk.map(({ code }) => code).filter((code) => !settled.has(code));
  if (outcome.failure === null) await deliveryQueue.giveBack(db, left);
  else await deliveryQueue.fail(db, left, outcome.failure, { retryMs, isFinal: false, longest: outageWait });
}

const redelivery = (setsState: boolean) => `insert into deliveries as d (code, sets_state, filed_at)
    select $1, ${setsState}, received_at from submissions where code = $1
  on conflict (code) do update set revision = d.revision + 1, sets_state = d.sets_state or ${setsState},
    delivered_at = null, set_aside_at = null, next_attempt_at = now()`;

/** SQL that queues a changed submission again, with its new state. */
export const redeliver = redelivery(true);

/** SQL that queues a changed submission again with answers and warnings only: staff keep their state. */
export const redeliverAnswers = redelivery(false);

/** Delivered submissions of which some columns could not be written; one form and set of columns stands for many. */
export async function lackingColumnsOf(db: Database): Promise<{ form: string; columns: string[] }[]> {
  const { rows } = await db.query<{ form: string; columns: string[] }>(
    `select distinct s.form, d.lacking as columns from deliveries d join submissions s using (code)
     where d.lacking <> '{}' and d.delivered_at is not null`,
  );
  return rows;
}

/** Queues the submissions of a form again that lack one of these columns, because it can be written now. */
export async function redeliverLacking(
  db: Database,
  form: string,
  columns: readonly string[],
): Promise<void> {
  await db.query(
    `update deliveries d set revision = revision + 1, delivered_at = null, next_attempt_at = now()
     from submissions s where s.code = d.code and s.form = $1 and d.lacking && $2 and d.delivered_at is not null`,
    [form, columns],
  );
}

/** How many submissions and files are set aside. */
export async function countSetAside(db: Database): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select (select count(*) from deliveries where set_aside_at is not null)::int
       + (select count(*) from evidence_files where set_aside_at is not null)::int as count`,
  );
  return rows[0]?.count ?? 0;
}

/** Queues submissions and files again that were set aside, at least `after` ago. Returns the number of submissions. */
export async function requeueSetAside(db: Database, { after = '0' } = {}): Promise<number> {
  await fileQueue.requeue(db, after);
  return deliveryQueue.requeue(db, after);
}
