/** Thrown for a PDF of which not every object can be read within the limits; such a file does not count as safe. */
export class UnreadablePdf extends Error {
  override name = 'UnreadablePdf';
}
