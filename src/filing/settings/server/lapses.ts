import type { Database } from '../../../platform/postgres.ts';
import { dayInVietnam } from '../../../vietnamese/official-date.ts';
import { dayAfter, lapseWords, warnDays } from '../../../vocabulary/lapses.ts';
import { noteProblems } from '../../delivery/row-problems.ts';

const confirmedLapse = `select record_id as "recordId", value ->> 'number' as number, value ->> 'lapsesOn' as "lapsesOn",
  value ->> 'successor' as successor from settings where value ->> 'is' = 'text'`;

/** Tells staff, in the row of a legal text, that it lapses within 90 days or has lapsed, until the row names its successor. */
export async function noteLapses(db: Database, now: Date): Promise<void> {
  const { rows } = await db.query<{
    recordId: string;
    number: string;
    lapsesOn: string | null;
    successor: string | null;
  }>(confirmedLapse);
  const soon = dayAfter(dayInVietnam(now), warnDays);
  const words = rows.map(({ recordId, number, lapsesOn, successor }) => {
    const isDue = lapsesOn !== null && lapsesOn <= soon && successor === null;
    return [
      recordId,
      isDue
        ? `${number} ${lapseWords({ lapsesOn, successor })}. Trang vẫn dẫn văn bản này và tự đánh dấu từ ngày cuối còn hiệu lực. Ghi văn bản thay thế vào cột “Thay bằng”, thêm một hàng cho văn bản đó, rồi báo người vận hành sửa các chỗ dẫn.`
        : null,
    ] as const;
  });
  await noteProblems(db, 'lapse', new Map(words));
}
