import type { Database } from '../../../platform/postgres.ts';
import { noteDrawnSizes } from '../../photos/drawn-sizes.ts';
import type { Story } from '../../story.ts';
import { recordPublication } from './publication-log.ts';

/**
 * Notes what a build shows, by the instant at which it read the store. A preview notes nothing: the public does not see it, and its
 * addresses are not public ones.
 */
export async function recordBuild(
  db: Database,
  stories: readonly Story[],
  { builtAt, isPreview }: { builtAt: Date; isPreview: boolean },
): Promise<void> {
  if (isPreview) return;
  await noteDrawnSizes(db, stories);
  await recordPublication(db, stories, builtAt);
}
