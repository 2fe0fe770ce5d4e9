import type { Database } from '../../../platform/postgres.ts';
import { caseOf, lastDayOf, standingOf } from '../../../vocabulary/comment-cases.ts';
import { type CommentRow, followRows, ownerRowSchema } from '../../../vocabulary/owner-settings.ts';
import { readSettings, shownList } from './store.ts';

/** The table of lists up for comment. */
export const listTable = 'Lấy ý kiến';

/** A list that the public saw, as the site goes on with it. */
interface ShownList {
  recordId: string;
  list: CommentRow;
  /** Its row is no longer in the base. */
  isLost: boolean;
}

async function readShownLists(db: Pick<Database, 'query'>): Promise<ShownList[]> {
  const { rows } = await db.query<{ recordId: string; value: unknown; isLost: boolean }>(
    `select record_id as "recordId", value, coalesce(b.gone_at is not null, false) as "isLost"
     from settings s left join base_rows b using (record_id) where ${shownList('s')}`,
  );
  return rows.flatMap(({ value, ...row }) => {
    const list = ownerRowSchema.safeParse(value).data;
    return list?.is === 'comment' ? [{ ...row, list }] : [];
  });
}

/**
 * The lists that the public saw, by the records of these rows. A row that was typed anew for one whose row was deleted takes its place.
 */
export async function shownListsOf(
  db: Pick<Database, 'query'>,
  rows: readonly { recordId: string; id: string }[],
): Promise<Map<string, CommentRow>> {
  const all = await readShownLists(db);
  const found = new Map<string, CommentRow>();
  for (const { recordId, id } of rows) {
    const own = all.find((one) => one.recordId === recordId);
    const lost = own ? undefined : all.find((one) => one.isLost && one.list.id === id);
    if (lost) {
      await db.query('delete from settings where record_id = $1', [recordId]);
      await db.query('update settings set record_id = $1 where record_id = $2', [recordId, lost.recordId]);
    }
    const list = own ?? lost;
    if (list) found.set(recordId, list.list);
  }
  return found;
}

/** The last day of a list from now on: the first that was told or a later one, and once it is over none other. */
function untilOf(list: CommentRow, now: Date): string {
  const asked = lastDayOf(list);
  if (list.until === null) return asked;
  const isOpen = standingOf(caseOf(list), now) === 'open';
  return isOpen && asked > list.until ? asked : list.until;
}

/** Keeps the last day that the public is told of each list: a day off that comes later takes no day away and reopens nothing. */
export async function noteLastDays(db: Pick<Database, 'query'>, now: Date): Promise<void> {
  const moved = (await readShownLists(db)).flatMap(({ recordId, list }) => {
    const until = untilOf(list, now);
    return until === list.until ? [] : [{ recordId, until }];
  });
  if (moved.length === 0) return;
  await db.query(
    `update settings s set value = jsonb_set(s.value, '{until}', to_jsonb(m.until)), changed_at = now()
     from jsonb_to_recordset($1::jsonb) as m ("recordId" text, until text) where s.record_id = m."recordId"`,
    [JSON.stringify(moved)],
  );
  followRows(await readSettings(db));
}

/** What staff are told of lists whose rows were deleted: the site keeps them. */
export async function lostListProblems(db: Pick<Database, 'query'>): Promise<string[]> {
  return (await readShownLists(db))
    .filter(({ isLost, list }) => isLost && list.takenOff === null)
    .map(
      ({ list }) =>
        `Bảng “${listTable}”: hàng của đợt “${list.id}” đã bị xóa; trang vẫn giữ danh sách đã đăng. Thêm lại một hàng có “Mã đợt” này; muốn rút danh sách xuống, ghi lý do ở cột “Lý do rút” của hàng đó.`,
    );
}
