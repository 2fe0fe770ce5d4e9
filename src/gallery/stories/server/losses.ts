import type pg from 'pg';
import { isMassLoss, lossWindow } from '../../../filing/delivery/mass-loss.ts';
import { type Database, inTransaction } from '../../../platform/postgres.ts';
import { isPublished } from '../public.ts';
import type { Standing } from '../standing.ts';

/** A story that would leave the public set. `go-bo`: taken down by its state; `khac`: by anything else. */
export interface Loss {
  id: string;
  kind: 'go-bo' | 'khac';
  before: Standing;
  after: Standing;
}

/** SQL: sets the standing of stories from a jsonb column `standing` of `from`. */
const setStanding = `state = standing ->> 'state', consent = (standing ->> 'consent')::boolean,
  published_at = (standing ->> 'publishedAt')::timestamptz, withdrawn_reason = standing ->> 'withdrawnReason'`;

async function countPublic(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from stories where ${isPublished('stories')}`,
  );
  return rows[0]?.count ?? 0;
}

async function recordLosses(client: pg.PoolClient, losses: readonly Loss[], held: boolean): Promise<void> {
  await client.query(
    `insert into story_losses (id, kind, before, after, held)
     select id, kind, before, after, $2 from jsonb_to_recordset($1::jsonb) as lost (id text, kind text, before jsonb, after jsonb)
     on conflict (id) do update set kind = excluded.kind, before = excluded.before, after = excluded.after, held = excluded.held,
       lost_at = case when story_losses.held = excluded.held then story_losses.lost_at else now() end`,
    [JSON.stringify(losses), held],
  );
}

/** Puts back what the window lost and holds it. What staff took down one by one stays down: a name that had to go does not return. */
async function putBack(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `update stories set ${setStanding}
     from (select id as lost, before as standing from story_losses where kind = 'khac' and not held) l where id = lost returning id`,
  );
  await client.query(`update story_losses set held = true, lost_at = now() where kind = 'khac' and not held`);
  return rows.map(({ id }) => id);
}

/**
 * Decides which losses may take effect, within the transaction that applies them. When the losses within an hour, of both kinds
 * together, are too many (`isMassLoss`), the new ones are held and those that took effect by no takedown are put back. `isWhole`: a
 * complete listing found no public story at all, which is always held. Resolves with the ids to leave as they are.
 */
async function gate(
  client: pg.PoolClient,
  losses: readonly Loss[],
  { isWhole }: { isWhole: boolean },
): Promise<Set<string>> {
  await client.query('select pg_advisory_xact_lock(115)');
  await client.query(`delete from story_losses where not held and lost_at < now() - ${lossWindow}`);
  const publicNow = await countPublic(client);
  const { rows } = await client.query<{ id: string; kind: Loss['kind']; held: boolean; isLate: boolean }>(
    `select id, kind, held, lost_at < now() - ${lossWindow} as "isLate" from story_losses`,
  );
  // What is held stays so; a row that is taken down now is a decision of its own.
  const isHeld = ({ id, kind }: Loss) => rows.some((row) => row.held && row.id === id && row.kind === kind);
  const [before, fresh] = [losses.filter(isHeld), losses.filter((loss) => !isHeld(loss))];
  await recordLosses(client, before, true);
  const recent = rows.filter(({ isLate }) => !isLate);
  const lost = new Set([...fresh, ...recent].map(({ id }) => id)).size;
  const isMass =
    fresh.length > 0 && (isWhole || isMassLoss(lost, publicNow + rows.filter(({ held }) => !held).length));
  await recordLosses(client, fresh, isMass);
  const back = isMass ? await putBack(client) : [];
  // Stories that were put back may be on this page, too.
  return new Set([...before, ...(isMass ? fresh : [])].map(({ id }) => id).concat(back));
}

/**
 * Runs `apply` with the ids of losses that must not take effect now. Losses that staff reversed in the base (`regained`) are
 * forgotten.
 */
export async function withGate(
  db: Database,
  {
    losses,
    regained,
    isWhole = false,
  }: { losses: readonly Loss[]; regained: readonly string[]; isWhole?: boolean },
  apply: (client: pg.PoolClient, held: ReadonlySet<string>) => Promise<void>,
): Promise<void> {
  await inTransaction(db, async (client) => {
    await client.query('delete from story_losses where id = any($1)', [regained]);
    const held = losses.length > 0 ? await gate(client, losses, { isWhole }) : new Set<string>();
    await apply(client, held);
  });
}

/** Losses of one kind that are held: their stories, and since when. */
export interface HeldLosses {
  kind: Loss['kind'];
  ids: string[];
  since: Date;
  /** Size of the public set while they are held. */
  shown: number;
}

/** What is held now. */
export async function heldLosses(db: Database): Promise<HeldLosses[]> {
  const { rows } = await db.query<HeldLosses>(
    `select kind, array_agg(id order by id) as ids, min(lost_at) as since,
       (select count(*)::int from stories where ${isPublished('stories')}) as shown
     from story_losses where held group by kind order by kind`,
  );
  return rows;
}

/** Lets held losses of a kind take effect: staff confirmed them. */
export async function releaseLosses(db: Database, kind: Loss['kind']): Promise<void> {
  await db.query(
    `with released as (delete from story_losses where kind = $1 and held returning id as lost, after as standing)
     update stories set ${setStanding} from released where id = lost`,
    [kind],
  );
}
