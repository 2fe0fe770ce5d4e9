import type { AirtableStandIn } from '../../../scripts/airtable-stand-in/server.ts';
import { withdraw } from '../../../src/filing/follow-up/withdraw.ts';
import type { Database } from '../../../src/platform/postgres.ts';
import { waitingRows } from '../../../src/back-office/waiting-rows.ts';
import { decisionRow, pastedList } from '../../fixtures/award-list.ts';
import { expect, stories, staffOf, storyRow, syncOnce, test } from '../../fixtures/back-office.ts';
import { fileMany } from '../../fixtures/intake.ts';
import {
  comeDue,
  decided,
  later,
  nominations,
  plan,
  publicIds,
  releases,
  statesOf,
} from '../../fixtures/releases.ts';

interface Tools {
  db: Database;
  standIn: AirtableStandIn;
  staff: ReturnType<typeof staffOf>;
}

const inRelease = { 'Đợt công bố': plan.Tên };
const decisions = 'Quyết định';
/** The decision of a list: two collectives and a person who has not agreed. */
const listed = (changes: Record<string, unknown> = {}) =>
  decisionRow({
    'Danh sách': pastedList(2, 1),
    ...inRelease,
    'Sự đồng ý': 'Đã có văn bản đồng ý của tất cả',
    'Tạo bài nháp': true,
    'Duyệt các bài': true,
    ...changes,
  });
const changeWhere = async (
  { staff }: Tools,
  table: string,
  is: (fields: Record<string, unknown>) => boolean,
  changes: Record<string, unknown>,
) => {
  const found = (await staff.rows(table)).find(({ fields }) => is(fields));
  await staff.change(table, found?.id ?? '', changes);
};
const isUndecided = (fields: Record<string, unknown>) => fields['Trạng thái'] !== decided;
const isPerson = ({ Loại }: Record<string, unknown>) => Loại === 'Cá nhân';
const isSecond = ({ Mã }: Record<string, unknown>) => Mã === 'MH-0102';
const second = (changes: Record<string, unknown> = {}) =>
  storyRow({ Mã: 'MH-0102', Tên: 'Mô hình thứ hai', ...inRelease, ...changes });

/** A way in which a release lacks something, what its row says, and how staff mend it; `shown` and `told` count what is out then. */
interface Gap {
  name: string;
  make: (tools: Tools) => Promise<unknown>;
  /** After the sync has read what was made. */
  then?: (tools: Tools) => Promise<unknown>;
  says: RegExp;
  mend: (tools: Tools) => Promise<unknown>;
  shown: number;
  told: number;
}

