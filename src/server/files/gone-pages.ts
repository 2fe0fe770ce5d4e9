import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { repeat } from '../repeat.ts';
import type { GoneThing } from './gone-thing.ts';

/** What was taken back and the build that is served still holds. */
export interface GonePages {
  /** The thing whose own address, or one below it, a path is; files of pictures are known by their names. */
  at: (path: string) => GoneThing | undefined;
  /** All of them: the same array until others are gone. */
  all: () => readonly GoneThing[];
  /** Reads again and again until `stop`. While the database is out of reach, what was read last holds. */
  follow: (everyMs: number, stop: AbortSignal, onFault: (error: unknown) => void) => Promise<void>;
}

const patienceMs = 5_000;

const unslashed = (path: string) => path.replace(/\/$/, '');

/** A path and all folders above it: `/a/b/c` gives `/a/b/c`, `/a/b`, `/a`. */
const foldersOf = (path: string): string[] => {
  const parts = unslashed(path).split('/').slice(1);
  return parts.map((_, at) => `/${parts.slice(0, parts.length - at).join('/')}`);
};

/** What the names in a path may begin with: `/anh/MH-0001-1a2b3c4d-480.jpg` gives `mh`, `mh-0001`, `mh-0001-1a2b3c4d` … */
const stemsOf = (path: string): string[] =>
  path
    .toLowerCase()
    .split('/')
    .flatMap((part) => [part, ...[...part.matchAll(/[-.]/g)].map(({ index }) => part.slice(0, index))]);

/** Follows what is gone, so that no visitor waits for a build to be spared what was taken back. */
export function gonePages(read: () => Promise<readonly GoneThing[]>): GonePages {
  let all: readonly GoneThing[] = [];
  let [byFolder, byStem] = [new Map<string, GoneThing>(), new Map<string, GoneThing>()];
  const refresh = async () => {
    const gone = await Promise.race([read(), sleep(patienceMs, undefined, { ref: false })]);
    if (!gone || isDeepStrictEqual(gone, all)) return;
    all = gone;
    byFolder = new Map(gone.flatMap((one) => one.folders.map((folder) => [unslashed(folder), one] as const)));
    byStem = new Map(gone.flatMap((one) => one.stems.map((stem) => [stem.toLowerCase(), one] as const)));
  };
  const first = (keys: readonly string[], things: ReadonlyMap<string, GoneThing>) => {
    for (const key of keys) {
      const found = things.get(key);
      if (found) return found;
    }
    return undefined;
  };
  return {
    at: (path) =>
      all.length === 0 ? undefined : (first(foldersOf(path), byFolder) ?? first(stemsOf(path), byStem)),
    all: () => all,
    follow: (everyMs, stop, onFault) => repeat(everyMs, stop, () => refresh().catch(onFault)),
  };
}
