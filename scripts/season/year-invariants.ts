import { honoursOf } from '../../src/gallery/award-statistics/server/counted-honours.ts';
import { coverage } from '../../src/progress/coverage/coverage.ts';
import { figures, sumOf } from '../../src/progress/reports/roll-up.ts';
import { readRollUps } from '../../src/progress/reports/server/roll-up-tools.ts';
import { readFilings } from '../../src/progress/server/store.ts';
import { readClosings } from '../../src/progress/years/server/closings.ts';
import { sinceClosing } from '../../src/progress/years/since.ts';
import { dayInVietnam } from '../../src/vietnamese/official-date.ts';
import { decidedNumber } from './award-steps.ts';
import { brokenComments } from './comment-invariants.ts';
import { countedReports, sumOfFigure } from './ledger.ts';
import type { StaffRow } from './staff.ts';
import type { World } from './world.ts';
import { plans, reportedYear, reports } from './year-steps.ts';

const headings = {
  models: 'Số mô hình, giải pháp mới',
  adopted: 'Số mô hình của nơi khác đã áp dụng',
  awardedCollectives: 'Số tập thể đã khen thưởng',
  awardedPersons: 'Số cá nhân đã khen thưởng',
} as const;

const confirmedRows = async ({ staff }: World, table: string) =>
  (await staff.rows(table)).filter(({ fields }) => fields['Trạng thái'] === 'Đã xác nhận');

/** The rows that count: of several of a unit the last one that was received. */
function lastOfEach(rows: readonly StaffRow[]): StaffRow[] {
  const received = rows.toSorted((a, b) =>
    String(a.fields['Nhận lúc']).localeCompare(String(b.fields['Nhận lúc'])),
  );
  return [...new Map(received.map((row) => [row.fields['Mã đơn vị'], row])).values()];
}

/**
 * Sums, coverage, comments and honours equal two recounts: of what was filed and done, and of what stands in the rows of the base.
 * What was closed stays, and the late report is listed.
 */
export async function brokenYear(world: World): Promise<string[]> {
  const { db, ledger } = world;
  const rows = lastOfEach(await confirmedRows(world, reports));
  const [rolled] = await readRollUps(db, [reportedYear], false);
  const lines = coverage(await readFilings(db, false), dayInVietnam(new Date()));
  const broken = await brokenComments(world);
  const agree = (what: string, ours: number, counted: number, by = 'a recount of the base') => {
    if (ours !== counted) broken.push(`${what}: ${ours}, and ${counted} by ${by}`);
  };
  const filed = 'a recount of what was filed';
  for (const { id } of figures) {
    const { total } = sumOf(rolled?.rows ?? [], id);
    agree(
      id,
      total,
      rows.reduce((sum, { fields }) => sum + Number(fields[headings[id]] ?? 0), 0),
    );
    agree(id, total, sumOfFigure(ledger, id), filed);
  }
  const reported = lines.filter(
    ({ reports: own }) => own.find(({ year }) => year === reportedYear)?.standing.is === 'there',
  );
  agree('units that reported', reported.length, rows.length);
  agree('units that reported', reported.length, countedReports(ledger).length, filed);
  const issued = await confirmedRows(world, plans);
  const withPlan = lines.filter(({ plan }) => plan.is === 'there').length;
  agree('units with a plan', withPlan, lastOfEach(issued).length);
  agree('units with a plan', withPlan, new Set(ledger.plans.values()).size, filed);
  agree(
    'plans shown',
    (await readFilings(db, false)).filter(({ shown }) => 'plan' in shown && shown.plan).length,
    issued.filter(({ fields }) => fields['Đồng ý công khai'] === true).length,
  );
  agree(
    'honours in the statistics',
    (await honoursOf(db, reportedYear)).length,
    (await world.staff.rows('Điển hình')).filter(({ fields }) => fields['Số quyết định']).length,
  );
  const [closing] = await readClosings(db);
  if (!closing) return [...broken, 'the year was not closed'];
  for (const { id, name } of figures)
    agree(
      `${id} at the close`,
      closing.document.sums?.find((sum) => sum.name === name)?.total ?? -1,
      sumOfFigure(ledger, id),
      filed,
    );
  const frozenPlans = closing.document.lines.filter(({ plan }) => plan.is === 'there').length;
  agree('plans at the close', frozenPlans, new Set(ledger.plans.values()).size, filed);
  // Other steps decide by numbers of their own.
  const decided = closing.document.decisions
    .filter(({ number }) => number === decidedNumber)
    .flatMap(({ honours }) => honours).length;
  agree('honours of decisions at the close', decided, ledger.honours, 'a count of what was decided');
  const frozen = closing.document.lines.filter(({ report }) => report.is === 'there').length;
  agree('reports at the close, and the one that came later', frozen + 1, reported.length);
  agree(
    'changes since the close',
    sinceClosing(closing, { stories: [], lines, sums: null, gone: [] }).coverage.length,
    1,
  );
  return broken;
}
