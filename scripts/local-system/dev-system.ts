import { join } from 'node:path';
import { repeat } from '../../src/server/repeat.ts';
import { startDevSite } from './dev-site.ts';
import { refuseTakenPort } from './ports.ts';
import { startServices } from './services.ts';
import type { SystemOptions } from './system.ts';

/** Prints an error once, however often it repeats. */
function sayOnce(say: (line: string) => void) {
  let last = '';
  return (error: unknown) => {
    const line = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (line !== last) say(line);
    last = line;
  };
}

/**
 * Starts the system for who works on it: as `startSystem`, but pages, styles, components and functions are taken from their
 * sources as they now are. Rejects when a part does not start, after ending those that did. Resolves with what ends it.
 */
export async function startDevSystem(options: SystemOptions): Promise<() => Promise<void>> {
  const { folder, sitePort, syncEveryMs, say } = options;
  await refuseTakenPort(sitePort);
  await using started = new AsyncDisposableStack();
  let reload = () => {};
  started.use(await startServices({ ...options, onRebuildAsked: () => reload() }));
  const site = await startDevSite(sitePort, join(folder, 'dev'));
  started.defer(site.stop);
  reload = site.reloadStories;
  const sync = () => site.runJob('functions/sync.ts');
  await sync();
  const sayFault = sayOnce(say);
  const stopping = new AbortController();
  const syncing = repeat(syncEveryMs, stopping.signal, () => sync().catch(sayFault));
  started.defer(async () => {
    stopping.abort();
    await syncing;
  });
  const all = started.move();
  return () => all.disposeAsync();
}
