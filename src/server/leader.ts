import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Work of which one process does a part, until `signal` is aborted: leadership was lost, or the process ends. */
export type LeadersWork = (signal: AbortSignal) => Promise<void>;

/** Who takes part in an election. */
interface Candidate {
  /** Address of the database. A pooler in transaction mode will do. */
  databaseUrl: string;
  /** Everyone who names the same work competes for it. */
  work: string;
  /** Between two tries to become leader, and between two signs of life of a leader. */
  everyMs: number;
  onChange: (leads: boolean) => void;
  /** Called when the database is out of reach. */
  onFault: (error: unknown) => void;
}

/** First key of the locks; the second is a digest of the name of the work. */
const lockClass = 115;

async function openTurn(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    keepAlive: true,
  });
  await client.connect();
  return client;
}

/** Leads until the connection is lost or `stop` is aborted. The lock lives as long as the transaction that holds it. */
async function lead(
  client: pg.Client,
  { everyMs, onChange, onFault }: Candidate,
  stop: AbortSignal,
  work: LeadersWork,
) {
  const lost = new AbortController();
  const signal = AbortSignal.any([stop, lost.signal]);
  client.on('error', () => lost.abort()).on('end', () => lost.abort());
  const beat = async () => {
    while (!signal.aborted) {
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await client.query('select 1').catch(() => lost.abort());
    }
  };
  onChange(true);
  try {
    await Promise.all([
      beat(),
      work(signal)
        .catch(onFault)
        .finally(() => lost.abort()),
    ]);
  } finally {
    onChange(false);
  }
}

async function takeTurn(candidate: Candidate, stop: AbortSignal, work: LeadersWork): Promise<void> {
  const client = await openTurn(candidate.databaseUrl);
  client.on('error', () => undefined);
  try {
    // A transaction-level lock, since a pooler gives a session to others between two transactions.
    await client.query('begin');
    await client.query('set local idle_in_transaction_session_timeout = 0');
    const { rows } = await client.query<{ mine: boolean }>(
      'select pg_try_advisory_xact_lock($1, hashtext($2)) as mine',
      [lockClass, candidate.work],
    );
    if (rows[0]?.mine === true) await lead(client, candidate, stop, work);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Does `work` in one process at a time among all that name it on one database, by an advisory lock on a connection of its own. A
 * leader whose connection is lost ends its work and competes again. Resolves after `stop`, with the work ended.
 */
export async function whileLeader(candidate: Candidate, stop: AbortSignal, work: LeadersWork): Promise<void> {
  while (!stop.aborted) {
    await takeTurn(candidate, stop, work).catch(candidate.onFault);
    await sleep(candidate.everyMs, undefined, { signal: stop }).catch(() => undefined);
  }
}
