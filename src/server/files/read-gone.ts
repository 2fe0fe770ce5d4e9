import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { thingsFile } from '../../build/things-file.ts';
import { goneNow } from '../../gallery/stories/server/gone-now.ts';
import type { Database } from '../../platform/postgres.ts';
import { readThings } from '../../progress/taken-back/server/public-things.ts';
import { type Thing, thingSchema } from '../../progress/taken-back/things.ts';
import { type GoneThing, goneStory } from './gone-thing.ts';
import type { Site } from './site.ts';

const shownBy = new WeakMap<Site, Promise<Thing[]>>();

/** What a build says that it shows; nothing where it was made before builds said so. */
function shownOn(site: Site): Promise<Thing[]> {
  const shown =
    shownBy.get(site) ??
    readFile(join(site.folder, thingsFile), 'utf8').then(
      (text) => z.array(thingSchema).parse(JSON.parse(text)),
      () => [],
    );
  shownBy.set(site, shown);
  return shown;
}

/** Everything that a build shows and that is public no more: stories and all other things. Throws when the store cannot be read. */
export async function readGone(db: Database, site: Site | undefined, now: Date): Promise<GoneThing[]> {
  const stories = (await goneNow(db)).map(goneStory);
  const shown = site ? await shownOn(site) : [];
  if (shown.length === 0) return stories;
  const standing = new Set((await readThings(db, now)).map(({ id }) => id));
  const things = shown.filter(({ id }) => !standing.has(id));
  return [...stories, ...things.map((thing) => ({ ...thing, reason: null }))];
}
