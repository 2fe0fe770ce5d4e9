import { isAvailable } from '../../filing/delivery/pulled-row.ts';
import { noteProblems } from '../../filing/delivery/row-problems.ts';
import { withdrawnStates } from '../../filing/states.ts';
import type { StaffDecision } from '../../filing/submission.ts';
import { storyTable } from '../../gallery/stories/table-name.ts';
import { type Database, inTransaction } from '../../platform/postgres.ts';

type Client = Pick<Database, 'query'>;

/** The first part of a `Mã`. */
type Prefix = 'MH' | 'VD';

/** The next free numbers of a kind. Waits for another sync that gives some. A number that was ever seen is never given. */
export async function nextIds(client: Client, prefix: Prefix, count: number): Promise<string[]> {
  if (count === 0) return [];
  const { rows } = await client.query<{ last: number }>(
    `update story_numbers set last = $3 + greatest(last, (
       select coalesce(max(substring(id from 4)::int), 0) from (
         select id from stories union all select id from shown_stories
         union all select code from base_rows where table_name = $2
       ) known where id ~ ('^' || $1 || '-\\d{4,9}$')))
     where prefix = $1 returning last`,
    [prefix, storyTable, count],
  );
  const last = rows[0]?.last ?? 0;
  return Array.from(
    { length: count },
    (_, at) => `${prefix}-${String(last - count + 1 + at).padStart(4, '0')}`,
  );
}

const nextId = async (client: Client, prefix: Prefix): Promise<string> => {
  const [id] = await nextIds(client, prefix, 1);
  return id ?? '';
};

const prefixOf = (form: string): Prefix => (form === 'de-cu-mo-hinh' ? 'MH' : 'VD');

/** Gives a draft another `Mã`, because its own was taken by hand. */
export async function renumber(db: Database, code: string, form: string): Promise<void> {
  await inTransaction(db, async (client) => {
    const id = await nextId(client, prefixOf(form));
    await client.query(
      'update story_drafts set story_id = $2, record_id = null, next_attempt_at = now() where code = $1 and written_at is null',
      [code, id],
    );
  });
}

interface Choice {
  code: string;
  form: string;
  state: string;
  /** Null where staff never chose the nomination. */
  wasChosen: boolean | null;
}

/** Orders a draft at the first tick; a later tick has the sync look whether its row is still there. */
async function order(db: Database, { code, form }: Choice): Promise<void> {
  await inTransaction(db, async (client) => {
    const { rowCount } = await client.query(
      `update story_drafts set chosen = true, written_at = null, set_aside_at = null, attempts = 0,
         next_attempt_at = case when chosen then next_attempt_at else now() end where code = $1`,
      [code],
    );
    if (rowCount !== 0) return;
    await client.query(
      'insert into story_drafts (code, chosen, story_id) values ($1, true, $2) on conflict do nothing',
      [code, await nextId(client, prefixOf(form))],
    );
  });
}

const withdrawn = 'Cột “Chọn làm điển hình”: phiếu đã rút nên trang không tạo bài. Bỏ đánh dấu.';

/**
 * Takes in which nominations staff chose for a story. A new tick orders a draft; without its tick a draft stays. Does nothing for
 * rows that changed in another way.
 */
export async function orderDrafts(db: Database, rows: readonly StaffDecision[]): Promise<void> {
  const read = new Map(
    rows.flatMap(({ code, chosen, ...row }) =>
      code !== null && chosen !== undefined && isAvailable(row, 'chosen')
        ? [[code, { code, chosen, recordId: row.recordId }]]
        : [],
    ),
  );
  const ticked = [...read.values()].flatMap(({ code, chosen }) => (chosen ? [code] : []));
  const { rows: choices } = await db.query<Choice>(
    `select s.code, s.form, s.state, d.chosen as "wasChosen"
     from submissions s left join story_drafts d using (code)
     where s.code = any($1) and (d.chosen is not null or s.code = any($2))`,
    [[...read.keys()], ticked],
  );
  const refused = new Map<string, string | null>();
  for (const choice of choices) {
    const row = read.get(choice.code);
    if (!row) continue;
    const isRefused = row.chosen && withdrawnStates.includes(choice.state);
    refused.set(row.recordId, isRefused ? withdrawn : null);
    if (isRefused || row.chosen === choice.wasChosen) continue;
    if (row.chosen) await order(db, choice);
    else await db.query('update story_drafts set chosen = false where code = $1', [choice.code]);
  }
  await noteProblems(db, 'choice', refused);
}
