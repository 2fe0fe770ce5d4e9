import type { GoneStory } from '../../gallery/stories/server/gone-now.ts';

/** Whether a text names one of some stories: by its id, or by an address below its slug. */
export type Naming = (text: string) => boolean;

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** See `Naming`. There must be at least one story. */
export function namingOf(gone: readonly GoneStory[]): Naming {
  const ids = gone.map(({ id }) => quoted(id)).join('|');
  const slugs = gone.flatMap((story) => story.slugs.map(quoted)).join('|');
  const named = new RegExp(`(?<![\\p{L}\\d])(?:${ids})(?!\\d)|/dien-hinh/(?:${slugs})(?![\\w-])`, 'iu');
  return (text) => named.test(text);
}
