import { currentName } from '../files/kept-sites.ts';
import { readSite, type Site } from '../files/site.ts';
import { lastRequest, noteFailures } from './build-request.ts';
import { type BuildTools, buildSite } from './build-site.ts';

/** A failed build is tried again at once, and then each time after this time. */
const retryMs = 60_000;
/** Before the next look into a database that did not answer. */
const awayMs = 5_000;

/** What became of a build. */
export interface BuildReport {
  onBuilt: (build: { name: string; isFirst: boolean; tookMs: number }) => void;
  onFault: (error: unknown) => void;
}

/** The build that is served; undefined when there is none that can be read. */
async function currentBuild(builds: string): Promise<Site | undefined> {
  const name = await currentName(builds);
  return name === undefined ? undefined : readSite(builds, name).catch(() => undefined);
}

/** Whether the build that is served was made by this code. */
export const isBuiltBy = async ({ builds, code }: Pick<BuildTools, 'builds' | 'code'>): Promise<boolean> =>
  (await currentBuild(builds))?.code === code;

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
  /** As noted for `/suc-khoe/`; null while it is not known what an earlier process noted. */
  let failures: number | null = null;
  const noteWell = async () => {
    if (failures !== 0) await noteFailures(tools.db, 0);
    failures = 0;
  };
  const build = async (current: Site | undefined, signal: AbortSignal) => {
    const begun = performance.now();
    try {
      const name = await buildSite(tools, signal);
      onBuilt({ name, isFirst: current === undefined, tookMs: performance.now() - begun });
      await noteWell();
    } catch (error) {
      if (signal.aborted) return;
      restsUntil = failures ? performance.now() + retryMs : 0;
      failures = (failures ?? 0) + 1;
      onFault(error);
      await noteFailures(tools.db, failures).catch(onFault);
    }
  };
  return async (signal: AbortSignal): Promise<void> => {
    if (performance.now() < restsUntil) return;
    try {
      const current = await currentBuild(tools.builds);
      if (await isDue(tools, current)) await build(current, signal);
      else await noteWell();
    } catch (error) {
      // A database that is away is no build that failed.
      restsUntil = performance.now() + awayMs;
      onFault(error);
    }
  };
}
