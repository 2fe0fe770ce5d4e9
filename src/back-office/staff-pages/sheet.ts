/** A cell: a text, or a link. */
export type SheetCell = string | { text: string; href: string };

/** A table of a sheet; the first cell of a row is its heading. */
export interface SheetTable {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly SheetCell[])[];
}

/** What a private page of staff says. */
export interface StaffSheet {
  title: string;
  lead: string;
  facts: readonly (readonly [name: string, value: string])[];
  /** What staff can do now, and what they should know. */
  notes: readonly string[];
  tables: readonly SheetTable[];
  /** Files and pages that belong to it. */
  links: readonly { text: string; href: string }[];
}

/** A file that belongs to a sheet. */
export interface SheetFile {
  body: Uint8Array<ArrayBuffer>;
  type: string;
  /** Letters without marks, digits, hyphens and dots. */
  name: string;
}
