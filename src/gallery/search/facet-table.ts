import type { Story } from '../story.ts';
import { type FacetColumn, facets, type FacetTable } from './facets.ts';

type Field = (typeof facets)[number]['field'];

function valuesOf(story: Story, field: Field): string[] {
  const value = story[field];
  if (value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function columnOf(stories: readonly Story[], field: Field): FacetColumn {
  const values: string[] = [];
  const sets: number[][] = [];
  const known = new Map<string, number>();
  const numberOf = (value: string): number => {
    const at = values.indexOf(value);
    return at >= 0 ? at : values.push(value) - 1;
  };
  const rows = stories.map((story) => {
    const set = valuesOf(story, field).map(numberOf);
    const name = set.join();
    const at = known.get(name) ?? sets.push(set) - 1;
    known.set(name, at);
    return at;
  });
  return { values, rows, sets };
}

/** The table by which stories are filtered and counted, in the order of `stories`. */
export function facetTable(stories: readonly Story[]): FacetTable {
  const [kind, strand, group, unit, year, occasion, award, clause] = facets.map(({ field }) =>
    columnOf(stories, field),
  );
  if (!kind || !strand || !group || !unit || !year || !occasion || !award || !clause)
    throw new Error('A filter has no column.');
  return { kind, strand, group, unit, year, occasion, award, clause };
}
