import { airtablePace } from '../../../src/back-office/sync/airtable-rate-limit.ts';
import { storyRow } from '../../season/story-row.ts';
import type { World } from '../../season/world.ts';

const rows = 1_000;
const wanted = 30_000;

/** Seconds for a full reconciliation of thirty thousand rows: the work measured with a thousand, the calls at the usual pace. */
export async function reconciliationSeconds(world: World): Promise<number> {
  await world.staff.create(
    'Điển hình',
    Array.from({ length: rows }, (_, n) => storyRow(`MH-${10_000 + n}`, `Mô hình đối chiếu ${n}`)),
  );
  await world.db.query(`delete from sync_memory where name = 'stories' or name like 'decisions%'`);
  await world.db.query('delete from base_changes');
  const began = performance.now();
  await world.moveOn(120_000);
  await world.sync();
  const workMs = ((performance.now() - began) / rows) * wanted;
  return (workMs + (wanted / 100) * airtablePace.gapMs) / 1_000;
}
