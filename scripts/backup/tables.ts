import type pg from 'pg';

/** A table, with the columns that hold data of their own. */
export interface StoredTable {
  name: string;
  columns: string[];
}

/** Tables that refer to each other in a circle: no order of loading suits them. */
class CircularTablesError extends Error {
  override readonly name = 'CircularTablesError';
}

const query = `
  select c.relname as name,
    array(select a.attname::text from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          order by a.attnum) as columns,
    array(select distinct f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
          where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid) as needs
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r' and c.relpersistence = 'p'
  order by c.relname`;

/**
 * The tables of the site, each after those that it refers to. Unlogged tables are left out: they hold counts of the hour, which a
 * crash of the server empties, too.
 */
export async function tablesOf(client: pg.ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable & { needs: string[] }>(query);
  const ordered: StoredTable[] = [];
  let left = rows;
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name));
    const ready = left.filter(({ needs }) => !needs.some((name) => waiting.has(name)));
    if (ready.length === 0) throw new CircularTablesError([...waiting].join(', '));
    ordered.push(...ready.map(({ name, columns }) => ({ name, columns })));
    left = left.filter((table) => !ready.includes(table));
  }
  return ordered;
}
