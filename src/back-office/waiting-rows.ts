import type { Database } from '../platform/postgres.ts';
import { overdue } from './overdue.ts';
import { saidJoins, saidLists, saidProblems } from './sync/said-problems.ts';

/** Something that waits for a person: a row of the base, a submission, or the base itself. */
export interface WaitingRow {
  /** Name of the table; null for what is not a row. */
  table: string | null;
  /** `Mã` or `Mã hồ sơ`, where it is known. */
  code: string | null;
  /** The back office's id for the row, where there is one. */
  recordId: string | null;
  /** In words for staff: what is wrong, and what to do. */
  why: string;
  since: Date;
}

const statement = `
  ${saidLists}
  select b.table_name as "table", b.code, p.record_id as "recordId", p.problem as why, p.since
  from row_problems p left join base_rows b using (record_id) where b.gone_at is null
  union all
  select "table", code, "recordId", why, since from (
    select b.table_name as "table", b.code, b.record_id as "recordId", concat_ws(E'\\n', ${saidProblems}) as why,
      coalesce(a.answered_at, p.asked_at, b.seen_at) as since
    from base_rows b ${saidJoins} where b.gone_at is null) said where why <> ''
  union all
  select null, d.code, d.record_id, 'Airtable không nhận phiếu này: ' || d.last_error || '. Trang tự gửi lại khi bảng được sửa, và mỗi ngày một lần.', d.refused_since
  from deliveries d where d.set_aside_at is not null
  union all
  select null, f.code, null, 'Tệp minh chứng chưa gắn vào hàng được: ' || coalesce(f.last_error, ''), f.refused_since
  from evidence_files f where f.set_aside_at is not null and f.code is not null
  union all
  select null, l.code, null, 'Thư ' || l.about || ' không gửi được. Báo đơn vị bằng cách khác.', l.given_up_at
  from (select code, 'về trạng thái của phiếu' as about, given_up_at from state_letters
        union all select code, 'báo bài đã lên trang', given_up_at from story_letters
        union all select code, 'cho đầu mối đơn vị', given_up_at from unit_letters
        union all select code, 'ghi mã hồ sơ', given_up_at from receipt_copies where letter is null or letter = code) l
  where l.given_up_at > now() - interval '30 days'
  union all
  select b.table_name, d.code, b.record_id, 'Hàng của phiếu này không còn trong Airtable. Khôi phục từ thùng rác của Airtable.', b.gone_at
  from deliveries d join base_rows b using (record_id) where b.gone_at is not null
  union all
  select null, e.code, e.record_id, 'Phiếu đã xóa nhưng hàng trong Airtable chưa xóa được.', e.erased_at
  from erased_submissions e where e.row_deleted_at is null and e.erased_at < now() - interval '1 hour'
  union all
  select null, null, null, matter ->> 'detail', (matter ->> 'since')::timestamptz
  from sync_memory m, jsonb_array_elements(case jsonb_typeof(m.value) when 'array' then m.value else '[]' end) as matter
  where m.name = 'matters'
  order by 5, 2`;

/** Everything that waits for a person, longest first. Holds no answers and no contacts; the sync writes the same into the rows. */
export async function waitingRows(db: Database): Promise<WaitingRow[]> {
  const { rows } = await db.query<WaitingRow>(statement);
  return [...rows, ...(await overdue(db, new Date()))];
}
