/** A PDF that cannot be read to its last object within its bounds: it is not called safe. */
export class UnreadablePdf extends Error {
  override name = 'UnreadablePdf';
}
