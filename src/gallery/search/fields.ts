/** The parts of a story that the index knows by word, and how much a word in each is worth. */
export const fields = [
  { id: 'name', worth: 10 },
  { id: 'unit', worth: 5 },
  { id: 'summary', worth: 2.5 },
  /** Code, decision, award, year, and the unit's former names. */
  { id: 'facts', worth: 3.5 },
] as const;

/** Places of one field are below it: a place is `field × 4096 + number of the word`. */
export const fieldSpan = 4096;

/** Words between two sentences of one field, so that no phrase runs across. */
export const gap = 2;
