import type { Story } from '../story.ts';
import { type Cloth, clothOf, clothYears } from './cloth.ts';
import { clothMarkup, clothSize } from './draw.ts';

const shape = { across: 6, rows: 2 } as const;

/** The cloth of the home page: the content of its SVG element, and the size of that in cells. `stories` are the newest first. */
export function homeCloth(stories: readonly Story[]): {
  cloth: Cloth;
  width: number;
  height: number;
  markup: string;
} {
  const cloth = clothOf(stories, shape.across * shape.rows);
  const markup = clothMarkup(cloth, {
    ...shape,
    colourOf: (part) =>
      part === 'ground' || part === 'field' ? `var(--weave-${part})` : `var(--thread-${part})`,
    // The list of years beside it says the same to the keyboard and to screen readers.
    link: ({ href }) => `href="${href}" tabindex="-1"`,
  });
  return { cloth, ...clothSize(shape, clothYears.length), markup };
}
