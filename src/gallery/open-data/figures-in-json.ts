import { changeInWords } from '../stories/change.ts';
import type { SureFigure } from '../stories/sureness.ts';

/** Figures as members of a row in JSON: as written, their change in words, the id of how sure they are. */
export const figuresInJson = (figures: readonly SureFigure[]) =>
  figures.map(({ sureness, ...figure }) => ({
    ...figure,
    change: changeInWords(figure),
    sureness: sureness.id,
  }));
