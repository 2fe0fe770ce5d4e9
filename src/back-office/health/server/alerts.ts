import type { Database } from '../../../platform/postgres.ts';
import type { Fault, FaultName } from '../bounds.ts';
import type { Alert } from '../health.ts';

/** Whom to tell: each takes a text in Vietnamese, and throws when it could not be told. */
export type TellOperator = (text: string) => Promise<void>;

/** The bounds that are passed, longest first. */
export async function openAlerts(db: Database): Promise<Alert[]> {
  const { rows } = await db.query<Alert>('select name, words, since from health_alerts order by since, name');
  return rows;
}

const open = `insert into health_alerts (name, words)
  select * from unnest($1::text[], $2::text[]) on conflict (name) do update set words = excluded.words`;
const close = 'delete from health_alerts where name <> all($1) returning name, words, told_at as "toldAt"';
/** Claims the alerts to tell, so that two runs do not both tell. */
const claim = `update health_alerts set told_at = now() where told_at is null returning name, words`;
const unclaim = 'update health_alerts set told_at = null where name = any($1)';

/**
 * Records which bounds are passed, and tells of each once when it is passed and once when it is well again. What could not be
 * told is told by the next run. Throws what `tell` throws.
 */
export async function watchBounds(db: Database, faults: readonly Fault[], tell: TellOperator): Promise<void> {
  const names = faults.map(({ name }) => name);
  await db.query(open, [names, faults.map(({ words }) => words)]);
  const { rows: closed } = await db.query<Fault & { toldAt: Date | null }>(close, [names]);
  const { rows: opened } = await db.query<{ name: FaultName; words: string }>(claim);
  const lines = [
    ...opened.map(({ words }) => `Cần xử lý: ${words}`),
    ...closed.flatMap(({ words, toldAt }) => (toldAt ? `Đã trở lại bình thường. Trước đó: ${words}` : [])),
  ];
  if (lines.length === 0) return;
  try {
    await tell(lines.join('\n'));
  } catch (error) {
    await db.query(unclaim, [opened.map(({ name }) => name)]);
    throw error;
  }
}
