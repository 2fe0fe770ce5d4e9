import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a build took. */
export interface BuildCost {
  wallMs: number;
  /** Time that processors worked for it, which a busy machine lengthens less; 0 where the system has no `/proc`. */
  workMs: number;
  /** Of the process and all below it, at its highest; 0 where the system has no `/proc`. */
  peakMb: number;
}

/** Resident memory of a process and all below it, in MB. */
async function treeMb(root: number): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const processes = await Promise.all(
    pids.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      const [, parent = '0'] = /^PPid:\s+(\d+)/m.exec(status) ?? [];
      const [, kb = '0'] = /^VmRSS:\s+(\d+)/m.exec(status) ?? [];
      return { pid: Number(pid), parent: Number(parent), kb: Number(kb) };
    }),
  );
  const below = (pid: number): number =>
    processes.reduce((sum, each) => (each.parent === pid ? sum + each.kb + below(each.pid) : sum), 0);
  return ((processes.find(({ pid }) => pid === root)?.kb ?? 0) + below(root)) / 1024;
}

/** `/proc` counts in hundredths of a second on every Linux that Node runs on. */
const tickMs = 10;

/** Processor time of a process, its threads and the children that have ended, in ms. */
async function workOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // After the name, which may hold spaces: the state is field 3, the four times are fields 14 to 17.
  const times = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15);
  return times.reduce((sum, ticks) => sum + Number(ticks) * tickMs, 0);
}

/** Runs `astro build` and watches it. Throws with its last words when it fails. */
export async function runBuild(args: readonly string[], env: Record<string, string>): Promise<BuildCost> {
  const began = performance.now();
  const astro = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let said = '';
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  };
  astro.stdout.on('data', listen);
  astro.stderr.on('data', listen);
  let peakMb = 0;
  let workMs = 0;
  const watch = async () => {
    while (astro.exitCode === null) {
      peakMb = Math.max(peakMb, await treeMb(astro.pid ?? 0));
      workMs = Math.max(workMs, await workOf(astro.pid ?? 0));
      await sleep(250);
    }
  };
  const [[code]] = await Promise.all([once(astro, 'exit'), watch()]);
  if (code !== 0) throw new Error(`The build failed:\n${said}`);
  return { wallMs: performance.now() - began, workMs, peakMb };
}
