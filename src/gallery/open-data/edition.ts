import { z } from 'zod';
import { writeCsv } from '../../platform/spreadsheet/csv.ts';
import { dataSlots, site } from '../../vocabulary/site.ts';
import { fillSlots } from '../../vocabulary/slots.ts';
import { dataChanges, dataCredit, dataSets } from './catalogue.ts';
import { type Cell, type ColumnFacts, type DataSet, inTable, isList, type Sources } from './data-set.ts';

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

/** What a data set was when it was frozen. */
const aboutSchema = z.object({
  title: z.string(),
  publisher: z.string(),
  credit: z.string(),
  /** Null where the owner had named none: then the licence of today holds. */
  licence: z.string().nullable(),
  about: z.string(),
  coverage: z.string(),
  primaryKey: z.array(z.string()),
});

/** A column as its dictionary described it; the first editions kept key and title alone. */
const columnSchema = z.object({
  key: z.string(),
  title: z.string(),
  type: z.string().optional(),
  about: z.string().optional(),
  required: z.boolean().optional(),
  terms: z.record(z.string(), z.string()).optional(),
});

/** What an edition freezes of a data set: what it was, its structure, and its rows. */
const documentSchema = z.object({
  version: z.string(),
  /** Missing in the first editions. */
  about: aboutSchema.optional(),
  columns: z.array(columnSchema),
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

/** The columns that say whose row it is: a story, or a unit that applies it. Rows of other data sets are about nobody. */
const owners: Readonly<Record<string, { story: string; adopter?: string }>> = {
  'dien-hinh': { story: 'id' },
  'chi-so': { story: 'storyId', adopter: 'unitName' },
  'toan-van': { story: 'id' },
  'ap-dung': { story: 'model', adopter: 'unitName' },
  'dinh-chinh': { story: 'storyId' },
};

/** What the edition of today would freeze: every data set, as each has a state at the end of a year. */
export const documentsOf = (sources: Sources): { dataSet: string; document: Edition['document'] }[] =>
  dataSets.map((set) => ({ dataSet: set.id, document: documentOf(set, sources) }));

const columnOf = ({ key, title, type, about, required, terms }: ColumnFacts) => ({
  key,
  title,
  type,
  about,
  required,
  ...(terms && { terms: { ...terms } }),
});

/** The licence that the owner named; null while the slot is empty. */
function licenceNow(): string | null {
  const licence = fillSlots(dataSlots.licence);
  return licence === dataSlots.licence ? null : licence;
}

const documentOf = (set: DataSet, sources: Sources): Edition['document'] => ({
  version: dataChanges.version,
  about: {
    title: `${site.name}: ${set.title.toLocaleLowerCase('vi')}`,
    publisher: site.owner,
    credit: dataCredit(set, sources.origin),
    licence: licenceNow(),
    about: set.about,
    coverage: set.coverage,
    primaryKey: set.primaryKey,
  },
  columns: set.columns.map(columnOf),
  rows: set.rowsOf(sources).map((row) => row.map((cell) => (isList(cell) ? [...cell] : cell))),
});

/** What decides which rows may still be published. */
type Standing = Pick<Sources, 'stories' | 'adoptions' | 'withdrawn'>;

/** Whether a frozen row of a data set may still be published. */
function standingRow({ dataSet, document }: Edition, { stories, adoptions, withdrawn }: Standing) {
  const at = (key: string) => document.columns.findIndex((column) => column.key === key);
  const of = owners[dataSet];
  if (dataSet === 'da-go') {
    // A reason that was put right or taken back since is not repeated.
    const reasons = new Map(withdrawn.map(({ id, reason }) => [id, reason]));
    const [idAt, reasonAt] = [at('id'), at('reason')];
    return (row: readonly Cell[]) => (reasons.get(String(row[idAt])) ?? row[reasonAt]) === row[reasonAt];
  }
  if (!of) return () => true;
  const [storyAt, adopterAt, sourceAt] = [at(of.story), at(of.adopter ?? ''), at('source')];
  const shown = new Set(stories.map(({ id }) => id));
  const adopters = new Set(adoptions.map(({ model, unitName }) => `${model} ${unitName}`));
  return (row: readonly Cell[]) => {
    const story = String(row[storyAt]);
    if (!shown.has(story)) return false;
    // A figure of the story’s own unit is not one of a unit that applies the model.
    const isOwn = adopterAt < 0 || row[sourceAt] === 'dien-hinh';
    return isOwn || adopters.has(`${story} ${String(row[adopterAt])}`);
  };
}

/**
 * The rows of an edition that may still be published, exactly as they were frozen: those whose story is public, and whose unit still
 * lets it be known that it applies the model. `left` counts the rows that are left out.
 */
export function publishedRows(edition: Edition, sources: Standing): { rows: Cell[][]; left: number } {
  const all = edition.document.rows;
  const rows = all.filter(standingRow(edition, sources));
  return { rows, left: all.length - rows.length };
}

/** What people call the data set of an edition. */
export const editionName = ({ dataSet }: Pick<Edition, 'dataSet'>): string =>
  dataSets.find(({ id }) => id === dataSet)?.title ?? dataSet;

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
  const { version, about, columns } = document;
  const { rows, left } = publishedRows(edition, sources);
  return {
    ...about,
    title: `${about?.title ?? `${site.name}: ${dataSet}`}, bản chốt năm ${year}`,
    publisher: about?.publisher ?? site.owner,
    licence: about?.licence ?? fillSlots(dataSlots.licence),
    describedBy: new URL(`/du-lieu/${dataSet}/`, sources.origin).href,
    version,
    takenAt: takenAt.toISOString(),
    ...(about && { columns }),
    /** Rows that were frozen and may no longer be told. */
    leftOut: left,
    total: rows.length,
    rows: rows.map((row) => Object.fromEntries(columns.map(({ key }, place) => [key, row[place]]))),
  };
}
