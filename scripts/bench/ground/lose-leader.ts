import { setTimeout as sleep } from 'node:timers/promises';
import type { Ground } from '../../../tests/fixtures/ground/start-ground.ts';
import type { HeldServer } from '../../../tests/fixtures/ground/start-held.ts';
import { startAirtableStandIn } from '../../airtable-stand-in/server.ts';

const patienceMs = 120_000;

async function leads({ monitor }: HeldServer): Promise<boolean> {
  const answer = await fetch(`${monitor}/metrics`).catch(() => undefined);
  return /^leader\{work="sync"\} 1$/m.test((await answer?.text()) ?? '');
}

/** Runs two servers that sync, ends the leader as a loss of power does, and waits until the other one leads. */
export async function loseLeader(ground: Ground): Promise<{ most: number; tookMs: number }> {
  const standIn = await startAirtableStandIn({ path: ':memory:', requestsPerSecond: null });
  const settings = {
    AIRTABLE_ENDPOINT_URL: standIn.url,
    AIRTABLE_BASE_ID: standIn.baseId,
    AIRTABLE_TOKEN: standIn.token,
    LOG_LEVEL: 'silent',
  };
  const servers = [await ground.serve('sync', settings), await ground.serve('sync', settings)];
  let most = 0;
  const untilLed = async (some: readonly HeldServer[]): Promise<HeldServer> => {
    const end = performance.now() + patienceMs;
    while (performance.now() < end) {
      const leading = await Promise.all(some.map(leads));
      most = Math.max(most, leading.filter(Boolean).length);
      const leader = some[leading.indexOf(true)];
      if (leader) return leader;
      await sleep(50);
    }
    throw new Error('Nobody leads the sync.');
  };
  const leader = await untilLed(servers);
  await leader.kill();
  const lostAt = performance.now();
  const others = servers.filter((server) => server !== leader);
  await untilLed(others);
  const tookMs = performance.now() - lostAt;
  await Promise.all(others.map((server) => server.stop()));
  await standIn.close();
  return { most, tookMs };
}
