import { maxFiles } from '../../../definitions/uploaded-file.ts';
import type { FieldView } from '../../../definitions/view.ts';

/** More choices than this are written by name: a list of every unit would fill pages. */
const mostBoxes = 12;
/** A handwritten line of A4 holds about so many letters. */
const lettersPerLine = 90;
const mostLines = 12;

/** Lines to write an answer on; 0 where it is ticked or goes into a table. */
export function linesFor({ control, choices = [], max = lettersPerLine }: FieldView): number {
  if (control === 'rows' || control === 'tick') return 0;
  // The filer writes the names of the files here.
  if (control === 'files') return maxFiles;
  if (control === 'textarea') return Math.min(mostLines, Math.max(2, Math.ceil(max / lettersPerLine / 2)));
  if (control === 'checks' || control === 'radios') return 0;
  return control === 'select' && choices.length <= mostBoxes ? 0 : 1;
}
