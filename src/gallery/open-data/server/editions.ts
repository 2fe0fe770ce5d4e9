import { z } from 'zod';
import { type Database, hasTable, inTransaction } from '../../../platform/postgres.ts';
import type { Sources } from '../data-set.ts';
import { documentsOf, type Edition, editionSchema } from '../edition.ts';

/** The edition of a year was taken before: it never changes. */
export class EditionTakenError extends Error {
  override readonly name = 'EditionTakenError';
}

/** Whether the edition of a year was taken. */
export async function hasEdition(db: Pick<Database, 'query'>, year: number): Promise<boolean> {
  const { rowCount } = await db.query('select from data_editions where year = $1', [year]);
  return rowCount !== 0;
}

/** Freezes the edition of a year; returns the number of rows by data set. Throws EditionTakenError for a year that has one. */
export async function takeEdition(
  db: Database,
  year: number,
  sources: Sources,
): Promise<Map<string, number>> {
  const documents = documentsOf(sources);
  await inTransaction(db, async (client) => {
    if (await hasEdition(client, year))
      throw new EditionTakenError(`Bản chốt năm ${year} đã có và không đổi được nữa.`);
    for (const { dataSet, document } of documents)
      await client.query('insert into data_editions (year, data_set, document) values ($1, $2, $3)', [
        year,
        dataSet,
        JSON.stringify(document),
      ]);
  });
  return new Map(documents.map(({ dataSet, document }) => [dataSet, document.rows.length]));
}

/** Every edition, newest first. */
export async function readEditions(db: Database): Promise<Edition[]> {
  if (!(await hasTable(db, 'data_editions'))) return [];
  const { rows } = await db.query(
    `select year || '-' || data_set as id, year, data_set as "dataSet", taken_at as "takenAt", document
     from data_editions order by year desc, data_set`,
  );
  return z.array(editionSchema).parse(rows);
}
