import { nominations } from './faults/season-fault.ts';
import type { Erased } from './ledger.ts';
import type { World } from './world.ts';

/** The tables of the database that hold one of these words. */
async function tablesWith({ db }: World, words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await db.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const looks = tables.map(
    ({ name }) =>
      `select '${name}' as name where exists (select from public.${name} t where t::text ~ any ($1::text[]))`,
  );
  const found = words.map((word) => `${word.replaceAll('.', '\\.')}\\M`);
  return (await db.query<{ name: string }>(looks.join(' union all '), [found])).rows.map(({ name }) => name);
}

async function traces(world: World, { code, words, files, letters }: Erased): Promise<string[]> {
  const { db, blobs, mailServer, staff } = world;
  const cells = (await staff.rows(nominations)).filter(({ fields }) =>
    [code, ...words].some((word) => JSON.stringify(fields).includes(`${word}"`)),
  );
  const { rows } = await db.query<{ isGone: boolean }>(
    'select row_deleted_at is not null as "isGone" from erased_submissions where code = $1',
    [code],
  );
  const arrived = mailServer.arrived.filter(({ to }) => words.some((word) => to.includes(word))).length;
  return [
    ...(await tablesWith(world, words)).map((table) => `is in ${table}`),
    ...cells.map(({ id }) => `is in the base, row ${id}`),
    ...files.filter((id) => blobs.held.has(id)).map((id) => `has its file ${id}`),
    ...(rows[0]?.isGone ? [] : ['is not known as erased in the base']),
    ...(arrived > letters ? [`got ${arrived - letters} letters afterwards`] : []),
  ].map((trace) => `${code} was erased and ${trace}`);
}

/** What is left of those who were erased, whatever was restored since. */
export async function brokenErasures(world: World): Promise<string[]> {
  const broken: string[] = [];
  for (const erased of world.ledger.erased) broken.push(...(await traces(world, erased)));
  return broken;
}
