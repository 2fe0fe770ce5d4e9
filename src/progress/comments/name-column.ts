const numbers = /^(?:stt|tt|số tt|số thứ tự)\.?$/iu;

/** The column of a list that names the person or collective: the first that does not count the rows. */
export const nameColumn = (headings: readonly string[]): number =>
  Math.max(
    0,
    headings.findIndex((heading) => !numbers.test(heading)),
  );
