import { coverage } from '../../src/progress/coverage/coverage.ts';
import { figures, sumOf } from '../../src/progress/reports/roll-up.ts';
import { readRollUps } from '../../src/progress/reports/server/roll-up-tools.ts';
import { readFilings } from '../../src/progress/server/store.ts';
import { readClosings } from '../../src/progress/years/server/closings.ts';
import { sinceClosing } from '../../src/progress/years/since.ts';
import { dayInVietnam } from '../../src/vietnamese/official-date.ts';
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

/** Sums and coverage equal a recount of what stands in the rows of the base; what was closed stays, and the late report is listed. */
export async function brokenYear(world: World): Promise<string[]> {
  const { db } = world;
  const rows = await confirmedRows(world, reports);
  const [rolled] = await readRollUps(db, [reportedYear], false);
  const lines = coverage(await readFilings(db, false), dayInVietnam(new Date()));
  const broken: string[] = [];
  const agree = (what: string, ours: number, counted: number) => {
    if (ours !== counted) broken.push(`${what}: ${ours}, and ${counted} by a recount of the base`);
  };
  for (const { id } of figures) {
    const counted = rows.reduce((sum, { fields }) => sum + Number(fields[headings[id]] ?? 0), 0);
    agree(id, sumOf(rolled?.rows ?? [], id).total, counted);
  }
  const unitsOf = (some: typeof rows) => new Set(some.map(({ fields }) => fields['Mã đơn vị'])).size;
  const reported = lines.filter(
    ({ reports: own }) => own.find(({ year }) => year === reportedYear)?.standing.is === 'there',
  );
  agree('units that reported', reported.length, unitsOf(rows));
  const issued = await confirmedRows(world, plans);
  agree('units with a plan', lines.filter(({ plan }) => plan.is === 'there').length, unitsOf(issued));
  agree(
    'plans shown',
    (await readFilings(db, false)).filter(({ shown }) => 'plan' in shown && shown.plan).length,
    issued.filter(({ fields }) => fields['Đồng ý công khai'] === true).length,
  );
  const [closing] = await readClosings(db);
  if (!closing) return [...broken, 'the year was not closed'];
  const frozen = closing.document.lines.filter(({ report }) => report.is === 'there').length;
  agree('reports at the close, and the one that came later', frozen + 1, reported.length);
  agree('changes since the close', sinceClosing(closing, [], lines).coverage.length, 1);
  return broken;
}
