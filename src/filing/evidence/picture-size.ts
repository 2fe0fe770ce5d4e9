/** Points of the largest picture that is taken: a small file may unfold into one that stops the reader's machine. */
const maxPoints = 120_000_000;

/** True for a width and a height whose points are more than are taken. */
export const isTooHuge = (width: number, height: number): boolean => width * height > maxPoints;
