import { rowsThatDiffer } from '../../../src/back-office/sync/rows-to-tell.ts';
import { type TellRows, tellStaff } from '../../../src/back-office/sync/tell-staff.ts';
import { wantedCells } from '../../../src/back-office/sync/wanted-cells.ts';
import { storyTable } from '../../../src/gallery/stories/table-name.ts';
import type { Database } from '../../../src/platform/postgres.ts';
import { goodNomination } from '../../../tests/fixtures/nominations.ts';

/** Rows that are generated: nominations with letters, stories with addresses and drafts, a release, problems. */
const toldRows = { nominations: 20_000, stories: 10_000 };

/** Fills an empty database with rows of the base that all were seen and say nothing yet. */
async function fillRowsToTell(db: Database): Promise<void> {
  const { nominations, stories } = toldRows;
  const code = `'DN26-TOLD-' || lpad(n::text, 6, '0')`;
  const id = `'MH-' || lpad(n::text, 5, '0')`;
  await db.query(
    `insert into submissions (code, form, form_version, submission_key, answers, consent_version, state)
     select ${code}, 'de-cu-tap-the', '2', 'told' || n, $1, '2026-11-22', case when n % 3 = 0 then 'da-co-quyet-dinh' else 'dang-kiem-tra' end
     from generate_series(1, $2::int) n`,
    [goodNomination({ periodFrom: '2026-07', periodTo: '2026-10' }), nominations],
  );
  await db.query(
    `insert into deliveries (code, delivered_at, written_at, record_id)
     select ${code}, now(), now(), 'recNomination' || n from generate_series(1, $1::int) n`,
    [nominations],
  );
  await db.query(
    `insert into base_rows (record_id, table_name, code) select 'recNomination' || n, 'Đề cử', ${code} from generate_series(1, $1::int) n`,
    [nominations],
  );
  await db.query(
    `insert into state_letters (code, state, sent_at) select ${code}, 'da-co-quyet-dinh', now() from generate_series(3, $1::int, 3) n`,
    [nominations],
  );
  const fields = { name: 'Mô hình đo', summary: 'Tóm tắt.', body: 'Nội dung của một bài. '.repeat(150) };
  await db.query(
    `insert into stories (id, record_id, slug, fields, state, consent, sample, published_at)
     select ${id}, 'recStory' || n, 'mo-hinh-do-' || n, $1, 'cong-bo', true, false, now() - interval '9 days' from generate_series(1, $2::int) n`,
    [fields, stories],
  );
  await db.query(
    `insert into shown_stories (id, slug) select ${id}, 'mo-hinh-do-' || n from generate_series(1, $1::int) n`,
    [stories],
  );
  await db.query(
    `insert into base_rows (record_id, table_name, code, wish, consent, filing_code)
     select 'recStory' || n, 'Điển hình', ${id}, 'cong-bo', true, case when n % 5 = 0 then ${code} end from generate_series(1, $1::int) n`,
    [stories],
  );
  await db.query(
    `insert into story_previews (id, record_id, fields, state, links_until)
     select ${id}, 'recStory' || n, $1, 'cong-bo', now() + interval '40 days' from generate_series(3, $2::int, 3) n`,
    [fields, stories],
  );
  await db.query(
    `insert into row_problems (record_id, kind, problem) select 'recStory' || n, 'photo', 'Ảnh chưa hiện.' from generate_series(1, $1::int, 20) n`,
    [stories],
  );
  await db.query(
    `insert into releases (record_id, name, key, release_at, confirmed) values ('recRelease1', 'Đợt 1', 'dot 1', now() + interval '1 day', true)`,
  );
  await db.query(
    `insert into base_rows (record_id, table_name, code) values ('recRelease1', 'Đợt công bố', null)`,
  );
  await db.query(
    `insert into release_nominations (code, record_id, release, decision)
     select ${code}, 'recNomination' || n, 'dot 1', '{"state":"da-co-quyet-dinh"}' from generate_series(1, 60) n`,
  );
  await db.query('analyze');
}

const changedRows = 20;
const siteUrl = 'https://thidua.example';
const inMs = async (work: () => Promise<unknown>) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** Milliseconds to find what twenty changed rows should say: by a look at all rows, and at those that something was noted for. */
export async function tellingMs(db: Database): Promise<{ all: number; noted: number }> {
  await fillRowsToTell(db);
  const tell: TellRows = async () => ({ gone: [], isTold: true });
  while ((await rowsThatDiffer(db, null, { siteUrl, limit: 1 })).length > 0)
    await db.query(
      `update base_rows b set told = w.told from (${wantedCells}) w where w.record_id = b.record_id`,
      [storyTable, siteUrl],
    );
  await tellStaff(db, siteUrl, tell);
  await db.query('truncate rows_to_tell');
  await tellStaff(db, siteUrl, tell);
  const changeSome = (words: string) =>
    db.query(
      `update row_problems set problem = $2 where record_id in (select record_id from row_problems order by record_id limit $1)`,
      [changedRows, words],
    );
  // Once before, so that the statements are planned, as in a sync that has run for a while.
  await changeSome('Ảnh khác.');
  await tellStaff(db, siteUrl, tell);
  await changeSome('Ảnh khác nữa.');
  const all = await inMs(() => rowsThatDiffer(db, null, { siteUrl, limit: changedRows }));
  const noted = await inMs(() => tellStaff(db, siteUrl, tell));
  return { all, noted };
}
