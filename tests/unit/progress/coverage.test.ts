import { expect, test } from '@playwright/test';
import { coverage, coverageDigest, owingUnits, reportDue } from '../../../src/progress/coverage/coverage.ts';
import {
  planPages,
  planPath,
  planSlug,
  publishedPlans,
} from '../../../src/progress/coverage/published-plans.ts';
import { cellWords, sentence } from '../../../src/progress/coverage/words.ts';
import { unitPlanDocs } from '../../../src/site/search/unit-plan-docs.ts';
import { followRows, type Moment } from '../../../src/vocabulary/owner-settings.ts';
import { units } from '../../../src/vocabulary/units.ts';
import { confirmed, shownPlan, shownReport } from '../../fixtures/unit-filings.ts';

test.afterEach(() => followRows([]));

/** Reports of 2026 are taken until the end of 15/1/2027 in Việt Nam. */
const takesReports = (changes: Partial<Moment> = {}): Moment => ({
  is: 'moment',
  kind: 'nhan-phieu',
  name: 'Nhận báo cáo năm 2026',
  forms: ['bao-cao-nam'],
  from: new Date('2026-11-15T00:00:00Z'),
  until: new Date('2027-01-15T17:00:00Z'),
  words: 'Đợt nhận báo cáo đã qua.',
  announced: null,
  year: 2026,
  ...changes,
});

const lineOf = (code: string, filings: Parameters<typeof coverage>[0], today: string) => {
  const line = coverage(filings, today).find(({ unit }) => unit.code === code);
  if (!line) throw new Error(`No line of ${code}.`);
  return line;
};

test('every listed unit that the plan gives work has one line, in the order of the list', () => {
  const lines = coverage([], '2026-11-29');
  expect(lines).toHaveLength(owingUnits.length);
  expect(lines.map(({ unit }) => unit.code)).toEqual(
    units.filter((unit) => owingUnits.includes(unit)).map(({ code }) => code),
  );
  expect(lines.filter(({ unit }) => unit.group === 'xa-phuong')).toHaveLength(95);
});

test('a report is awaited until its last day, then overdue; late is counted from the day after', () => {
  followRows([takesReports()]);
  expect(reportDue(2026)).toBe('2027-01-15');
  const on = (today: string, filedOn?: string) => {
    const filings = filedOn ? confirmed(shownReport('so-noi-vu', 2026, filedOn)) : [];
    const { reports } = lineOf('so-noi-vu', filings, today);
    const standing = reports.find(({ year }) => year === 2026)?.standing;
    if (!standing) throw new Error('No year 2026.');
    return standing;
  };
  expect(on('2027-01-15')).toEqual({ is: 'awaited', due: '2027-01-15' });
  expect(on('2027-01-16')).toEqual({ is: 'overdue', due: '2027-01-15' });
  expect(sentence('Báo cáo năm 2026', on('2027-01-16'))).toContain('hạn là ngày 15 tháng 01 năm 2027');
  expect(cellWords(on('2027-02-01', '2027-01-15'))).toBe('15/1/2027');
  expect(cellWords(on('2027-02-01', '2027-01-16'))).toBe('16/1/2027, sau hạn 1 ngày');
});

test('where nobody announced a deadline, nobody is late', () => {
  followRows([takesReports({ year: null })]);
  const { reports } = lineOf('so-noi-vu', [], '2029-12-31');
  expect(reports.map(({ standing }) => standing.is)).toEqual(['awaited', 'awaited', 'awaited', 'awaited']);
  expect(sentence('Báo cáo năm 2026', { is: 'awaited', due: null })).toContain('chưa công bố hạn');
});

test('a later row for the same year moves the deadline, and the site is built anew when it passes', () => {
  followRows([takesReports(), takesReports({ until: new Date('2027-02-01T00:00:00Z') })]);
  expect(reportDue(2026)).toBe('2027-02-01');
  const digest = (day: string) => coverageDigest(new Date(`${day}T05:00:00Z`));
  expect(digest('2027-01-20')).toBe(digest('2027-02-01'));
  expect(digest('2027-02-02')).not.toBe(digest('2027-02-01'));
  expect(digest('2026-12-31')).not.toBe(digest('2027-01-01'));
});

test('years that have not begun are not shown, unless something is there already', () => {
  const years = (today: string, filings = confirmed()) =>
    lineOf('so-noi-vu', filings, today).reports.map(({ year }) => year);
  expect(years('2026-11-29')).toEqual([2026]);
  expect(years('2026-11-29', confirmed(shownReport('so-noi-vu', 2027, null)))).toEqual([2026, 2027]);
  expect(years('2035-01-01')).toEqual([2026, 2027, 2028, 2029, 2030]);
});

