import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '../../platform/files/digest.ts';
import { digestOfSources } from '../../platform/files/source-digest.ts';
import { writeTextIds } from '../../gallery/search/server/write-text-ids.ts';
import { intoParts, mostInOne } from './into-parts.ts';
import { KeptParts, type Part } from './part-cache.ts';
import { type PartsList, partsListName } from '../../search/parts-list.ts';
import { addressOf, readPages } from './read-pages.ts';
import { SearchIndexError } from './search-index-error.ts';

/** What shapes the index beside the pages. */
const sources = ['src/build/search-index', 'package-lock.json'];

function listOf(parts: readonly Part[]): PartsList {
  const names = parts.map(({ name }) => name);
  return { edition: digestOf(names), parts: names.slice(1) };
}

/** Tells a page of this build from any other, by its address; null where that cannot be told without reading it. */
export type PageName = (address: string) => string | null;

/** The same for a part's files as long as none of them has changed; null where that cannot be told. */
function stampOf(files: readonly string[], nameOf: PageName): string | null {
  const names = files.map((file) => nameOf(addressOf(file)));
  return names.includes(null) ? null : digestOf(files, names);
}

/** The pages of a part that must be made, or the part where it is kept. */
async function readGroup(distDir: string, kept: KeptParts, files: readonly string[], stamp: string | null) {
  const part = stamp && (await kept.known(stamp));
  return part ? { part } : { pages: await readPages(distDir, files) };
}

/** The parts of the index, one after another; while one is made, the pages of the next are read. */
async function makeParts(distDir: string, kept: KeptParts, most: number, nameOf: PageName): Promise<Part[]> {
  const files = (await readdir(distDir, { recursive: true }))
    .filter((file) => file.endsWith('.html'))
    .toSorted();
  const groups = intoParts(files, most);
  const stamps = groups.map((group) => stampOf(group, nameOf));
  const read = (place: number) => readGroup(distDir, kept, groups[place] ?? [], stamps[place] ?? null);
  const parts: Part[] = [];
  let next = read(0);
  for (const [place, stamp] of stamps.entries()) {
    const { part, pages = [] } = await next;
    next = read(place + 1);
    // Heard of where it is awaited.
    next.catch(() => undefined);
    if (part) parts.push(part);
    else if (pages.length > 0) parts.push(await kept.of(pages, stamp));
  }
  // A site without pages has an index too; but in the browser one of nothing cannot be opened beside another.
  return parts.length > 0 ? parts : [await kept.of([])];
}

async function publish(distDir: string, parts: readonly Part[], kept: KeptParts): Promise<void> {
  const folder = join(distDir, 'pagefind');
  await rm(folder, { recursive: true, force: true });
  for (const [place, part] of parts.entries())
    if (place === 0) await kept.put(part, folder, 'all');
    else await kept.put(part, join(folder, part.name), 'index');
  await writeFile(join(folder, partsListName), JSON.stringify(listOf(parts)));
  await writeTextIds(distDir, new Map(parts.flatMap(({ ids }) => Object.entries(ids))));
  await kept.settle();
}

/**
 * Writes the search index of a built site to `<distDir>/pagefind`, from every page that is `searchable`,
 * in the index's own spelling. Returns the number of pages.
 * @param keptIn where parts of the index outlive the build, for the next
 * @param nameOf spares the reading of pages that have not changed since the last build
 * @param most with more stories than so many the index has more than one part
 * @throws SearchIndexError when Pagefind reports a fault, falls silent, or a file cannot be read or written
 */
export async function indexPages(
  distDir: string,
  keptIn: string,
  { most = mostInOne, nameOf = () => null }: { most?: number; nameOf?: PageName } = {},
): Promise<number> {
  try {
    const kept = await KeptParts.open(keptIn, await digestOfSources(sources));
    const parts = await makeParts(distDir, kept, most, nameOf);
    await publish(distDir, parts, kept);
    return parts.reduce((sum, { ids }) => sum + Object.keys(ids).length, 0);
  } catch (cause) {
    if (cause instanceof SearchIndexError) throw cause;
    throw new SearchIndexError('write its files', [String(cause)], { cause });
  }
}
