import { noteEmptied, notesToEmpty } from '../../filing/review/store-notes.ts';
import type { Database } from '../../platform/postgres.ts';
import type { BackOffice } from './used-back-office.ts';

/** SQL: for a row `b`: how many notes there are, and, once two people have written, what they wrote. */
export const reviewCells = `
  'reviews', case when b.table_name = 'Đề cử' then (select case count(*) when 0 then null
    when 1 then 'Đã có 1 ý kiến, cất lúc ' || to_char(max(written_at) at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') || '. Hiện khi có ý kiến của người thứ hai.'
    else string_agg(author || ' · ' || to_char(written_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') || E'\\n' || note, E'\\n\\n' order by place) end
    from review_notes v where v.code = b.code) end`;

/** Takes notes that were stored out of their rows. */
export async function hideNotes(db: Database, emptyNotes: BackOffice['emptyNotes']): Promise<void> {
  for (let rows = await notesToEmpty(db); rows.length > 0; rows = await notesToEmpty(db)) {
    if (!(await emptyNotes(rows.map(({ recordId }) => recordId)))) return;
    await noteEmptied(
      db,
      rows.map(({ code }) => code),
    );
  }
}
