import { z } from 'zod';
import { writeCsv } from '../../platform/spreadsheet/csv.ts';
import { dataSlots, site } from '../../vocabulary/site.ts';
import { fillSlots } from '../../vocabulary/slots.ts';
import { dataChanges, dataSets } from './catalogue.ts';
import { type Cell, type DataSet, inTable, isList, type Sources } from './data-set.ts';

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

/** What an edition freezes of a data set: its structure as it was, and its rows. */
const documentSchema = z.object({
  version: z.string(),
  columns: z.array(z.object({ key: z.string(), title: z.string() })),
  rows: z.array(z.array(cellSchema)),
});

/** The edition of a year of a data set; `id` is `2026-dien-hinh`. */
export const editionSchema = z.object({
  id: z.string(),
  year: z.number(),
  dataSet: z.string(),
  takenAt: z.coerce.date(),
  document: documentSchema,
});

export type Edition = z.infer<typeof editionSchema>;

/** The data sets that an edition freezes, each with the columns that say whose row it is: a story, or a unit that applies it. */
const frozen = [
  { id: 'dien-hinh', story: 'id', adopter: null },
  { id: 'chi-so', story: 'storyId', adopter: 'unitName' },
  { id: 'ap-dung', story: 'model', adopter: 'unitName' },
] as const;

/** What the edition of today would freeze. */
export const documentsOf = (sources: Sources): { dataSet: string; document: Edition['document'] }[] =>
  frozen.flatMap(({ id }) => {
    const set = dataSets.find((each) => each.id === id);
    return set ? [{ dataSet: id, document: documentOf(set, sources) }] : [];
  });

const documentOf = (set: DataSet, sources: Sources): Edition['document'] => ({
  version: dataChanges.version,
  columns: set.columns.map(({ key, title }) => ({ key, title })),
  rows: set.rowsOf(sources).map((row) => row.map((cell) => (isList(cell) ? [...cell] : cell))),
});

/**
 * The rows of an edition that may still be published, exactly as they were frozen: those whose story is public, and whose unit still
 * lets it be known that it applies the model. `left` counts the rows that are left out.
 */
export function publishedRows(
  { dataSet, document }: Edition,
  { stories, adoptions }: Pick<Sources, 'stories' | 'adoptions'>,
): { rows: Cell[][]; left: number } {
  const { columns } = document;
  const of = frozen.find(({ id }) => id === dataSet);
  const at = (key: string | null | undefined) => columns.findIndex((column) => column.key === key);
  const [storyAt, adopterAt] = [at(of?.story), at(of?.adopter)];
  const units = new Map(stories.map(({ id, unitName }) => [id, unitName]));
  const adopters = new Set(adoptions.map(({ model, unitName }) => `${model} ${unitName}`));
  const rows = document.rows.filter((row) => {
    const story = String(row[storyAt]);
    const adopter = adopterAt < 0 ? null : String(row[adopterAt]);
    if (!units.has(story)) return false;
    return adopter === null || adopters.has(`${story} ${adopter}`) || isOwn(row);
  });
  /** A figure of the story’s own unit, and not of one that applies the model. */
  function isOwn(row: readonly Cell[]): boolean {
    return row[at('source')] === 'dien-hinh';
  }
  return { rows, left: document.rows.length - rows.length };
}

/** Addresses of an edition. */
export const editionPaths = ({ year, dataSet }: Pick<Edition, 'year' | 'dataSet'>) =>
  ({ csv: `/api/v1/nam/${year}/${dataSet}.csv`, json: `/api/v1/nam/${year}/${dataSet}.json` }) as const;

/** An edition as CSV, in the columns of its time. */
export const editionCsv = (edition: Edition, sources: Sources): string =>
  writeCsv([
    edition.document.columns.map(({ title }) => title),
    ...publishedRows(edition, sources).rows.map((row) => row.map(inTable)),
  ]);

/** An edition as JSON: what it is, then its rows. It says nothing of the build that wrote it, so it stays the same. */
export function editionJson(edition: Edition, sources: Sources): object {
  const { year, dataSet, takenAt, document } = edition;
  const { rows, left } = publishedRows(edition, sources);
  return {
    title: `${site.name}: ${dataSet}, bản chốt năm ${year}`,
    publisher: site.owner,
    licence: fillSlots(dataSlots.licence),
    describedBy: new URL(`/du-lieu/${dataSet}/`, sources.origin).href,
    version: document.version,
    takenAt: takenAt.toISOString(),
    /** Rows that were frozen and whose story has been taken down since. */
    leftOut: left,
    total: rows.length,
    rows: rows.map((row) => Object.fromEntries(document.columns.map(({ key }, place) => [key, row[place]]))),
  };
}
