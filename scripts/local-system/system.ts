import { join } from 'node:path';
import { buildSite } from './build-site.ts';
import { startPreview } from './preview.ts';
import { repeat } from './repeat.ts';
import { startServices } from './services.ts';

/** Where the system stands. */
export interface SystemOptions {
  /** Keeps the database, the stand-in's base and the builds. */
  folder: string;
  /** Folder of the preview; its `dist` is a link to the build that is served. */
  preview: string;
  sitePort: number;
  standInPort: number;
  /** Calls a second that the stand-in takes; 5 if not given, as Airtable. */
  standInCallsASecond?: number;
  /** Further words of the command line of PostgreSQL. */
  postgresFlags?: readonly string[];
  /** Between two syncs. */
  syncEveryMs: number;
  say: (line: string) => void;
}

/**
 * Starts the whole system on this machine: PostgreSQL, the stand-in for Airtable, the built site with its functions, the
 * sync. Rejects when a part does not start, after ending those that did. Resolves with what ends it.
 */
export async function startSystem(options: SystemOptions): Promise<() => Promise<void>> {
  const { folder, preview: previewFolder, sitePort, syncEveryMs, say } = options;
  await using started = new AsyncDisposableStack();
  const firstBuild = Promise.withResolvers<void>();
  const preview = await startPreview(sitePort, previewFolder, firstBuild.promise);
  started.defer(preview.close);
  started.defer(() => firstBuild.reject(new Error('The site was never built.')));
  let rebuildAsked = false;
  const onRebuildAsked = () => {
    rebuildAsked = true;
  };
  started.use(await startServices({ ...options, onRebuildAsked }));
  const site = join(previewFolder, 'dist');
  process.env.SITE_FOLDER = site;
  const { default: sync } = await import('../../functions/sync.ts');
  await sync();
  say('Đang dựng trang…');
  await buildSite(join(folder, 'builds'), site);
  firstBuild.resolve();
  const rebuild = async () => {
    rebuildAsked = false;
    await buildSite(join(folder, 'builds'), site);
    await preview.reload();
    say('Đã dựng lại trang theo dữ liệu mới.');
  };
  started.defer(
    repeat(syncEveryMs, async () => {
      await sync();
      if (rebuildAsked) await rebuild().catch((error: unknown) => say(String(error)));
    }),
  );
  const all = started.move();
  return () => all.disposeAsync();
}
