import { builtPageReader } from '../../../platform/http/built-page.ts';
import type { Database } from '../../../platform/postgres.ts';
import type { Adoption } from '../../adoptions/adoption.ts';
import { readAdoptions } from '../../adoptions/server/store.ts';
import { readStanding, type StandingStory } from '../../stories/server/standing-story.ts';

/** What the pages of one story need from their caller. */
export interface PressTools {
  /** What the store says of a story at this moment. */
  read: (id: string) => Promise<StandingStory>;
  /** The public adoptions of a model. */
  adoptionsOf: (id: string) => Promise<readonly Adoption[]>;
  readPage: (path: string) => Promise<string>;
  /** Where the site stands. */
  origin: string;
}

/** The tools of a function: store and built site. */
export const pressTools = (
  db: () => Database,
  { SITE_FOLDER, isLocal, siteUrl }: { SITE_FOLDER: string; isLocal: boolean; siteUrl: string },
): PressTools => ({
  read: (id) => readStanding(db(), id, isLocal),
  adoptionsOf: (id) => readAdoptions(db(), isLocal, id),
  readPage: builtPageReader(SITE_FOLDER),
  origin: siteUrl,
});
