import type { GoneStory } from '../../gallery/stories/server/gone-now.ts';
import type { Thing } from '../../progress/taken-back/things.ts';

/** Something that the served build shows and that was taken back since. */
export interface GoneThing extends Thing {
  /** What staff tell the public; null where they gave no reason, or did not take it down. */
  reason: string | null;
}

/** A story that is gone: known by its id and by each of its addresses, wherever they stand. */
export const goneStory = ({ id, slugs, reason }: GoneStory): GoneThing => {
  const folders = slugs.map((slug) => `/dien-hinh/${slug}/`);
  return { id: `dien-hinh ${id}`, marks: [id, ...folders], words: [], folders, stems: [id], reason };
};
