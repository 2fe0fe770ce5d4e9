import { coverage } from '../../../src/progress/coverage/coverage.ts';
import { readRollUps } from '../../../src/progress/reports/server/roll-up-tools.ts';
import { readFilings } from '../../../src/progress/server/store.ts';
import { closingDocument } from '../../../src/progress/years/closing.ts';
import {
  closeYear,
  closingsDigest,
  readClosings,
  readPresentSums,
} from '../../../src/progress/years/server/closings.ts';
import { type Since, sinceClosing } from '../../../src/progress/years/since.ts';
import { followRows, type OwnerRow, type OwnerText } from '../../../src/vocabulary/owner-settings.ts';
import type { Story } from '../../../src/gallery/story.ts';
import type { Database } from '../../../src/platform/postgres.ts';
import { expect, test } from '../../fixtures/database.ts';
import { inventedStory } from '../../fixtures/story.ts';
import { reportOf, shownPlan, shownReport, storeFilings } from '../../fixtures/unit-filings.ts';

test.afterEach(() => followRows([]));

const honour = (id: string, changes: Partial<Story> = {}): Story => ({
  ...inventedStory,
  id,
  slug: id.toLowerCase(),
  name: `Điển hình ${id}`,
  year: 2026,
  decisionNumber: '99/QĐ-THU',
  decisionDate: '2026-12-20',
  decisionBody: 'UBND thành phố',
  ...changes,
});

const guide = (changes: Partial<OwnerText> = {}): OwnerText => ({
  is: 'text',
  role: 'huong-dan',
  kind: 'Hướng dẫn',
  number: '12/HD-SNV',
  title: 'về khen thưởng.',
  issuer: 'Sở Nội vụ',
  date: '2026-07-05',
  validFrom: null,
  lapsesOn: null,
  successor: null,
  address: null,
  content: 'Toàn văn thử.',
  files: [],
  ...changes,
});

const due = (until: string): OwnerRow => ({
  is: 'moment',
  kind: 'nhan-phieu',
  name: 'Nhận báo cáo năm 2026',
  forms: ['bao-cao-nam'],
  from: new Date('2026-11-15T00:00:00Z'),
  until: new Date(until),
  words: 'Đợt nhận báo cáo đã qua.',
  announced: null,
  year: 2026,
});

/** Everything of which a closed year is made. */
interface World {
  stories: Story[];
  rows: OwnerRow[];
  filings: Parameters<typeof storeFilings>[1];
}

const atClose: World = {
  stories: [honour('VD-0001'), honour('VD-0002')],
  rows: [guide(), guide({ role: 'tieu-chi-khcn', number: '7/QĐ-SKHCN' }), due('2027-01-15T17:00:00Z')],
  filings: [
    { shown: shownPlan('so-noi-vu', { hasCriteria: false }) },
    { shown: shownReport('so-noi-vu', 2026, '2027-01-10'), report: reportOf({ models: 3 }) },
  ],
};

const [plan, report] = atClose.filings;
if (!plan || !report) throw new Error('No filings.');

