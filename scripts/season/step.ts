import type { World } from './world.ts';

/** Something that people do in a season. `size`: how many nominations and stories the season has. */
export interface Step {
  name: string;
  play: (world: World, size: Size) => Promise<void>;
}

/** How large a season is. */
export interface Size {
  nominations: number;
  stories: number;
  /** Comments on lists of nominees, and honours of a decision, where the season is a whole year. */
  comments: number;
  honours: number;
  /** Units that issue plans and report, where the season is a whole year. */
  units: number;
}
