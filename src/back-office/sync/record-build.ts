import type { AstroIntegration } from 'astro';
import { openDatabase } from '../../platform/postgres.ts';
import { isMigrated } from '../../gallery/stories/server/store.ts';
import { syncMemory } from './sync-state.ts';
import { noteBuilt } from './rebuild.ts';

/** Tells the sync, after a build, which stories the site now shows: a build that failed is asked for again. */
export function recordBuild(databaseUrl: string | undefined): AstroIntegration {
  return {
    name: 'record-build',
    hooks: {
      'astro:build:done': async () => {
        const db = openDatabase(databaseUrl);
        if (await isMigrated(db)) await noteBuilt(syncMemory(db));
        await db.end();
      },
    },
  };
}