const gaps: readonly Gap[] = [
  {
    name: 'a nomination without a decision, which gets one',
    make: (tools) => changeWhere(tools, nominations, isUndecided, inRelease),
    says: /chưa có quyết định/,
    mend: (tools) => changeWhere(tools, nominations, isUndecided, { 'Trạng thái': decided }),
    shown: 1,
    told: 2,
  },
  {
    name: 'a nomination without a decision, which is taken off',
    make: (tools) => changeWhere(tools, nominations, isUndecided, inRelease),
    says: /xóa tên đợt ở hàng/,
    mend: (tools) => changeWhere(tools, nominations, isUndecided, { 'Đợt công bố': null }),
    shown: 1,
    told: 1,
  },
  {
    name: 'a decision that the nomination cannot take, which is opened again',
    make: async (tools) => {
      await tools.db.query(
        `update submissions set state = 'khong-du-dieu-kien' where code not in (select code from release_nominations)`,
      );
      await changeWhere(tools, nominations, isUndecided, {
        ...inRelease,
        'Trạng thái': decided,
      });
    },
    says: /chưa có quyết định/,
    mend: async ({ db }) => {
      await db.query(`update submissions set state = 'dang-tham-dinh' where state = 'khong-du-dieu-kien'`);
      await db.query(
        `insert into base_changes (record_id, table_name, gone) select record_id, 'Đề cử', false from deliveries`,
      );
    },
    shown: 1,
    told: 2,
  },
  {
    name: 'a nomination that its unit takes back after it was decided',
    make: (tools) => changeWhere(tools, nominations, isUndecided, { ...inRelease, 'Trạng thái': decided }),
    then: async ({ db }) => {
      const { rows } = await db.query<{ code: string }>(
        'select code from release_nominations order by noted_at desc',
      );
      await withdraw(db, rows[0]?.code ?? '');
    },
    says: /đơn vị vừa gửi thêm hoặc rút|chưa có quyết định/,
    mend: async (tools) => {
      const { rows } = await tools.db.query<{ code: string }>(
        `select code from submissions where state = 'rut-de-cu'`,
      );
      await changeWhere(tools, nominations, (one) => one['Mã hồ sơ'] === rows[0]?.code, {
        'Trạng thái': 'Rút đề cử',
      });
    },
    shown: 1,
    told: 1,
  },
  {
    name: 'a decision that staff empty again, and take off',
    make: (tools) => changeWhere(tools, nominations, isUndecided, { ...inRelease, 'Trạng thái': decided }),
    then: async (tools) => {
      const { rows } = await tools.db.query<{ id: string }>(
        'select record_id as id from release_nominations order by noted_at desc',
      );
      await tools.staff.change(nominations, rows[0]?.id ?? '', { 'Trạng thái': null });
      await syncOnce(tools.db, tools.standIn);
    },
    says: /chưa có quyết định/,
    mend: (tools) => changeWhere(tools, nominations, isUndecided, { 'Đợt công bố': null }),
    shown: 1,
    told: 1,
  },
  {
    name: 'a story without consent, which is ticked',
    make: ({ staff }) => staff.create(stories, second({ 'Đồng ý công khai': false })),
    says: /MH-0102: Cột “Đồng ý công khai”/,
    mend: (tools) => changeWhere(tools, stories, isSecond, { 'Đồng ý công khai': true }),
    shown: 2,
    told: 1,
  },
  {
    name: 'a story that is a draft and is taken off',
    make: ({ staff }) => staff.create(stories, second({ 'Trạng thái': 'Nháp' })),
    says: /MH-0102.*Chưa chọn “Công bố”/,
    mend: (tools) => changeWhere(tools, stories, isSecond, { 'Đợt công bố': null }),
    shown: 1,
    told: 1,
  },
  {
    name: 'a decision whose drafts nobody approved',
    make: ({ staff }) => staff.create(decisions, listed({ 'Duyệt các bài': false })),
    says: /Quyết định 1234\/QĐ-UBND: chưa đánh dấu “Duyệt các bài”/,
    mend: (tools) => changeWhere(tools, decisions, () => true, { 'Duyệt các bài': true }),
    shown: 4,
    told: 1,
  },
  {
    name: 'a decision without a list, which leaves the release',
    make: ({ staff }) => staff.create(decisions, listed({ 'Danh sách': null })),
    says: /chưa có danh sách đọc được/,
    mend: (tools) =>
      changeWhere(tools, decisions, () => true, { 'Đợt công bố': null, 'Duyệt các bài': false }),
    shown: 1,
    told: 1,
  },
  {
    name: 'a line of which nobody can tell whom it honours',
    make: ({ staff }) =>
      staff.create(
        decisions,
        listed({ 'Danh sách': 'Tên\tĐơn vị\nPhòng Thử nghiệm 1\tĐơn vị minh họa 01\nSao Mai\tĐơn vị 02' }),
      ),
    says: /Sao Mai: chưa rõ là tập thể hay cá nhân/,
    mend: (tools) =>
      changeWhere(tools, decisions, () => true, {
        'Danh sách': 'Tên\tĐơn vị\nPhòng Thử nghiệm 1\tĐơn vị minh họa 01\nTổ Sao Mai\tĐơn vị 02',
      }),
    shown: 3,
    told: 1,
  },
  {
    name: 'a person of a list who has not answered, then left behind',
    make: ({ staff }) =>
      staff.create(decisions, listed({ 'Sự đồng ý': 'Tập thể đã đồng ý, hỏi từng cá nhân' })),
    says: /Thử 1: chưa có sự đồng ý/,
    mend: (tools) => changeWhere(tools, stories, isPerson, { 'Trạng thái': 'Gỡ bỏ' }),
    shown: 3,
    told: 1,
  },
  {
    name: 'a person of a list who has not answered, then agrees on paper',
    make: ({ staff }) =>
      staff.create(decisions, listed({ 'Sự đồng ý': 'Tập thể đã đồng ý, hỏi từng cá nhân' })),
    says: /Thử 1: chưa có sự đồng ý/,
    mend: (tools) =>
      changeWhere(tools, stories, isPerson, { 'Đồng ý công khai': true, 'Đã đồng ý bằng văn bản': true }),
    shown: 4,
    told: 1,
  },
];

