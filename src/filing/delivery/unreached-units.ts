import type { Database } from '../../platform/postgres.ts';
import { passedOn } from '../mail/unit-letters.ts';
import { passedOnState } from '../states.ts';
import { noteProblems } from './row-problems.ts';

const noServer =
  'Trang chưa nối máy chủ thư, nên đơn vị nơi đó chưa được nhờ xem. Gửi đơn vị những cột “Chỗ”, “Cách làm”, “Vì sao đáng học” bằng văn bản hoặc thư công vụ.';
const noAddress =
  'Trang chưa biết hộp thư của đơn vị nơi đó. Thêm một hàng ở bảng “Đầu mối đơn vị” rồi trang gửi ngay, hoặc tự gửi đơn vị.';

/** Tells staff, in the row of what they passed on, that the unit was not written to and why. */
export async function noteUnreachedUnits(db: Database, hasMail: boolean): Promise<void> {
  const { rows } = await db.query<{ recordId: string; isReached: boolean }>(
    `select p.record_id as "recordId", (l.sent_at is not null or ($1 and p.address is not null)) is true as "isReached"
     from (${passedOn}) p left join unit_letters l using (code) where p.record_id is not null
     union all
     select record_id, true from row_problems r join deliveries d using (record_id) join submissions s using (code)
     where r.kind = 'unit' and s.state <> '${passedOnState}'`,
    [hasMail],
  );
  const words = hasMail ? noAddress : noServer;
  await noteProblems(
    db,
    'unit',
    new Map(rows.map(({ recordId, isReached }) => [recordId, isReached ? null : words] as const)),
  );
}