/** What can become different after a close: the world then, where it is listed, and in which words. */
const changes: readonly (readonly [string, Partial<World>, keyof Since, RegExp])[] = [
  [
    'an honour of a later decision',
    {
      stories: [
        ...atClose.stories,
        honour('VD-0003', { decisionNumber: '5/QĐ-THU', decisionDate: '2027-02-01' }),
      ],
    },
    'honours',
    /^Quyết định 5\/QĐ-THU, ngày 01 tháng 02 năm 2027, .*: thêm VD-0003 Điển hình VD-0003$/,
  ],
  [
    'an honour that joins a decision',
    { stories: [...atClose.stories, honour('VD-0003')] },
    'honours',
    /^Quyết định 99\/QĐ-THU, .*: thêm VD-0003/,
  ],
  [
    'a number of a decision',
    { stories: [honour('VD-0001', { decisionNumber: '98/QĐ-THU' }), honour('VD-0002')] },
    'honours',
    /^VD-0001: nay theo Quyết định 98/,
  ],
  [
    'a decision that is taken back',
    { stories: [honour('VD-0001', { decisionNumber: null }), honour('VD-0002')] },
    'honours',
    /^VD-0001: không còn trong quyết định nào của năm 2026$/,
  ],
  [
    'a name',
    { stories: [honour('VD-0001', { name: 'Tên đã sửa' }), honour('VD-0002')] },
    'honours',
    /^VD-0001: tên nay ghi là “Tên đã sửa”$/,
  ],
  ['an honour that is public no more', { stories: [honour('VD-0001')] }, 'withdrawn', /^VD-0002$/],
  [
    'a correction',
    {
      stories: [
        honour('VD-0001', { corrections: [{ day: '2099-01-01', text: 'Sửa số.' }] }),
        honour('VD-0002'),
      ],
    },
    'corrections',
    /Sửa số/,
  ],
  [
    'a figure of a report',
    { filings: [plan, { ...report, report: reportOf({ models: 5 }) }] },
    'sums',
    /^Mô hình, giải pháp mới: nay là 5 .*lúc chốt là 3 /,
  ],
  [
    'a report that comes later',
    {
      filings: [plan, report, { shown: shownReport('so-tai-chinh', 2026, '2027-02-20'), report: reportOf() }],
    },
    'coverage',
    /^Sở Tài chính: có báo cáo, 20\/2\/2027/,
  ],
  [
    'the day of a report',
    { filings: [plan, { ...report, shown: shownReport('so-noi-vu', 2026, '2027-01-12') }] },
    'coverage',
    /^Sở Nội vụ: báo cáo nay ghi 12\/1\/2027, .*lúc chốt ghi 10\/1\/2027$/,
  ],
  [
    'a plan that comes later',
    { filings: [plan, report, { shown: shownPlan('so-tai-chinh', { hasCriteria: false }) }] },
    'coverage',
    /^Sở Tài chính: có kế hoạch, 2\/7\/2026/,
  ],
  [
    'a plan that is confirmed no more',
    { filings: [{ shown: shownReport('so-noi-vu', 2026, '2027-01-10'), report: reportOf({ models: 3 }) }] },
    'coverage',
    /^Sở Nội vụ: kế hoạch không còn được xác nhận$/,
  ],
  [
    'criteria that come later',
    { filings: [{ shown: shownPlan('so-noi-vu', { hasCriteria: true }) }, report] },
    'coverage',
    /^Sở Nội vụ: có tiêu chí, 2\/7\/2026/,
  ],
  [
    'a deadline that moves',
    { rows: [...atClose.rows.slice(0, 2), due('2027-02-15T17:00:00Z')] },
    'coverage',
    /^Hạn báo cáo năm 2026: nay là 15\/2\/2027; lúc chốt là 15\/1\/2027$/,
  ],
  [
    'new guidance',
    { rows: [...atClose.rows, guide({ number: '3/HD-SNV', date: '2027-02-01' })] },
    'texts',
    /^Hướng dẫn 3\/HD-SNV của Sở Nội vụ, .*: có trên trang sau ngày chốt$/,
  ],
  [
    'guidance that lapses',
    { rows: [guide({ lapsesOn: '2027-03-01' }), ...atClose.rows.slice(1)] },
    'texts',
    /^Hướng dẫn 12\/HD-SNV: hết hiệu lực từ ngày 01 tháng 3 năm 2027$/,
  ],
  [
    'a text that changes',
    { rows: [guide({ content: 'Đã sửa.' }), ...atClose.rows.slice(1)] },
    'texts',
    /toàn văn trên trang đã đổi$/,
  ],
  [
    'criteria that go',
    { rows: [guide(), due('2027-01-15T17:00:00Z')] },
    'texts',
    /7\/QĐ-SKHCN: không còn trên trang$/,
  ],
  [
    'a law that lapses',
    {
      rows: [
        ...atClose.rows,
        guide({
          role: 'can-cu',
          kind: 'Nghị định',
          number: '152/2025/NĐ-CP',
          date: '2025-06-14',
          issuer: 'Chính phủ',
          lapsesOn: '2027-03-01',
          content: null,
        }),
      ],
    },
    'texts',
    /^Nghị định 152\/2025\/NĐ-CP: hết hiệu lực từ/,
  ],
];

async function become(db: Database, { stories, rows, filings }: World) {
  followRows(rows);
  await db.query('delete from unit_filings');
  await storeFilings(db, filings);
  const lines = coverage(await readFilings(db, false), '2027-03-01');
  return { stories, lines };
}

test('every change after a close is listed where it belongs, and nothing else is; a build is asked for', async ({
  db,
}) => {
  const first = await become(db, atClose);
  const [rolled] = await readRollUps(db, [2026], false);
  if (!rolled) throw new Error('No roll-up.');
  await closeYear(db, 2026, closingDocument(2026, { ...first, rolled, withSums: true }));
  const [closing] = await readClosings(db);
  if (!closing) throw new Error('No closing.');
  const since = async (world: World) => {
    const { stories, lines } = await become(db, world);
    const [present] = await readPresentSums(db);
    return sinceClosing(closing, { stories, lines, sums: present?.sums ?? null, gone: [] });
  };
  expect(Object.values(await since(atClose)).flat()).toEqual([]);
  const digest = await closingsDigest(db);
  for (const [what, world, where, words] of changes) {
    const { [where]: said, ...others } = await since({ ...atClose, ...world });
    expect(said, what).toEqual([expect.stringMatching(words)]);
    // A report that comes or goes is in the sums as well.
    expect(
      Object.entries(others).flatMap(([part, lines]) => (part === 'sums' ? [] : lines)),
      what,
    ).toEqual([]);
    if (where === 'sums') expect(await closingsDigest(db)).not.toBe(digest);
  }
});

test('sums that staff did not release are not compared either', async ({ db }) => {
  const first = await become(db, atClose);
  const [rolled] = await readRollUps(db, [2026], false);
  if (!rolled) throw new Error('No roll-up.');
  await closeYear(db, 2026, closingDocument(2026, { ...first, rolled, withSums: false }));
  expect(await readPresentSums(db)).toEqual([]);
  expect(await closingsDigest(db)).toBe('/2026');
});