/** A confirmed release with a decided nomination and a story that are ready, beside a nomination that is not in it. */
async function readyRelease({ db, staff }: Tools, sync: () => Promise<unknown>): Promise<void> {
  await fileMany(db, 2);
  await sync();
  await staff.create(releases, { ...plan, 'Giờ công bố': later() });
  const [first] = await staff.rows(nominations);
  await staff.change(nominations, first?.id ?? '', { ...inRelease, 'Trạng thái': decided });
  await staff.create(stories, storyRow(inRelease));
}

for (const { name, make, then, says, mend, shown, told } of gaps)
  test(`whole or not at all: ${name}`, async ({ db, standIn, staff }) => {
    const tools = { db, standIn, staff };
    const sync = async (runs = 1) => {
      for (let run = 0; run < runs; run += 1)
        await syncOnce(db, standIn, { siteUrl: 'https://thi-dua.example.vn' });
    };
    await readyRelease(tools, sync);
    await sync();
    await make(tools);
    await sync(6);
    await then?.(tools);
    await comeDue(db);
    await sync(2);
    expect(await statesOf(db)).not.toContain('da-co-quyet-dinh');
    expect(await publicIds(db)).toEqual([]);
    const [row] = await staff.rows(releases);
    expect(row?.fields).toMatchObject({
      'Tình hình': 'Đã đến giờ nhưng chưa đủ nên chưa công bố',
      'Vì sao': expect.stringMatching(says),
    });
    const waiting = await waitingRows(db);
    expect(waiting.filter(({ why }) => says.test(why)).map(({ table }) => table)).toContain('Đợt công bố');

    await mend(tools);
    await sync(6);
    expect((await statesOf(db)).filter((state) => state === 'da-co-quyet-dinh')).toHaveLength(told);
    expect(await publicIds(db)).toHaveLength(shown);
    expect((await staff.rows(releases))[0]?.fields['Tình hình']).toMatch(/^(Đang công bố|Đã công bố)/);
  });

test('with every kind of gap at once, each is named; a tick lets the rest out', async ({
  db,
  standIn,
  staff,
}) => {
  const tools = { db, standIn, staff };
  const sync = async (runs: number) => {
    for (let run = 0; run < runs; run += 1)
      await syncOnce(db, standIn, { siteUrl: 'https://thi-dua.example.vn' });
  };
  await readyRelease(tools, () => sync(1));
  await changeWhere(tools, nominations, isUndecided, inRelease);
  await staff.create(stories, second({ 'Đồng ý công khai': false }));
  await staff.create(decisions, listed({ 'Sự đồng ý': 'Tập thể đã đồng ý, hỏi từng cá nhân' }));
  await staff.create(decisions, listed({ 'Số quyết định': '99/QĐ-UBND', 'Duyệt các bài': false }));
  await sync(6);
  await comeDue(db);
  await sync(2);
  expect(await publicIds(db)).toEqual([]);
  const why = String((await staff.rows(releases))[0]?.fields['Vì sao']);
  expect(why).toMatch(/^4 hàng của đợt chưa sẵn sàng, nên cả đợt chờ\./);
  expect(why.split('\n')).toHaveLength(5);
  for (const row of [...(await staff.rows(nominations)), ...(await staff.rows(stories))].filter(
    ({ fields }) => why.includes(String(fields.Mã ?? fields['Mã hồ sơ'])),
  ))
    expect(row.fields['Vì sao']).toContain('Đợt “Đợt 1 năm 2026” chờ hàng này: ');
  await changeWhere(tools, releases, () => true, { 'Công bố cả khi chưa đủ': true });
  await sync(1);
  await comeDue(db);
  await sync(2);
  expect(await publicIds(db)).toHaveLength(3);
  expect((await statesOf(db)).filter((state) => state === 'da-co-quyet-dinh')).toHaveLength(1);
});
