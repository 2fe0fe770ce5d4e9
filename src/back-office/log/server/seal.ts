import type pg from 'pg';
import { type Database, inTransaction } from '../../../platform/postgres.ts';
import { dayInVietnam } from '../../../vietnamese/official-date.ts';
import { type Act, firstDigest, linkDigest } from '../act.ts';

/** Most entries that one run links; the next run goes on. */
const atOnce = 5_000;
/** An entry of a transaction that still runs is seen late; it comes into the chain when it is seen. */
const unlinked = `select id, at, act, subject, detail, actor from acts a
  where not exists (select from act_links l where l.act_id = a.id) order by at, id limit ${atOnce}`;

/** The last link of a day: the line to keep. */
export interface Seal {
  /** `YYYY-MM-DD` in Việt Nam. */
  day: string;
  lastNo: number;
  digest: string;
}

const linkRows = `insert into act_links (no, act_id, digest)
  select * from unnest($1::bigint[], $2::uuid[], $3::text[])`;

/** Links what is new. Resolves with the number and the digest of the last link before and after. */
async function link(client: pg.PoolClient): Promise<{ before: Omit<Seal, 'day'>; after: Omit<Seal, 'day'> }> {
  const { rows: last } = await client.query<{ no: string; digest: string }>(
    'select no, digest from act_links order by no desc limit 1',
  );
  const before = { lastNo: Number(last[0]?.no ?? 0), digest: last[0]?.digest ?? firstDigest };
  const { rows: acts } = await client.query<Act>(unlinked);
  let { lastNo, digest } = before;
  const links = acts.map((act) => {
    lastNo += 1;
    digest = linkDigest(digest, act);
    return { no: lastNo, id: act.id, digest };
  });
  await client.query(linkRows, [
    links.map(({ no }) => no),
    links.map(({ id }) => id),
    links.map((one) => one.digest),
  ]);
  return { before, after: { lastNo, digest } };
}

/**
 * Puts new entries of the log into its chain and seals the days that are over. One run at a time. Resolves with the seals that
 * it made: print and keep them elsewhere, so that not even the whole database can be rewritten unseen.
 */
export async function sealLog(db: Database, now: Date): Promise<Seal[]> {
  return inTransaction(db, async (client) => {
    const { rows: lock } = await client.query<{ mine: boolean }>(
      'select pg_try_advisory_xact_lock(115) as mine',
    );
    if (!lock[0]?.mine) return [];
    const { before } = await link(client);
    const yesterday = dayInVietnam(new Date(now.getTime() - 24 * 60 * 60_000));
    // What was linked before this run belongs to the days before, as far as a run can tell.
    const { rows } = await client.query<{ day: string }>(
      `insert into act_seals (day, last_no, digest) values ($1, $2, $3) on conflict do nothing
       returning day::text`,
      [yesterday, before.lastNo, before.digest],
    );
    return rows.map(({ day }) => ({ day, ...before }));
  });
}
