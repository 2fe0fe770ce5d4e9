import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../local-system/postgres.ts';

async function untilReady(origin: string): Promise<void> {
  for (let tries = 0; tries < 2_400; tries += 1) {
    const answer = await fetch(`${origin}/`).catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(500);
  }
  throw new Error(`${origin} did not serve a page within twenty minutes.`);
}

/**
 * Starts `npm run serve` on a port, and waits until it serves its first build. `BENCH_NODE_OPTIONS` are words for its Node alone, such
 * as `--cpu-prof`.
 */
export async function startServer(port: number, env: Record<string, string>) {
  const monitorPort = await freePort();
  const server = spawn(process.execPath, ['scripts/serve.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...env,
      PORT: String(port),
      INTERNAL_PORT: String(monitorPort),
      NODE_OPTIONS: process.env.BENCH_NODE_OPTIONS,
    },
  });
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    const exit = once(server, 'exit');
    server.kill('SIGTERM');
    await exit;
  };
  await untilReady(origin).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { origin, pid: server.pid, monitor: `http://127.0.0.1:${monitorPort}`, stop };
}
