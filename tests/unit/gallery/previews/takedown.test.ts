import { readLog } from '../../../../src/back-office/log/server/read-log.ts';
import { previewPath } from '../../../../src/gallery/previews/link.ts';
import { recordAnswer } from '../../../../src/gallery/previews/server/answers.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { bringBack, takeDown } from '../../../../src/gallery/stories/server/takedowns.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { siteUrl, visit } from '../../../fixtures/preview-visits.ts';

const words = 'Chữ riêng của bản nháp';

/** Tables of the store that hold these words. */
async function tablesWith(db: Database): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of rows)
    if ((await db.query(`select from "${name}" t where t::text like '%' || $1 || '%'`, [words])).rowCount)
      found.push(name);
  return found;
}

const kinds = ['Nháp', 'Chờ xác nhận', 'Hẹn giờ', 'Công bố'].flatMap((state) =>
  [true, false].map((consent) => ({ state, consent })),
);

for (const { state, consent } of kinds)
  test(`a takedown closes every private address of a row in “${state}” ${consent ? 'with' : 'without'} consent`, async ({
    db,
    standIn,
    staff,
  }) => {
    const fields = { 'Nội dung': words, 'Trạng thái': state, 'Đồng ý công khai': consent };
    const row = await staff.create(stories, storyRow(fields));
    const sync = () => syncOnce(db, standIn, { siteUrl });
    const cells = async () => (await staff.rows(stories))[0]?.fields ?? {};
    await sync();
    const { 'Xem trước': read, 'Link xác nhận': confirm } = await cells();
    // Addresses that were handed out earlier end earlier.
    const until = new Date(Date.now() + 86_400_000);
    const handedOut = [read, confirm].map(String).filter((link) => link.startsWith('http'));
    const earlier = (['x', 'd'] as const).map((role) =>
      previewPath(db.secret, { role, id: 'MH-0101', until }),
    );
    const links = [...handedOut, ...earlier];
    const statuses = async () => [
      ...new Set(await Promise.all(links.map(async (link) => (await visit(db, link)).status))),
    ];
    expect(await takeDown(db, 'MH-0101', 'Theo yêu cầu.')).toBe(true);
    expect(await statuses()).toEqual([410]);
    await staff.change(stories, row, { Tên: 'Tên mới', 'Trạng thái': state, 'Đồng ý công khai': true });
    await sync();
    expect(await statuses()).toEqual([410]);
    expect(await readPublished(db, { samples: false })).toEqual([]);
    expect(await tablesWith(db)).toEqual([]);
    expect(await cells()).toMatchObject({
      'Trên trang': 'Đã gỡ',
      'Vì sao': expect.stringContaining('Theo yêu cầu.'),
    });
    expect(await bringBack(db, 'MH-0101')).toBe(true);
    await sync();
    expect(await statuses(), 'what leaked stays closed').toEqual([410]);
    const now = String((await cells())['Xem trước']);
    const isPublic = (await readPublished(db, { samples: false })).length > 0;
    if (!isPublic) expect((await visit(db, now)).status).toBe(200);
    expect(isPublic).toBe(state === 'Công bố');
  });

test('the log names who took a story down: the operator, the holder of a link, its unit', async ({
  db,
  standIn,
  staff,
}) => {
  for (const number of [1, 2, 3])
    await staff.create(stories, storyRow({ Mã: `MH-010${number}`, Tên: `Mô hình ${number}` }));
  await syncOnce(db, standIn);
  const objection = { name: false, photo: null, contact: null, words: '', seen: '' };
  await takeDown(db, 'MH-0101', 'Một.');
  await takeDown(db, 'MH-0102', 'Hai.', 'lien-ket');
  await recordAnswer(db, 'MH-0103', objection);
  const actors = async (id: string) =>
    (await readLog(db, id, 20))
      .filter(({ act }) => act !== 'len-trang' && act !== 'roi-trang')
      .map(({ act, actor }) => `${act} ${actor}`);
  expect(await actors('MH-0101')).toEqual(['bai co-quan', 'go-khan-cap van-hanh', 'bai van-hanh']);
  expect(await actors('MH-0102')).toEqual(['bai co-quan', 'go-khan-cap lien-ket', 'bai lien-ket']);
  expect((await actors('MH-0103')).toSorted()).toEqual(['bai co-quan', 'bai don-vi', 'tra-loi-bai don-vi']);
});
