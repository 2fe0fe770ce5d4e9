import { createHash } from 'node:crypto';
import { rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildNames, currentLink, keptBuilds } from '../files/kept-sites.ts';
import type { SiteData } from '../files/site.ts';

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** The same content has the same name, on every machine. */
function nameOf({ code, files, redirects }: SiteData): string {
  const tags = Object.entries(files)
    .map(([address, { tag }]) => `${address} ${tag}`)
    .toSorted();
  const digest = createHash('sha256').update(JSON.stringify([code, tags, redirects]));
  return digest.digest('hex').slice(0, 32);
}

async function makeCurrent(builds: string, name: string): Promise<void> {
  const now = new Date();
  // The time of a folder says when it was served last.
  await utimes(join(builds, name), now, now);
  const link = join(builds, `.link-${name}`);
  await rm(link, { force: true });
  await symlink(name, link);
  await rename(link, join(builds, currentLink));
  for (const old of (await buildNames(builds)).slice(keptBuilds))
    await rm(join(builds, old), { recursive: true, force: true });
}

/**
 * Gives a finished build, in the folder `work`, the name of its content, and makes it the one that is served. A build with the same
 * content that is still there is served again. Resolves with the name.
 */
export async function placeBuild(builds: string, work: string, data: SiteData): Promise<string> {
  await writeFile(join(work, 'site.json'), JSON.stringify(data));
  const name = nameOf(data);
  const place = join(builds, name);
  if (await exists(place)) await rename(join(work, 'site.json'), join(place, 'site.json'));
  else await rename(work, place);
  await makeCurrent(builds, name);
  return name;
}
