import { readdir, readlink, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { repeat } from '../repeat.ts';
import { readSite, type Site } from './site.ts';

/** Builds that are kept: the one that is served, and two before it for pages that are still open in a browser. */
export const keptBuilds = 3;

/** The link to the folder of the build that is served. A new build takes its place in one step. */
export const currentLink = 'current';

/** The builds of a folder, the newest first. */
export interface KeptSites {
  current: Site;
  earlier: readonly Site[];
}

/** Names of the builds in a folder, the one that was served last first. */
export async function buildNames(builds: string): Promise<string[]> {
  const entries = await readdir(builds, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const dated = await Promise.all(
    folders.map(async ({ name }) => ({ name, at: (await stat(join(builds, name))).mtimeMs })),
  );
  return dated.toSorted((a, b) => b.at - a.at).map(({ name }) => name);
}

/** Name of the build that is served; undefined before the first build. */
export async function currentName(builds: string): Promise<string | undefined> {
  const target = await readlink(join(builds, currentLink)).catch(() => undefined);
  return target === undefined ? undefined : basename(target);
}

async function readKept(builds: string, name: string, known: readonly Site[]): Promise<KeptSites> {
  const load = async (one: string) => known.find((site) => site.name === one) ?? readSite(builds, one);
  const others = (await buildNames(builds)).filter((other) => other !== name).slice(0, keptBuilds - 1);
  // A build may be removed while it is read: it is then one that nobody asks for any more.
  const earlier = await Promise.all(others.map((other) => load(other).catch(() => undefined)));
  return { current: await load(name), earlier: earlier.filter((site) => site !== undefined) };
}

/** The builds that a process serves from. */
export interface ServedSites {
  /** Undefined before the first build. */
  now: () => KeptSites | undefined;
  /** Takes up a new build if there is one. Rejects when it cannot be read; the one before it is served on. */
  refresh: () => Promise<void>;
  /** Refreshes again and again until `stop`. */
  follow: (everyMs: number, stop: AbortSignal, onFault: (error: unknown) => void) => Promise<void>;
}

/** Follows the link in a folder of builds. Several processes may serve from one folder. */
export function servedSites(builds: string): ServedSites {
  let kept: KeptSites | undefined;
  const refresh = async () => {
    const name = await currentName(builds);
    if (name === undefined || name === kept?.current.name) return;
    const known = kept ? [kept.current, ...kept.earlier] : [];
    kept = await readKept(builds, name, known);
  };
  return {
    now: () => kept,
    refresh,
    follow: (everyMs, stop, onFault) => repeat(everyMs, stop, () => refresh().catch(onFault)),
  };
}
