/**
 * A page that functions answer with. A function shows or hides the names of `data-part`, fills texts into the names of
 * `data-slot`, and uses selectors for the rest. Components write these names and functions read them here;
 * tests/site/answer-pages.spec.ts checks that the built pages and this list agree.
 */
export interface AnswerPage {
  /** Its address on this site. */
  readonly path: string;
  /** The function that answers with it. */
  readonly filledBy: string;
  readonly parts: readonly string[];
  readonly slots: readonly string[];
  readonly selectors: Readonly<Record<string, string>>;
}

/** The names of a page's parts. */
export type PartOf<Page extends AnswerPage> = Page['parts'][number];

/** The names of a page's slots. */
export type SlotOf<Page extends AnswerPage> = Page['slots'][number];