test('of several reports of a year the first counts; one of another unit or an unlisted one counts for nobody else', () => {
  const filings = confirmed(
    shownReport('so-noi-vu', 2026, '2027-01-20'),
    shownReport('so-noi-vu', 2026, '2027-01-10'),
    shownReport(null, 2026, '2027-01-01'),
  );
  const { reports } = lineOf('so-noi-vu', filings, '2027-02-01');
  expect(reports[0]?.standing).toMatchObject({ is: 'there', filedOn: '2027-01-10' });
  expect(lineOf('so-tai-chinh', filings, '2027-02-01').reports[0]?.standing.is).toBe('awaited');
});

test('a plan without consent is a fact without number, title or address', () => {
  const filings = confirmed(shownPlan('so-noi-vu', { plan: null, hasCriteria: false }));
  const line = lineOf('so-noi-vu', filings, '2026-11-29');
  expect(line.plan.is).toBe('there');
  expect(line.shownPlan).toBeNull();
  expect(line.criteria.is).toBe('overdue');
  expect(publishedPlans(filings)).toEqual([]);
});

test('plans that units agreed to show are listed newest first, those of unlisted units under their own name', () => {
  const plan = { number: '1/KH-HTX', issuedOn: '2026-08-01', title: 'Kế hoạch thử.', link: null };
  const filings = confirmed(shownPlan('so-noi-vu'), {
    ...shownPlan('x'),
    unitCode: null,
    unitName: 'Hợp tác xã thử',
    plan,
  });
  expect(publishedPlans(filings).map(({ name }) => name)).toEqual(['Hợp tác xã thử', 'Sở Nội vụ']);
});

/** Plans of one unit after the other, in the order of confirmation. */
const confirmedPlans = (...plans: Parameters<typeof shownPlan>[1][]) =>
  confirmed(...plans.map((changes) => shownPlan('so-noi-vu', changes)));
const numbered = (number: string, issuedOn = '2026-06-25', title = 'Kế hoạch thử.') => ({
  plan: { number, issuedOn, title, link: null },
});

test('the address of a published plan never changes: not by newer or older plans, more of them, or those that are taken back', () => {
  const filings = confirmedPlans(
    ...Array.from({ length: 130 }, (_, at) =>
      numbered(`${at}/KH-SNV`, `${2026 + (at % 4)}-0${1 + (at % 9)}-11`),
    ),
  );
  const addresses = (some: typeof filings) =>
    new Map(publishedPlans(some).map((plan) => [plan.plan.number, planPath(plan)]));
  const all = addresses(filings);
  expect(new Set(all.values()).size).toBe(130);
  for (const count of [1, 39, 40, 41, 80, 129])
    for (const some of [filings.slice(0, count), filings.slice(-count)])
      for (const [number, address] of addresses(some)) expect(address, number).toBe(all.get(number));
  const pages = planPages(publishedPlans(filings));
  expect(pages.map(({ page, plans }) => [page, plans.length])).toEqual([
    [4, 10],
    [3, 40],
    [2, 40],
    [1, 40],
  ]);
  for (const { path, plans } of pages)
    for (const plan of plans) expect(planPath(plan)).toBe(`${path}#${planSlug(plan)}`);
});

test('several rows of one plan are one entry, at the address of the first, with the words of the last; other plans stay apart', () => {
  const again = numbered('15 /kh-snv', '2026-06-26', 'Trích yếu đã sửa.');
  const other = numbered('15/KH-SNV', '2027-06-25');
  const plans = publishedPlans(confirmedPlans(numbered('15/KH-SNV'), again, other, numbered('16/KH-SNV')));
  expect(plans.map(({ id, plan }) => [id, plan.title, plan.issuedOn.slice(0, 4)])).toEqual([
    [3, 'Kế hoạch thử.', '2027'],
    [1, 'Trích yếu đã sửa.', '2026'],
    [4, 'Kế hoạch thử.', '2026'],
  ]);
});

test('search leads to each published plan at its lasting address', () => {
  const plans = publishedPlans(confirmedPlans(numbered('15/KH-SNV'), { plan: null }, numbered('16/KH-SNV')));
  const docs = unitPlanDocs(plans);
  expect(docs.map(({ href, title }) => [href, title])).toEqual([
    ['/tien-do/ke-hoach-don-vi/1/#kh-1', 'Kế hoạch 15/KH-SNV của Sở Nội vụ'],
    ['/tien-do/ke-hoach-don-vi/1/#kh-3', 'Kế hoạch 16/KH-SNV của Sở Nội vụ'],
  ]);
  expect(docs[0]).toMatchObject({
    kind: 'van-ban',
    summary: 'ngày 25 tháng 6 năm 2026: Kế hoạch thử.',
    names: expect.arrayContaining(['kế hoạch của Sở Nội vụ']),
  });
});
