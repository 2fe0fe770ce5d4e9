/** What stories can be filtered by: the name of each filter, as in an address, and the story's field. */
export const facets = [
  { id: 'kind', field: 'kind' },
  { id: 'strand', field: 'strands' },
  { id: 'group', field: 'criteriaGroup' },
  { id: 'unit', field: 'unitCode' },
  { id: 'year', field: 'year' },
  { id: 'occasion', field: 'occasion' },
  { id: 'award', field: 'awardForm' },
  { id: 'clause', field: 'clauses' },
] as const;

/** Id of a filter. */
type FacetId = (typeof facets)[number]['id'];

/** What is chosen: for each filter the values of which a story must have one; all filters must hold. */
export type Filters = Partial<Record<FacetId, readonly string[]>>;

/** For each filter its values with the number of stories that choosing it would leave; values without any are not named. */
export type FacetCounts = Record<FacetId, Record<string, number>>;

/** A column of the table: its values, and for each story which of them it has. */
export interface FacetColumn {
  values: string[];
  /** For each story the number of its set in `sets`. */
  rows: number[];
  /** The different sets of values that stories have, by the values' numbers. */
  sets: number[][];
}

/** All columns: a few bytes a story. */
export type FacetTable = Record<FacetId, FacetColumn>;

const allows = (column: FacetColumn, chosen: readonly string[]): boolean[] =>
  column.sets.map((set) => set.some((value) => chosen.includes(column.values[value] ?? '')));

const facetIds = facets.map(({ id }) => id);

/** For each filter that is chosen a test on story numbers. */
function testsOf(table: FacetTable, filters: Filters): { id: FacetId; holds: (doc: number) => boolean }[] {
  return facetIds.flatMap((id) => {
    const chosen = filters[id] ?? [];
    if (chosen.length === 0) return [];
    const column = table[id];
    const allowed = allows(column, chosen);
    return [{ id, holds: (doc) => allowed[column.rows[doc] ?? -1] ?? false }];
  });
}

/** The stories that every filter lets through, in their order. */
export function filtered(docs: readonly number[], table: FacetTable, filters: Filters): number[] {
  const tests = testsOf(table, filters);
  return docs.filter((doc) => tests.every(({ holds }) => holds(doc)));
}

/** Counts for all filters: each counted among the stories that the *other* filters let through. */
export function countFacets(docs: readonly number[], table: FacetTable, filters: Filters): FacetCounts {
  const tests = testsOf(table, filters);
  const countsOf = (id: FacetId): Record<string, number> => {
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
  return {
    kind: countsOf('kind'),
    strand: countsOf('strand'),
    group: countsOf('group'),
    unit: countsOf('unit'),
    year: countsOf('year'),
    occasion: countsOf('occasion'),
    award: countsOf('award'),
    clause: countsOf('clause'),
  };
}
