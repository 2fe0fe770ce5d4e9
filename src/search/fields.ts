/** The indexed fields of a document, and how much a word in each field is worth. */
export const fields = [
  { id: 'name', worth: 10 },
  { id: 'unit', worth: 5 },
  { id: 'summary', worth: 2.5 },
  /** Code, decision, award, year, and the unit's former names. */
  { id: 'facts', worth: 3.5 },
  /** Names of what a story is filtered by. */
  { id: 'facets', worth: 1.5 },
  /** The text itself, where the index has it. */
  { id: 'text', worth: 1 },
] as const;

/** Upper bound of the words of a field: a place is `field × 4096 + number of the word`. */
export const fieldSpan = 4096;

/** Word positions skipped between two sentences of a field, so that no phrase spans both sentences. */
export const gap = 2;
