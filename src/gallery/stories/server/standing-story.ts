import type { Database } from '../../../platform/postgres.ts';
import type { StoredStory } from '../../story.ts';
import { readPublished } from './store.ts';

/** What the store says of a story now. */
export interface StandingStory {
  /** Null unless it is public at this moment and a build has shown it. */
  story: StoredStory | null;
  /** Whether a build ever showed it. */
  wasShown: boolean;
}

/** A story by its id. One that is due and that no build has shown yet is not public yet: its address is not fixed. */
export async function readStanding(db: Database, id: string, samples: boolean): Promise<StandingStory> {
  const { rowCount } = await db.query('select from shown_stories where id = $1', [id]);
  if (rowCount === 0) return { story: null, wasShown: false };
  const [story] = await readPublished(db, { samples, ids: [id] });
  return { story: story ?? null, wasShown: true };
}
