import { airtableBackOffice } from '../../../../src/back-office/airtable/back-office.ts';
import { pacedRun } from '../../../../src/back-office/sync/airtable-rate-limit.ts';
import { syncState } from '../../../../src/back-office/sync/sync-state.ts';
import { decisionOf } from '../../../../src/filing/delivery/decision-of-row.ts';
import type { PulledRow } from '../../../../src/filing/delivery/pulled-row.ts';
import { noteProblems } from '../../../../src/filing/delivery/row-problems.ts';
import { phanHoi } from '../../../../src/filing/definitions/phan-hoi.ts';
import { importPublicAnswers } from '../../../../src/filing/public-answers/store.ts';
import { importSettings } from '../../../../src/filing/settings/server/import-rows.ts';
import { importAdoptions } from '../../../../src/gallery/adoptions/server/import-rows.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { planForm, reportForm } from '../../../../src/progress/filing.ts';
import { importFilings } from '../../../../src/progress/server/import-filings.ts';
import { adoptionRow } from '../../../fixtures/adoptions.ts';
import { expect, syncOnce, test } from '../../../fixtures/back-office.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';
import { exampleAnswers } from '../../../fixtures/example-answers.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { hurriedPace } from '../../../fixtures/sync-once.ts';
import { planRow, reportRow } from '../../../fixtures/unit-filings.ts';

type RowColumns = Pick<PulledRow, 'recordId' | 'columns'>;
type Import = (db: Database, rows: readonly PulledRow[]) => Promise<unknown>;
const samples = { samples: false, sendsMail: false };
const settings =
  (table: string): Import =>
  (db, rows) =>
    importSettings(db, table, rows);

/** A table, a row of it that counts, and what staff change so that it counts no more. */
interface Case {
  table: string;
  cells: Record<string, unknown>;
  store: string;
  /** Property → what staff make of it. */
  ends: Record<string, unknown>;
  take: Import;
  isFiled?: boolean;
}

/** A row of times that closes a form. */
const closing = {
  Tên: 'Nhận báo cáo năm 2026',
  Loại: 'Nhận phiếu',
  Phiếu: ['Đề cử tập thể'],
  'Từ lúc': '2026-01-01T00:00:00Z',
  'Đến lúc': '2026-02-01T00:00:00Z',
  'Lời nhắn': 'Đợt 1 đã đóng; đợt 2 mở trong quý I năm 2027.',
  'Năm báo cáo': 2026,
  'Áp dụng': true,
};

const cases: Case[] = [
  {
    table: 'Áp dụng',
    cells: adoptionRow({ 'Mã đơn vị': 'so-noi-vu' }),
    store: 'adoptions',
    ends: { consent: undefined, state: 'Rút phiếu' },
    take: (db, rows) => importAdoptions(db, rows, false, false),
  },
  {
    table: 'Kế hoạch đơn vị',
    cells: planRow(),
    store: 'unit_filings',
    ends: { state: 'Rút phiếu' },
    take: (db, rows) => importFilings(db, { name: 'Kế hoạch đơn vị', form: planForm }, rows, samples),
  },
  {
    table: 'Báo cáo năm',
    cells: reportRow(),
    store: 'unit_filings',
    ends: { state: 'Rút phiếu' },
    take: (db, rows) => importFilings(db, { name: 'Báo cáo năm', form: reportForm }, rows, samples),
  },
  {
    table: 'Phản hồi',
    cells: {
      'Trạng thái': 'Đã trả lời',
      'Câu hỏi công khai': 'Báo cáo gửi về đâu?',
      'Trả lời công khai': 'Gửi về Sở Nội vụ.',
      'Hỏi về mục': 'ii-2',
      'Đăng ở Hỏi đáp': true,
    },
    store: 'public_answers',
    ends: { isPublic: undefined, agreed: undefined },
    take: (db, rows) => importPublicAnswers(db, rows.map(decisionOf), noteProblems),
    isFiled: true,
  },
  {
    table: 'Mốc thời gian',
    cells: closing,
    store: 'settings',
    ends: { applies: undefined },
    take: settings('Mốc thời gian'),
  },
  {
    table: 'Cài đặt',
    cells: { Mã: 'xac-nhan.im-lang', 'Giá trị': '14' },
    store: 'settings',
    ends: { value: undefined },
    take: settings('Cài đặt'),
  },
  {
    table: 'Cụm, khối',
    cells: { Tên: 'Khối thử', Loại: 'Khối', 'Đơn vị': 'Sở Nội vụ', 'Áp dụng': true },
    store: 'settings',
    ends: { applies: undefined },
    take: settings('Cụm, khối'),
  },
  {
    table: 'Đầu mối đơn vị',
    cells: { 'Đơn vị': 'Sở Nội vụ', 'Thư điện tử': 'thu@thu.example', 'Áp dụng': true },
    store: 'settings',
    ends: { applies: undefined },
    take: settings('Đầu mối đơn vị'),
  },
];

