import { publishedDigest, readPublished } from '../../../src/stories/store.ts';
import { expect, syncOnce, test } from '../../fixtures/back-office.ts';
import { file, filingTools } from '../../fixtures/filing.ts';
import { goodNomination } from '../../fixtures/nominations.ts';
import { findStatus } from '../../../src/submissions/store.ts';

const stories = 'Điển hình';
const real = { samples: false };

/** A complete row of `Điển hình`. */
const storyRow = (changes: Record<string, unknown> = {}) => ({
  Mã: 'MH-0101',
  Loại: 'Mô hình',
  Tên: 'Mô hình thử đường sáng',
  'Tóm tắt': 'Tóm tắt thử.',
  'Nội dung': 'Nội dung thử.',
  'Tên đơn vị': 'Đơn vị thử',
  'Nội dung thi đua': ['Hạ tầng số, hạ tầng xanh'],
  'Tiêu chí': ['ii-2'],
  Năm: 2026,
  'Đồng ý công khai': true,
  'Trạng thái': 'Công bố',
  ...changes,
});

test('a state that staff set is what the holder of the code is told', async ({ db, standIn, staff }) => {
  const { code } = await (await file(filingTools(db), goodNomination())).json();
  await syncOnce(db, standIn);
  const [row] = await staff.rows('Đề cử');
  await staff.change('Đề cử', row?.id ?? '', {
    'Trạng thái': 'Yêu cầu bổ sung',
    'Hướng dẫn bổ sung': 'Thêm số liệu.',
  });
  await syncOnce(db, standIn);
  expect(await findStatus(db, code)).toMatchObject({ state: 'yeu-cau-bo-sung' });
});

test('a state that the site does not know is reported and changes nothing', async ({
  db,
  standIn,
  staff,
}) => {
  const { code } = await (await file(filingTools(db), goodNomination())).json();
  await syncOnce(db, standIn);
  const tables = await staff.call('GET', 'meta/bases/appLocal0000000000/tables');
  expect(JSON.stringify(tables)).toContain('Mới tiếp nhận');
  const fake = {
    send: async () => Promise.reject(new Error('not now')),
    storiesSince: async function* () {},
  };
  const backOffice = {
    ...fake,
    decisionsSince: async function* () {
      yield [{ code, state: 'Trạng thái lạ', guidance: null }];
    },
  };
  const { problems } = await syncOnce(db, standIn, { backOffice });
  expect(problems.join()).toContain('Trạng thái lạ');
  expect(await findStatus(db, code)).toMatchObject({ state: 'moi-tiep-nhan' });
});

test('a published row is public; draft, embargoed and unconsented rows are not', async ({
  db,
  standIn,
  staff,
}) => {
  await staff.create(stories, storyRow());
  await staff.create(stories, storyRow({ Mã: 'MH-0102', 'Trạng thái': 'Nháp' }));
  await staff.create(stories, storyRow({ Mã: 'MH-0103', 'Công bố từ': '2099-01-01T00:00:00.000Z' }));
  await staff.create(stories, storyRow({ Mã: 'MH-0104', 'Đồng ý công khai': false }));
  await syncOnce(db, standIn);
  const published = await readPublished(db, real);
  expect(published.map(({ id, slug }) => [id, slug])).toEqual([['MH-0101', 'mo-hinh-thu-duong-sang']]);
});

test('when its time comes an embargoed row is public without another pull', async ({
  db,
  standIn,
  staff,
}) => {
  await staff.create(stories, storyRow({ 'Công bố từ': new Date(Date.now() + 1_500).toISOString() }));
  await syncOnce(db, standIn);
  const before = await publishedDigest(db, real);
  expect(await readPublished(db, real)).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 1_600));
  expect(await readPublished(db, real)).toHaveLength(1);
  expect(await publishedDigest(db, real)).not.toBe(before);
});

test('taking a row down, or its consent back, ends its publication', async ({ db, standIn, staff }) => {
  const id = await staff.create(stories, storyRow());
  for (const change of [{ 'Trạng thái': 'Gỡ bỏ' }, { 'Đồng ý công khai': false }]) {
    await staff.change(stories, id, { 'Trạng thái': 'Công bố', 'Đồng ý công khai': true });
    await syncOnce(db, standIn);
    expect(await readPublished(db, real)).toHaveLength(1);
    await staff.change(stories, id, change);
    await syncOnce(db, standIn);
    expect(await readPublished(db, real)).toEqual([]);
  }
});

