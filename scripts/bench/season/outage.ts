import type { World } from '../../season/world.ts';
import { fileBySql } from './filings.ts';

/** Fills the queue while Airtable is away, then lets it drain: whether all arrived, and how many came after a younger one. */
export async function drainAfterOutage(
  world: World,
  count: number,
): Promise<{ left: number; outOfOrder: number }> {
  const { db, standIn } = world;
  standIn.setFault(() => ({ kind: 'status', status: 503 }));
  await fileBySql(db, count, 'outage');
  for (let run = 0; run < 5; run += 1) {
    await world.moveOn(60_000);
    await world.sync();
  }
  standIn.setFault(null);
  await world.moveOn(60 * 60_000);
  const counted = async () =>
    (
      await db.query<{ left: number }>(
        'select count(*)::int as left from submissions left join deliveries d using (code) where d.delivered_at is null',
      )
    ).rows[0]?.left ?? -1;
  for (let run = 0; run < 60 && (await counted()) > 0; run += 1) {
    await world.moveOn(60_000);
    await world.sync();
  }
  const { rows } = await db.query<{ late: number }>(
    `select count(*)::int as late from (
       select delivered_at, min(delivered_at) over (order by received_at rows between 1 following and unbounded following) as sooner
       from submissions join deliveries using (code) where submission_key like 'outage%') one where delivered_at > sooner`,
  );
  return { left: await counted(), outOfOrder: rows[0]?.late ?? -1 };
}