/** What was read of a row; a decision says the same of it as its cells. */
const rowOf = ({
  recordId,
  columns,
  ...read
}: RowColumns & { shared?: object; cells?: Record<string, unknown> }): PulledRow => ({
  recordId,
  ...(columns && { columns }),
  cells: read.cells ?? { ...read, ...read.shared },
});

/** A row whose column for a property is deleted. */
const without = ({ columns, ...row }: PulledRow, property: string): PulledRow => {
  const { [property]: _, ...cells } = row.cells;
  return { ...row, cells, columns: { names: columns?.names ?? {}, unavailable: [property] } };
};

for (const { table, cells, store, ends, take, isFiled } of cases)
  test(`whichever column of “${table}” is deleted, a row counts on as it was, and taking it back takes effect`, async ({
    db,
    standIn,
    staff,
  }) => {
    if (isFiled) {
      const answers = exampleAnswers(phanHoi, { unitName: 'Đơn vị thử', publicConsent: true });
      await file(intakeTools(db), answers, {}, 'phan-hoi');
      await syncOnce(db, standIn);
      await staff.change(table, (await staff.rows(table))[0]?.id ?? '', cells);
    } else await staff.create(table, cells);
    await syncOnce(db, standIn);
    const address = { token: 'local', baseId: standIn.baseId, endpointUrl: standIn.url };
    const office = airtableBackOffice({ ...address, ...pacedRun(db, hurriedPace) }, syncState(db));
    const sources = [
      ...office.settings,
      ...office.filings,
      { name: 'Áp dụng', source: office.adoptions },
      ...office.decisions,
    ];
    const source = sources.find(({ name }) => name === table)?.source;
    const [read] = (await source?.ask({ since: null, offset: null }))?.rows ?? [];
    if (!read) throw new Error('no row was read');
    const row = rowOf(read);
    const stored = async () => {
      const { rows } = await db.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from ${store} t`,
      );
      return rows.map(({ row: { seen_at: _, ...kept } }) => kept);
    };
    const before = await stored();
    expect(before, 'it counts').toHaveLength(1);
    for (const property of Object.keys(row.columns?.names ?? {})) {
      await take(db, [without(row, property)]);
      expect(await stored(), `without “${property}”`).toEqual(before);
      for (const [end, value] of Object.entries(ends)) {
        if (end === property) continue;
        const ended = without({ ...row, cells: { ...row.cells, [end]: value } }, property);
        await take(db, [ended]);
        expect(await stored(), `without “${property}”, ${end} taken back`).toEqual([]);
        await db.query('delete from row_losses');
        await db.query(
          `insert into ${store} select * from jsonb_populate_record(null::${store}, $1) on conflict do nothing`,
          [JSON.stringify({ ...before[0], seen_at: new Date() })],
        );
      }
    }
  });

test('a unit whose plan may not be named any more is named no more, whatever else is wrong with its row', async ({
  db,
  standIn,
  staff,
}) => {
  const row = await staff.create('Kế hoạch đơn vị', planRow());
  await syncOnce(db, standIn);
  await staff.change('Kế hoạch đơn vị', row, {
    'Mã đơn vị': '',
    'Đơn vị ban hành': '',
    'Đồng ý công khai': false,
  });
  await syncOnce(db, standIn);
  const { rows } = await db.query('select shown -> $1 as plan from unit_filings', ['plan']);
  expect(rows).toEqual([{ plan: null }]);
});

test('the year column of times is deleted: a row that closes a form closes it all the same', async ({
  db,
  standIn,
  staff,
}) => {
  await baseChanges(standIn).deleteColumn('Mốc thời gian', 'Năm báo cáo');
  const { 'Năm báo cáo': _, ...others } = closing;
  await staff.create('Mốc thời gian', others);
  await syncOnce(db, standIn);
  expect((await db.query('select from settings')).rowCount).toBe(1);
});
