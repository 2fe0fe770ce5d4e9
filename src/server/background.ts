import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BuildTools } from './builds/build-site.ts';
import { type BuildReport, keepBuilt } from './builds/keep-built.ts';
import type { Job } from './functions/load.ts';
import { whileLeader } from './leader.ts';
import type { ServerMetrics } from './metrics.ts';
import { type Rest, repeat } from './repeat.ts';

/** Work that one process does for all. */
interface BackgroundOptions {
  databaseUrl: string;
  /** Between two tries to become leader. */
  electionMs: number;
  metrics: ServerMetrics;
  onFault: (error: unknown) => void;
}

const candidate = (work: string, { databaseUrl, electionMs, metrics, onFault }: BackgroundOptions) => ({
  databaseUrl,
  work,
  everyMs: electionMs,
  onChange: (leads: boolean) => metrics.leads(work, leads),
  onFault,
});

/** Runs each of the jobs until `stop`. One that fails stops no other. */
function runner(work: string, jobs: readonly Job[], { metrics, onFault }: BackgroundOptions) {
  return async (stop: AbortSignal) => {
    for (const job of jobs) {
      if (stop.aborted) return;
      try {
        await job(stop);
        metrics.ran(work, 'done');
      } catch (error) {
        metrics.ran(work, 'failed');
        onFault(error);
      }
    }
  };
}

/** Runs the jobs of the platform's clock again and again, in one process of all on this database. Resolves after `stop`. */
export function runJobs(
  options: BackgroundOptions,
  stop: AbortSignal,
  { jobs, everyMs, rest }: { jobs: readonly Job[]; everyMs: number; rest?: Rest | undefined },
): Promise<void> {
  const runAll = runner('sync', jobs, options);
  return whileLeader(candidate('sync', options), stop, (signal) =>
    repeat(everyMs, signal, () => runAll(signal), rest),
  );
}

/**
 * Watches the service in one process of all on this database, the first time after a while: what a machine that was off finds is
 * soon mended by the machine itself. Resolves after `stop`.
 */
export function runWatches(
  options: BackgroundOptions,
  stop: AbortSignal,
  { watches, everyMs }: { watches: readonly Job[]; everyMs: number },
): Promise<void> {
  const runAll = runner('watch', watches, options);
  return whileLeader(candidate('watch', options), stop, async (signal) => {
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    await repeat(everyMs, signal, () => runAll(signal));
  });
}

/** Keeps a folder of builds up to date, in one process of all that share the folder. Resolves after `stop`. */
export function runBuilder(
  options: BackgroundOptions,
  stop: AbortSignal,
  { tools, report, everyMs }: { tools: BuildTools; report: BuildReport; everyMs: number },
): Promise<void> {
  const check = keepBuilt(tools, {
    onBuilt: (built) => {
      options.metrics.ran('build', 'done');
      report.onBuilt(built);
    },
    onFault: (error) => {
      options.metrics.ran('build', 'failed');
      report.onFault(error);
    },
  });
  const work = `builds of ${hostname()} ${resolve(tools.builds)}`;
  const named = {
    ...candidate(work, options),
    onChange: (leads: boolean) => options.metrics.leads('build', leads),
  };
  return whileLeader(named, stop, (signal) => repeat(everyMs, signal, () => check(signal)));
}
