import { spawnSync } from 'node:child_process';
import { missingRows } from '../../../src/back-office/launch/missing.ts';
import { forms } from '../../../src/filing/definitions/registry.ts';
import { settings } from '../../../src/filing/settings/list.ts';
import { laws } from '../../../src/vocabulary/laws.ts';
import { type CommentRow, followRows, type OwnerRow } from '../../../src/vocabulary/owner-settings.ts';
import { aList } from '../../fixtures/comment-lists.ts';
import { expect, test } from '../../fixtures/database.ts';

const now = new Date('2026-11-29T05:00:00Z');

test.afterEach(() => followRows([]));

const moment = (kind: 'nhan-phieu' | 'nghi', from: string): OwnerRow => ({
  is: 'moment',
  kind,
  name: 'Mốc thử',
  forms: forms.map(({ id }) => id),
  from: new Date(from),
  until: new Date('2027-12-31T00:00:00Z'),
  words: 'Chờ đợt sau.',
  announced: null,
  year: null,
});

const text = (
  role: 'can-cu' | 'huong-dan' | 'tieu-chi-khcn' | 'tieu-chi-nnmt',
  number: string,
): OwnerRow => ({
  is: 'text',
  role,
  kind: 'Nghị định',
  number,
  title: 'Thử',
  issuer: 'Cơ quan thử',
  date: '2025-01-01',
  validFrom: '2025-02-01',
  lapsesOn: null,
  successor: null,
  address: null,
  content: null,
  files: [],
});

/** What an office that has filled everything would have in its base. */
const everything = (): OwnerRow[] => [
  ...settings.map(({ key }): OwnerRow => ({ is: 'value', key, value: '10' })),
  moment('nhan-phieu', '2026-11-01T00:00:00Z'),
  moment('nghi', '2026-12-31T00:00:00Z'),
  ...laws().map(({ number }) => text('can-cu', number)),
  text('huong-dan', '1/HD-SNV'),
  text('tieu-chi-khcn', '2/HD-SKHCN'),
  text('tieu-chi-nnmt', '3/HD-SNNMT'),
];

test('a base with every row filled has nothing left to fill; each row that goes is named with who must fill it', () => {
  const rows = everything();
  followRows(rows);
  expect(missingRows(now)).toEqual([]);
  followRows(rows.filter((row) => !(row.is === 'value' && row.key === 'lien-he.bao-chi')));
  expect(missingRows(now)).toEqual([
    {
      who: 'Sở Nội vụ',
      what: 'Đầu mối báo chí, trang Liên hệ',
      where: 'bảng “Cài đặt”, hàng “lien-he.bao-chi”',
    },
  ]);
  const lapsed = rows.map((row) => (row.is === 'text' ? { ...row, lapsesOn: '2026-11-30' } : row));
  followRows(lapsed);
  expect(missingRows(now).map(({ what }) => what)).toContain(
    'Văn bản thay Nghị định 152/2025/NĐ-CP, đã hết hiệu lực',
  );
});

test('a list up for comment is named while its days off are unknown or its legal basis lapses; a closed one is not', () => {
  const list = (id: string, opensAt: string, changes: Partial<CommentRow> = {}): OwnerRow =>
    aList({ id, name: `Danh sách ${id}`, opensAt: new Date(opensAt), ...changes });
  const lapsing = everything().map((row) => (row.is === 'text' ? { ...row, lapsesOn: '2027-12-30' } : row));
  const offs = lapsing.filter((row) => !(row.is === 'moment' && row.kind === 'nghi'));
  const cites = { basis: 'Theo Nghị định 152/2025/NĐ-CP.' };
  followRows([
    ...offs,
    moment('nghi', '2027-11-20T00:00:00Z'),
    list('cuoi-nam', '2027-12-22T01:00:00Z', cites),
    list('lien-tuc', '2028-02-01T01:00:00Z', { dayKind: 'calendar' }),
    list('da-het', '2026-01-05T01:00:00Z', cites),
  ]);
  const named = missingRows(now).filter(({ where }) => where.includes('Lấy ý kiến'));
  expect(named.map(({ what, where }) => [what, where])).toEqual([
    [
      'Ngày nghỉ năm 2028, để tính ngày cuối của đợt “Danh sách cuoi-nam”',
      'bảng “Lấy ý kiến”, hàng “cuoi-nam”',
    ],
    [
      'Căn cứ của đợt “Danh sách cuoi-nam”: văn bản không có hiệu lực đến hết thời gian lấy ý kiến',
      'bảng “Lấy ý kiến”, hàng “cuoi-nam”',
    ],
  ]);
  followRows(everything().filter((row) => !(row.is === 'value' && row.key === 'lay-y-kien.quy-dinh')));
  expect(missingRows(now).map(({ where }) => where)).toEqual(['bảng “Cài đặt”, hàng “lay-y-kien.quy-dinh”']);
});

test('the command refuses an empty site, in groups by who must fill what', ({ databaseUrl }) => {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/launch-check.ts'], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  for (const words of [
    'Sở Nội vụ cần điền',
    'Cơ quan chủ quản cần điền',
    'Người vận hành trang cần điền',
    'biến môi trường RECEIPT_SECRET',
    'bảng “Cài đặt”, hàng “thoi-han.moi-tiep-nhan”',
    'bảng “Cài đặt”, hàng “luu-giu.trung-lap”',
    'Thời gian nhận phiếu “Đề cử tập thể”',
    'Hiệu lực của Nghị định 152/2025/NĐ-CP',
    'CHƯA sẵn sàng',
  ])
    expect(stdout).toContain(words);
});
