import { createHash } from 'node:crypto';

/** With more stories the index has more parts. Each is asked by every query, but a story that changed has only its own made anew. */
export const mostInOne = 3_000;
/** Not the map and the complete list, which stand beside the stories. */
const isStory = (file: string): boolean =>
  /^dien-hinh[\\/](?!(?:ban-do|tat-ca)[\\/])[^\\/]+[\\/]index\.html$/.test(file);

const numberOf = (file: string): number => createHash('sha256').update(file).digest().readUInt32BE();

/**
 * Deals the files of a site out to the parts of its index, each part in the order given: all to the first while stories are few, else
 * the stories to parts of their own, where a story stays as long as their number does.
 */
export function intoParts(files: readonly string[], most: number): string[][] {
  const stories = files.filter(isStory);
  if (stories.length <= most) return [[...files]];
  const parts: string[][] = Array.from(
    { length: 2 ** Math.ceil(Math.log2(stories.length / most)) },
    () => [],
  );
  for (const file of stories) parts[numberOf(file) % parts.length]?.push(file);
  return [files.filter((file) => !isStory(file)), ...parts];
}
