import { fieldsOf, isNumber, isText, listOf } from '../../search/shapes.ts';
import { byFacet, type FacetName, facetNames } from '../stories/facets.ts';

/** Chosen values by filter. A story must have at least one value of every filter. */
export type Filters = Partial<Record<FacetName, readonly string[]>>;

/** For each filter, the number of stories that each value would leave. Values that would leave none are left out. */
export type FacetCounts = Record<FacetName, Record<string, number>>;

/** A column of the table: all values of the filter, and which of them each story has. */
export interface FacetColumn {
  values: string[];
  /** For each story, the index of its set of values in `sets`. */
  rows: number[];
  /** The distinct sets of values that stories have; each value is an index. */
  sets: number[][];
}

/** All columns, a few bytes per story. */
export type FacetTable = Record<FacetName, FacetColumn>;

const isColumn = fieldsOf<FacetColumn>({
  values: listOf(isText),
  rows: listOf(isNumber),
  sets: listOf(listOf(isNumber)),
});

/** The shape of the table. */
export const isFacetTable = fieldsOf<FacetTable>(byFacet(() => isColumn));

const allows = (column: FacetColumn, chosen: readonly string[]): boolean[] =>
  column.sets.map((set) => set.some((value) => chosen.includes(column.values[value] ?? '')));

/** A test on story numbers for each chosen filter. */
function testsOf(table: FacetTable, filters: Filters): { id: FacetName; holds: (doc: number) => boolean }[] {
  return facetNames.flatMap((id) => {
    const chosen = filters[id] ?? [];
    if (chosen.length === 0) return [];
    const column = table[id];
    const allowed = allows(column, chosen);
    return [{ id, holds: (doc) => allowed[column.rows[doc] ?? -1] ?? false }];
  });
}

/** The stories that pass every filter, in the given order. */
export function filtered(docs: readonly number[], table: FacetTable, filters: Filters): number[] {
  const tests = testsOf(table, filters);
  return docs.filter((doc) => tests.every(({ holds }) => holds(doc)));
}

/** Counts for all filters. Each filter is counted among the stories that pass the *other* filters. */
export function countFacets(docs: readonly number[], table: FacetTable, filters: Filters): FacetCounts {
  const tests = testsOf(table, filters);
  const countsOf = (id: FacetName): Record<string, number> => {
    const { rows, sets, values } = table[id];
    const others = tests.filter((test) => test.id !== id);
    const bySet = new Uint32Array(sets.length);
    for (const doc of docs) {
      const row = rows[doc];
      if (row !== undefined && others.every(({ holds }) => holds(doc))) bySet[row] = (bySet[row] ?? 0) + 1;
    }
    const counts = new Map<string, number>();
    for (const [row, set] of sets.entries()) {
      for (const value of set) {
        const name = values[value] ?? '';
        if (bySet[row]) counts.set(name, (counts.get(name) ?? 0) + bySet[row]);
      }
    }
    return Object.fromEntries(counts);
  };
  return byFacet(countsOf);
}
