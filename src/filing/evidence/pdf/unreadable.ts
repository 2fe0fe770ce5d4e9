/** A PDF has objects that the limits leave unread, so nobody can call it safe. */
export class UnreadablePdf extends Error {
  override name = 'UnreadablePdf';
}
