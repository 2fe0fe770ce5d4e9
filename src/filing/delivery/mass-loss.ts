/** One row at a time is meant, however few there are. */
const meantOneByOne = 1;
/** A fall by more than this share of what counts is held until staff confirm. */
const largestFall = 1 / 5;

/** SQL: for so long losses count together. */
export const lossWindow = `interval '1 hour'`;

/**
 * Whether so many losses within the window are held: more than one row, and more than a fifth of the `total` that counted before,
 * of whatever kind. So a fall that nobody confirmed is never larger.
 */
export const isMassLoss = (lost: number, total: number): boolean =>
  lost > meantOneByOne && lost > total * largestFall;
