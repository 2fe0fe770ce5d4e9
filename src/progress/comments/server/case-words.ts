import { withdrawnStates } from '../../../filing/states.ts';
import type { Database } from '../../../platform/postgres.ts';
import { officialDate, officialDateTime } from '../../../vietnamese/official-date.ts';
import { type CommentCase, caseOf, standingOf } from '../../../vocabulary/comment-cases.ts';
import { ownerRowSchema } from '../../../vocabulary/owner-settings.ts';

/** What staff read of a list in its row. */
function caseWords(one: CommentCase, comments: number, now: Date): string {
  const until = `hết ${officialDate(one.lastDay)}`;
  const came = `Đã nhận ${comments} góp ý, xem bảng “Góp ý”.`;
  switch (standingOf(one, now)) {
    case 'before':
      return `Đăng lúc ${officialDateTime(one.opensAt)}, nhận góp ý đến ${until}. Chưa ai thấy gì.`;
    case 'open':
      return `Đang lấy ý kiến đến ${until}. ${came}`;
    case 'taken-off':
      return `Đã rút xuống${one.takenOff ? ` ${officialDate(one.takenOff.on)}` : ''}; địa chỉ còn và nói lý do. ${came}`;
    case 'closed':
      return `Đã ${until}, trang không nhận góp ý nữa. ${came}`;
  }
}

async function storedCases(db: Database): Promise<{ recordId: string; one: CommentCase }[]> {
  const { rows } = await db.query<{ recordId: string; value: unknown }>(
    `select record_id as "recordId", value from settings where value ->> 'is' = 'comment'`,
  );
  return rows.flatMap(({ recordId, value }) => {
    const row = ownerRowSchema.safeParse(value).data;
    return row?.is === 'comment' ? [{ recordId, one: caseOf(row) }] : [];
  });
}

/** Keeps what staff read in the rows of lists: until when, and how many comments came. */
export async function noteCaseWords(db: Database, now: Date): Promise<void> {
  const cases = await storedCases(db);
  const { rows } = await db.query<{ id: string; comments: number }>(
    `select answers ->> 'case' as id, count(*)::int as comments from submissions
     where form = 'gop-y' and not state = any($1) group by 1`,
    [withdrawnStates],
  );
  const told = cases.map(({ recordId, one }) => ({
    recordId,
    summary: caseWords(one, rows.find(({ id }) => id === one.id)?.comments ?? 0, now),
    path: standingOf(one, now) === 'before' ? null : one.path,
  }));
  await db.query('delete from comment_rows where record_id <> all($1)', [
    cases.map(({ recordId }) => recordId),
  ]);
  await db.query(
    `insert into comment_rows (record_id, summary, path)
     select "recordId", summary, path from jsonb_to_recordset($1::jsonb)
       as told ("recordId" text, summary text, path text)
     on conflict (record_id) do update set summary = excluded.summary, path = excluded.path`,
    [JSON.stringify(told)],
  );
}
