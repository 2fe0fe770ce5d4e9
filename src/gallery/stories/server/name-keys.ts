import type { Database } from '../../../platform/postgres.ts';
import { nameKey } from '../../../vietnamese/name-key.ts';

/** Adds the name key, which nominations are compared with, to stories stored without one. */
export async function fillNameKeys(db: Database): Promise<void> {
  const { rows } = await db.query<{ id: string; name: string | null }>(
    `select id, fields->>'name' as name from stories where name_key is null`,
  );
  if (rows.length === 0) return;
  await db.query(
    `update stories set name_key = named.key from unnest($1::text[], $2::text[], $3::text[]) as named (id, name, key)
     where stories.id = named.id and stories.name_key is null and stories.fields->>'name' is not distinct from named.name`,
    [rows.map(({ id }) => id), rows.map(({ name }) => name), rows.map(({ name }) => nameKey(name))],
  );
}
