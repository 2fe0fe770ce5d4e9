import { recordAnswer } from '../../../../src/gallery/previews/server/answers.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { takeDown } from '../../../../src/gallery/stories/server/takedowns.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';

const text = 'Chữ riêng của hàng';
const [needed, beside] = [`${text}: cần`, `${text}: không cần`];

/** A row of a story with its own words in what a private address shows, and in columns that it does not. */
const row = (fields: Record<string, unknown>) =>
  storyRow({
    'Nội dung': needed,
    'Liên hệ công khai': needed,
    'Làm theo: chi phí': beside,
    'Tên tiếng Anh': beside,
    'Tóm tắt tiếng Anh': beside,
    'Đính chính': `23/11/2026: ${beside}.`,
    ...fields,
  });

/** Tables of the store that hold words, in any column. */
async function tablesWith(db: Database, words: string): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const found = await Promise.all(
    rows.map(async ({ name }) => {
      const held = await db.query(`select from "${name}" t where t::text like '%' || $1 || '%' limit 1`, [
        words,
      ]);
      return held.rowCount === 0 ? [] : [name];
    }),
  );
  return found.flat();
}

for (const state of ['Nháp', 'Chờ xác nhận', 'Hẹn giờ', 'Công bố'])
  test(`of a row in “${state}” without consent, only what its private address shows is kept`, async ({
    db,
    standIn,
    staff,
  }) => {
    await staff.create(stories, row({ 'Trạng thái': state, 'Đồng ý công khai': false }));
    await syncOnce(db, standIn);
    expect(await tablesWith(db, needed)).toEqual(['story_previews']);
    expect(await tablesWith(db, beside)).toEqual([]);
  });

/** Ways in which nobody agrees any more to show a story that was public. */
const ends: Record<string, Record<string, unknown> | ((db: Database) => Promise<unknown>)> = {
  'its consent is taken back': { 'Đồng ý công khai': false },
  'its consent is taken back while its text changes': {
    'Đồng ý công khai': false,
    'Nội dung': `${needed} mới`,
  },
  'it is withdrawn': { 'Trạng thái': 'Gỡ bỏ' },
  'it is taken down': (db) => takeDown(db, 'MH-0101', 'Gỡ.'),
  'its unit objects': (db) =>
    recordAnswer(db, 'MH-0101', { name: false, photo: null, contact: null, words: '', seen: '' }),
};

test('nothing of the text of a story is kept once nobody agrees to show it; it comes back from the base', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, row({}));
  await syncOnce(db, standIn);
  for (const [what, end] of Object.entries(ends)) {
    expect(await tablesWith(db, needed), `before ${what}`).toContain('stories');
    if (typeof end === 'function') await end(db);
    else await staff.change(stories, id, end);
    await syncOnce(db, standIn);
    // The time is over in which many losses at once would be put back.
    await db.query(`update story_losses set lost_at = now() - interval '2 hours'`);
    await syncOnce(db, standIn);
    const stillRead = what === 'its unit objects' ? ['story_previews'] : [];
    expect(await tablesWith(db, text), `after ${what}`).toEqual(stillRead);
    expect(await readPublished(db, { samples: false })).toEqual([]);

    await db.query('delete from takedowns');
    await db.query('delete from story_answers');
    await db.query('delete from story_previews');
    await staff.change(stories, id, {
      ...row({ 'Trạng thái': 'Công bố' }),
      'Tóm tắt': `Tóm tắt sau khi ${what}.`,
    });
    await syncOnce(db, standIn);
    expect(await readPublished(db, { samples: false }), `again after ${what}`).toMatchObject([
      { body: needed },
    ]);
  }
});
