import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { siteRedirects } from '../../build/page-history/site-redirects.ts';
import { readKnownPages } from '../../build/page-history/store.ts';
import type { Database } from '../../platform/postgres.ts';
import { currentName } from '../files/kept-sites.ts';
import { readSite, type SiteData } from '../files/site.ts';
import type { Effort } from './compress.ts';
import { describeSite } from './describe-site.ts';
import { placeBuild } from './place-build.ts';
import type { RunBuild } from './run-astro.ts';

/** What a build needs. */
export interface BuildTools {
  db: Database;
  /** Folder of all builds. */
  builds: string;
  effort: Effort;
  runBuild: RunBuild;
  /** Digest of the sources that make the pages. */
  code: string;
}

async function describeBuild(tools: BuildTools, site: string, begunAt: Date): Promise<SiteData> {
  const { db, builds, effort, code } = tools;
  const before = await currentName(builds);
  const earlier = before === undefined ? undefined : await readSite(builds, before).catch(() => undefined);
  const isAlike = earlier?.effort.brotli === effort.brotli && earlier.effort.gzip === effort.gzip;
  const files = await describeSite(site, effort, isAlike ? earlier : undefined);
  const pages = Object.entries(files).flatMap(([address, { file }]) =>
    file.endsWith('.html') ? [encodeURI(address)] : [],
  );
  const known = [...(await readKnownPages(db)).keys()];
  const redirects = await siteRedirects(db, { known, built: new Set(pages) });
  return { begunAt: begunAt.toISOString(), code, effort, files, redirects };
}

/**
 * Builds the site into a folder named after its content, compresses it, and makes the link `current` point to it in one step.
 * The two builds before it stay. Rejects with SiteBuildError and changes nothing. One call at a time for one folder.
 */
export async function buildSite(tools: BuildTools, signal: AbortSignal): Promise<string> {
  const { db, builds, runBuild } = tools;
  const work = resolve(builds, '.work');
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  try {
    const { rows } = await db.query<{ now: Date }>('select clock_timestamp() as now');
    const site = join(work, 'site');
    await runBuild(site, signal);
    const data = await describeBuild(tools, site, rows[0]?.now ?? new Date());
    return await placeBuild(builds, work, data);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
