import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../../../../scripts/airtable-stand-in/fault.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, test } from '../../../fixtures/back-office.ts';
import { file, intakeTools, undelivered } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const submissions = 200;

const faults: readonly Fault[] = [
  { kind: 'status', status: 429 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, html: '<h1>Bảo trì</h1>' },
  { kind: 'hang' },
  { kind: 'slow', ms: 1_500 },
  { kind: 'die-before' },
  { kind: 'die-after' },
];

/** Numbers between 0 and 1, the same at every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function fileAll(db: Database): Promise<string[]> {
  const tools = intakeTools(db);
  const codes: string[] = [];
  for (let start = 0; start < submissions; start += 25) {
    const names = Array.from({ length: 25 }, (_, index) => `Tập thể thử ${start + index}`);
    const answers = await Promise.all(names.map((name) => file(tools, goodNomination({ name }))));
    for (const answer of answers) codes.push((await answer.json()).code);
  }
  return codes;
}

test('200 submissions, a third of all calls failing in every way, two syncs killed at random: 200 rows, each once', async ({
  db,
  databaseUrl,
  standIn,
  staff,
}) => {
  test.setTimeout(900_000);
  const roll = dice(113);
  let failed = 0;
  standIn.setFault(() => {
    if (roll() >= 1 / 3) return null;
    failed += 1;
    return faults[failed % faults.length] ?? null;
  });
  // Killed only once it runs: on a busy machine it takes seconds to start.
  const start = async () => {
    const sync = spawn(process.execPath, ['tests/fixtures/sync-forever.ts', databaseUrl, standIn.url], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    await once(sync.stdout, 'data');
    return sync;
  };
  const syncs: ChildProcess[] = await Promise.all([start(), start()]);
  const filed = fileAll(db);
  let killed = 0;
  const deadline = Date.now() + 300_000;
  while (((await undelivered(db)) > 0 || killed < 10) && Date.now() < deadline) {
    await sleep(500 + roll() * 1_500);
    const victim = Math.floor(roll() * syncs.length);
    syncs[victim]?.kill('SIGKILL');
    syncs[victim] = await start();
    killed += 1;
  }
  for (const sync of syncs) sync.kill('SIGKILL');
  standIn.setFault(null);

  const codes = await filed;
  expect(new Set(codes).size).toBe(submissions);
  expect(await undelivered(db)).toBe(0);
  // Every way to fail came up more than once.
  expect(failed).toBeGreaterThan(2 * faults.length);
  const rows = await staff.rows('Đề cử');
  expect(rows.map(({ fields }) => fields['Mã hồ sơ']).sort()).toEqual([...codes].sort());
  expect(new Set(rows.map(({ fields }) => fields['Trạng thái']))).toEqual(new Set(['Mới tiếp nhận']));
});
