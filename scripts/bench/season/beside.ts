import { setTimeout as sleep } from 'node:timers/promises';
import { airtablePace } from '../../../src/back-office/sync/airtable-rate-limit.ts';
import { storyRow } from '../../season/story-row.ts';
import type { World } from '../../season/world.ts';

const otherToolMs = 334;
const restMs = 10_000;
const patienceMs = 5 * 60_000;

/** Another tool that calls the base three times a second until it is stopped; after a 429 it waits as told. */
function otherTool({ standIn: { url, baseId, token } }: World, stop: AbortSignal): Promise<void> {
  const loop = async () => {
    while (!stop.aborted) {
      const headers = { authorization: `Bearer ${token}` };
      const { status } = await fetch(`${url}/v0/${baseId}/${encodeURIComponent('Phản hồi')}?maxRecords=1`, {
        headers,
      });
      await sleep(status === 429 ? 30_000 : otherToolMs, undefined, { signal: stop }).catch(() => undefined);
    }
  };
  return loop();
}

/** Real seconds from an edit that cannot be published until its row says why, at the usual pace; runs follow each other after ten seconds. */
export async function secondsToAnswer(world: World, isBesideOther: boolean): Promise<number> {
  const code = isBesideOther ? 'MH-8002' : 'MH-8001';
  const stop = new AbortController();
  const other = isBesideOther ? otherTool(world, stop.signal) : Promise.resolve();
  const began = performance.now();
  const [id = ''] = await world.staff.create('Điển hình', [
    { ...storyRow(code, 'Không tóm tắt'), 'Tóm tắt': null },
  ]);
  let isTold = false;
  while (!isTold && performance.now() - began < patienceMs) {
    // The poll of the next minute.
    await world.moveOn(60_000);
    await world.sync(airtablePace);
    const { rows } = await world.db.query(`select 1 from base_rows where record_id = $1 and told ? 'why'`, [
      id,
    ]);
    isTold = rows.length > 0;
    if (!isTold) await sleep(restMs);
  }
  stop.abort();
  await other;
  return isTold ? (performance.now() - began) / 1_000 : Number.POSITIVE_INFINITY;
}
