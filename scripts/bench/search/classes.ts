/** The ways of asking that are measured, with their names in the report. */
export const queryClasses = {
  toned: 'with tones',
  untoned: 'without tones, đ kept',
  plain: 'without tones, d for đ',
  spelling: 'other tone placement or spelling',
  abbreviation: 'abbreviations',
  typo: 'one slip',
  oldPlace: 'names of before 1/7/2025',
  swapped: 'words in another order',
  text: 'words of the text alone',
  mixed: 'several of these at once, questions',
} as const;

export type QueryClass = keyof typeof queryClasses;

/** A query that one story answers. */
export interface AskedQuery {
  kind: QueryClass;
  query: string;
  /** Id of the story. */
  answer: string;
}
