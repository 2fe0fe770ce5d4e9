/** The most pixels of a picture: a small file may unpack into a picture that stops the reader's machine. */
const maxPoints = 120_000_000;

/** True if a picture of this width and height has too many pixels. */
export const isTooHuge = (width: number, height: number): boolean => width * height > maxPoints;
