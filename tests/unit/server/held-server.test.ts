import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@playwright/test';
import { z } from 'zod';

const startedSchema = z.object({ monitor: z.url(), folder: z.string(), postgres: z.number() });

test('a run that is killed leaves no server of a test behind', async () => {
  const run = spawn(process.execPath, ['tests/fixtures/ground/start-and-print.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface(run.stdout), 'line');
  const { monitor, folder, postgres } = startedSchema.parse(JSON.parse(String(line)));
  const lives = () =>
    fetch(`${monitor}/live`).then(
      () => true,
      () => false,
    );
  expect(await lives()).toBe(true);
  run.kill('SIGKILL');
  await once(run, 'exit');
  await expect.poll(lives).toBe(false);
  // PostgreSQL has no such pipe: the next run on its folder would end it, and here there is none.
  process.kill(postgres, 'SIGINT');
  await expect.poll(() => existsSync(join(folder, 'postmaster.pid'))).toBe(false);
  await rm(dirname(dirname(folder)), { recursive: true });
});
