import { baoCaoNam } from '../../src/filing/definitions/bao-cao-nam.ts';
import type { FormDefinition } from '../../src/filing/definitions/form.ts';
import { keHoachDonVi } from '../../src/filing/definitions/ke-hoach-don-vi.ts';
import { readSettings } from '../../src/filing/settings/server/store.ts';
import { readPublished } from '../../src/gallery/stories/server/store.ts';
import { coverage, owingUnits, reportDue } from '../../src/progress/coverage/coverage.ts';
import { readRollUps } from '../../src/progress/reports/server/roll-up-tools.ts';
import { readFilings } from '../../src/progress/server/store.ts';
import { closingDocument } from '../../src/progress/years/closing.ts';
import { closeYear } from '../../src/progress/years/server/closings.ts';
import { dayInVietnam } from '../../src/vietnamese/official-date.ts';
import { followRows } from '../../src/vocabulary/owner-settings.ts';
import { exampleAnswers } from '../../tests/fixtures/example-answers.ts';
import { file, intakeTools } from '../../tests/fixtures/intake.ts';
import { awardSteps } from './award-steps.ts';
import { codeIn } from './code-in.ts';
import { commentSteps } from './comment-steps.ts';
import type { TypedFigures } from './ledger.ts';
import type { Step } from './step.ts';
import type { World } from './world.ts';

/** Tables of the base, and the year that is reported. */
export const [plans, reports, reportedYear] = ['Kế hoạch đơn vị', 'Báo cáo năm', 2026] as const;

const dayMs = 24 * 60 * 60_000;
const confirmed = { 'Trạng thái': 'Đã xác nhận' };

/** For how many days reports are taken. */
const openDays = 40;

async function fileFor(world: World, form: FormDefinition, from: number, to: number): Promise<void> {
  const { random, db, ledger } = world;
  for (const [at, { code: unit }] of owingUnits.slice(from, to).entries()) {
    const figure = () => (random.happens(0.2) ? undefined : random.below(90));
    const figures = {
      models: figure(),
      adopted: figure(),
      awardedCollectives: figure(),
      awardedPersons: figure(),
    };
    const typed = Object.entries(figures).map(([name, value]) => [name, value?.toString()]);
    const changes = {
      unitCode: unit,
      year: String(reportedYear),
      number: `${from + at + 1}/KH-THU`,
      issuedOn: '25/6/2026',
      ...Object.fromEntries(typed),
    };
    const answer = await file(intakeTools(db), exampleAnswers(form, changes), {}, form.id);
    const text = await answer.text();
    if (answer.status !== 201) world.faults.push(`${form.id} of ${unit}: ${answer.status} ${text}`);
    else if (form.id === baoCaoNam.id)
      ledger.reports.push({ code: codeIn(text), unit, figures, isConfirmed: false });
    if (at % 20 === 19) await world.minutes(1);
  }
  await world.minutes(2);
}

/** Notes what staff made of a report. */
function noteReport(
  { ledger }: World,
  code: unknown,
  isConfirmed: boolean,
  figures: TypedFigures = {},
): void {
  const report = ledger.reports.find((one) => one.code === code);
  if (report) Object.assign(report, { isConfirmed, figures: { ...report.figures, ...figures } });
}

/** Confirms the rows of a table that nobody has touched, but for every seventh. */
async function confirmMost(world: World, table: string): Promise<void> {
  const { staff, ledger } = world;
  const waiting = (await staff.rows(table)).filter(({ fields }) => fields['Trạng thái'] === 'Mới tiếp nhận');
  for (const [at, { id, fields }] of waiting.entries()) {
    if (at % 7 === 6) continue;
    await staff.change(table, id, confirmed);
    const code = fields['Mã hồ sơ'];
    if (table === plans) ledger.plans.set(String(code), String(fields['Mã đơn vị']));
    else noteReport(world, code, true);
  }
}

/** The steps of a whole year, after those of every season. */
export const yearSteps: readonly Step[] = [
  ...commentSteps,
  ...awardSteps,
  {
    name: 'staff say when reports are due; units issue their plans',
    play: async (world, { units }) => {
      const row = {
        Tên: 'Nhận báo cáo năm',
        Loại: 'Nhận phiếu',
        Phiếu: ['Báo cáo năm'],
        'Từ lúc': new Date(Date.now() - dayMs).toISOString(),
        'Đến lúc': new Date(Date.now() + openDays * dayMs).toISOString(),
        'Lời nhắn': 'Đợt nhận báo cáo đã qua; báo Sở Nội vụ nếu còn thiếu.',
        'Năm báo cáo': reportedYear,
        'Áp dụng': true,
      };
      await world.staff.create('Mốc thời gian', [row]);
      await fileFor(world, keHoachDonVi, 0, units);
      await confirmMost(world, plans);
      await world.minutes(8);
    },
  },
  {
    name: 'units report, some on paper, some twice; staff confirm, correct a figure and find a double',
    play: async (world, { units }) => {
      await fileFor(world, baoCaoNam, 0, units - 3);
      await fileFor(world, baoCaoNam, 3, 6);
      await confirmMost(world, reports);
      const paper = owingUnits.slice(units - 3, units - 2).map(({ code, name }) => ({
        ...confirmed,
        'Đơn vị báo cáo': name,
        'Mã đơn vị': code,
        'Năm báo cáo': String(reportedYear),
        'Số mô hình, giải pháp mới': 4,
        'Nhận lúc': new Date().toISOString(),
      }));
      await world.staff.create(reports, paper);
      for (const { 'Mã đơn vị': unit } of paper)
        world.ledger.reports.push({ code: null, unit, figures: { models: 4 }, isConfirmed: true });
      const [first, second] = await world.staff.rows(reports);
      if (first) {
        await world.staff.change(reports, first.id, { 'Số mô hình, giải pháp mới': 61, ...confirmed });
        noteReport(world, first.fields['Mã hồ sơ'], true, { models: 61 });
      }
      if (second) {
        await world.staff.change(reports, second.id, { 'Trạng thái': 'Trùng lặp' });
        noteReport(world, second.fields['Mã hồ sơ'], false);
      }
      await world.minutes(8);
    },
  },
  {
    name: 'the deadline passes and staff close the year',
    play: async (world) => {
      await world.moveOn((openDays + 1) * dayMs);
      await world.minutes(8);
      const { db } = world;
      followRows(await readSettings(db));
      const today = dayInVietnam(new Date());
      const due = reportDue(reportedYear);
      if (due === null || due >= today) world.faults.push(`the deadline is ${due} on ${today}`);
      const [rolled] = await readRollUps(db, [reportedYear], false);
      const lines = coverage(await readFilings(db, false), today);
      if (!rolled) return;
      const stories = (await readPublished(db, { samples: false })).map((story) => ({
        ...story,
        photo: null,
      }));
      const document = closingDocument(reportedYear, { stories, lines, rolled, withSums: true });
      await closeYear(db, reportedYear, document);
    },
  },
  {
    name: 'a report comes after the close and is confirmed',
    play: async (world, { units }) => {
      const late = owingUnits[units - 2];
      const row = {
        ...confirmed,
        'Đơn vị báo cáo': late?.name,
        'Mã đơn vị': late?.code,
        'Năm báo cáo': String(reportedYear),
        'Nhận lúc': new Date().toISOString(),
      };
      await world.staff.create(reports, [row]);
      if (late) world.ledger.reports.push({ code: null, unit: late.code, figures: {}, isConfirmed: true });
      await world.minutes(8);
    },
  },
];