test('an honoree without a decision number is not published, and staff are told why', async ({
  db,
  standIn,
  staff,
}) => {
  await staff.create(stories, storyRow({ Mã: 'VD-0101', Loại: 'Tập thể' }));
  await syncOnce(db, standIn);
  expect(await readPublished(db, real)).toEqual([]);
  const { rows } = await db.query('select problem from story_problems');
  expect(rows[0]?.problem).toContain('số quyết định');
});

test('two records with one Mã: the first stays, the second is a problem', async ({ db, standIn, staff }) => {
  await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  await staff.create(stories, storyRow({ Tên: 'Tên khác' }));
  await syncOnce(db, standIn);
  expect(await readPublished(db, real)).toMatchObject([{ name: 'Mô hình thử đường sáng' }]);
  expect((await db.query('select problem from story_problems')).rows[0]?.problem).toContain('MH-0101');
});

test('a slug stays when the name changes, and two equal names get two addresses', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow());
  await staff.create(stories, storyRow({ Mã: 'MH-0102' }));
  await syncOnce(db, standIn);
  await staff.change(stories, id, { Tên: 'Tên mới' });
  await syncOnce(db, standIn);
  const published = await readPublished(db, real);
  expect(published.map(({ name, slug }) => [name, slug]).sort()).toEqual([
    ['Mô hình thử đường sáng', 'mo-hinh-thu-duong-sang-mh-0102'],
    ['Tên mới', 'mo-hinh-thu-duong-sang'],
  ]);
});

test('sample rows reach the store of a person’s own machine alone', async ({ db, standIn, staff }) => {
  await staff.create(stories, storyRow({ 'Mã đơn vị': 'minh-hoa-01' }));
  await syncOnce(db, standIn);
  expect((await db.query('select 1 from stories')).rows).toEqual([]);
  await syncOnce(db, standIn, { samples: true });
  expect(await readPublished(db, { samples: true })).toMatchObject([{ sample: true }]);
  expect(await readPublished(db, real)).toEqual([]);
});

test('one rebuild is asked for when the public set changed and has settled', async ({
  db,
  standIn,
  staff,
}) => {
  let asked = 0;
  const askForBuild = async () => {
    asked += 1;
  };
  const runs = async (count: number) => {
    for (let run = 0; run < count; run += 1) await syncOnce(db, standIn, { askForBuild });
    return asked;
  };
  await runs(3);
  asked = 0;
  const id = await staff.create(stories, storyRow());
  expect(await runs(1)).toBe(0);
  expect(await runs(3)).toBe(1);
  await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ' });
  expect(await runs(4)).toBe(2);
});

test('a rebuild that could not be asked for is asked for again', async ({ db, standIn, staff }) => {
  await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  const broken = await syncOnce(db, standIn, { askForBuild: () => Promise.reject(new Error('hook down')) });
  expect(broken).toMatchObject({ rebuild: false, problems: ['rebuild: hook down'] });
  expect(await syncOnce(db, standIn)).toMatchObject({ rebuild: true });
});

test('a renamed column is still the same column; a vanished one stops the sync with its name', async ({
  db,
  standIn,
  staff,
}) => {
  await syncOnce(db, standIn);
  const schema = await staff.call('GET', 'meta/bases/appLocal0000000000/tables');
  const table = JSON.parse(JSON.stringify(schema)).tables.find(
    ({ name }: { name: string }) => name === stories,
  );
  const field = table.fields.find(({ name }: { name: string }) => name === 'Tên');
  await staff.call('PATCH', `meta/bases/appLocal0000000000/tables/${table.id}/fields/${field.id}`, {
    name: 'Tiêu đề',
  });
  await staff.create(stories, { ...storyRow(), Tên: undefined, 'Tiêu đề': 'Tên trong cột đã đổi' });
  await syncOnce(db, standIn);
  expect(await readPublished(db, real)).toMatchObject([{ name: 'Tên trong cột đã đổi' }]);

  await db.query(`update sync_memory set value = '{}' where name like 'layout%'`);
  const { problems } = await syncOnce(db, standIn);
  expect(problems.join()).toContain('“Tên”');
});

test('every run says so from 80 % of the month’s calls on', async ({ db, standIn }) => {
  await db.query(
    `insert into airtable_calls values (date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh'), 80001)`,
  );
  expect((await syncOnce(db, standIn)).problems.join()).toContain('of 100000 Airtable calls');
});
