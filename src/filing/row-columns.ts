/** What a row of the back office knows of its columns, by the property names of the code. */
export interface RowColumns {
  /** Property → the name that staff give the column now. */
  names: Readonly<Record<string, string>>;
  /** Properties whose column is gone or has a type that the sync cannot read. Their empty cells say nothing. */
  unavailable: readonly string[];
  /** Those of them that are empty in this row, and of which staff deleted a choice that the cell may have held. */
  emptied?: readonly string[];
}
