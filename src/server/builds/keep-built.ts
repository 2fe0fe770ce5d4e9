import { currentName } from '../files/kept-sites.ts';
import { readSite, type Site } from '../files/site.ts';
import { lastRequest, noteFailures } from './build-request.ts';
import { type BuildTools, buildSite } from './build-site.ts';

/** A failed build is tried again at once, and then each time after this time. */
const retryMs = 60_000;

/** What became of a build. */
export interface BuildReport {
  onBuilt: (build: { name: string; isFirst: boolean; tookMs: number }) => void;
  onFault: (error: unknown) => void;
}

async function isDue({ db, code }: BuildTools, current: Site | undefined): Promise<boolean> {
  if (current === undefined || current.code !== code) return true;
  const asked = await lastRequest(db);
  return asked !== null && asked > current.begunAt;
}

/**
 * A check that builds the site when there is no build, when the code is another, or when a build was asked for since the last one
 * began. After a failure it tries again at once, and after another one it rests for a minute.
 */
export function keepBuilt(tools: BuildTools, { onBuilt, onFault }: BuildReport) {
  let restsUntil = 0;
  let failures = 0;
  return async (signal: AbortSignal): Promise<void> => {
    if (performance.now() < restsUntil) return;
    const begun = performance.now();
    try {
      const name = await currentName(tools.builds);
      const current =
        name === undefined ? undefined : await readSite(tools.builds, name).catch(() => undefined);
      if (!(await isDue(tools, current))) return;
      const built = await buildSite(tools, signal);
      if (failures > 0) await noteFailures(tools.db, 0);
      failures = 0;
      onBuilt({ name: built, isFirst: current === undefined, tookMs: performance.now() - begun });
    } catch (error) {
      if (signal.aborted) return;
      restsUntil = failures === 0 ? 0 : performance.now() + retryMs;
      failures += 1;
      onFault(error);
      await noteFailures(tools.db, failures).catch(onFault);
    }
  };
}
