import { z } from 'zod';
import { goneOf, goneWords } from '../filing/delivery/gone-columns.ts';
import { isAvailable, nameOfColumn, type PulledRow } from '../filing/delivery/pulled-row.ts';
import { confirmedState, stateOfOption } from '../filing/states.ts';
import { unreadableCells } from '../gallery/stories/unreadable.ts';
import { dayInVietnam } from '../vietnamese/official-date.ts';
import { samplePrefix } from '../vocabulary/story-ids.ts';
import { type SaidUnit, unitSaid } from '../vocabulary/unit-said.ts';
import { planForm, type Report, reportForm, reportSchema, type ShownFiling, shownSchema } from './filing.ts';

/** What a row says: a confirmed filing (what is stored of the fields in `keep` stays), nothing that counts, or a problem that leaves the stored version as it is. */
export type ReadFiling =
  | { fate: 'confirmed'; shown: ShownFiling; report: Report | null; keep: string[]; sample: boolean }
  | { fate: 'none' }
  | { fate: 'kept'; problem: string; isPlanHidden: boolean };

const text = z
  .string()
  .trim()
  .transform((value) => value || null)
  .nullish()
  .transform((value) => value ?? null);

const filedOn = z.coerce
  .date()
  .nullish()
  .transform((instant) => (instant ? dayInVietnam(instant) : null));

const cellText = ({ cells }: PulledRow, field: string) => text.catch(null).parse(cells[field]);

/** The unit of a row: its code where it is listed, its name where it is not. */
function unitOf(row: PulledRow, said: SaidUnit, isNamed: boolean) {
  const unitCode = said.is === 'listed' ? said.unit.code : null;
  return {
    unitCode,
    unitName: unitCode === null && isNamed ? cellText(row, 'unitName') : null,
    filedOn: filedOn.catch(null).parse(row.cells['receivedAt']),
  };
}

function shownOf(form: string, row: PulledRow, said: SaidUnit) {
  const { cells } = row;
  if (form === reportForm)
    return shownSchema.safeParse({ form, ...unitOf(row, said, false), year: Number(cells['year']) });
  const agreed = cells['consent'] === true;
  const plan = agreed
    ? {
        number: cells['number'],
        issuedOn: cells['issuedOn'],
        title: cells['title'],
        link: text.parse(cells['link']),
      }
    : null;
  const hasCriteria = cellText(row, 'ownCriteria') !== null;
  return shownSchema.safeParse({ form, ...unitOf(row, said, agreed), plan, hasCriteria });
}

const advice: Readonly<Record<string, string>> = {
  number: 'ghi số, ký hiệu, nhiều nhất 50 ký tự.',
  issuedOn: 'ghi ngày ban hành.',
  title: 'ghi trích yếu, nhiều nhất 300 ký tự.',
  link: 'ghi địa chỉ đầy đủ, bắt đầu bằng https://, hoặc để trống.',
  year: 'ghi một năm từ 2026 đến 2030.',
};

const inWords = (row: PulledRow, { issues }: z.ZodError) =>
  [...new Set(issues.map(({ path }) => String(path.at(-1))))]
    .map(
      (field) =>
        `Cột “${nameOfColumn(row, field)}”: ${advice[field] ?? 'ghi lại cho đúng dạng.'} Trang giữ bản đã có.`,
    )
    .join('\n');

/** Columns without which a row cannot count as it is. */
const required = {
  [planForm]: ['state', 'consent', 'unitCode', 'unitName', 'number', 'issuedOn', 'title', 'link'],
  [reportForm]: ['state', 'unitCode', 'unitName', 'year'],
};
/** Other columns, each with the stored field that it says. */
const optional: Readonly<Record<string, string>> = { receivedAt: 'filedOn', ownCriteria: 'hasCriteria' };

/** A problem that leaves what is stored as it is, but for what the unit no longer agrees to show. */
const kept = (form: string, row: PulledRow, problem: string): ReadFiling => ({
  fate: 'kept',
  problem,
  isPlanHidden: form === planForm && isAvailable(row, 'consent') && row.cells['consent'] !== true,
});

/** What a row says of its unit, with what is wrong with that. */
function unitProblem(row: PulledRow): { said: SaidUnit; problem: string | null } {
  const [code, name] = [cellText(row, 'unitCode'), cellText(row, 'unitName')];
  const said = unitSaid(code, name);
  const [codeColumn, nameColumn] = ['unitCode', 'unitName'].map((field) => nameOfColumn(row, field));
  const at = `Cột “${nameColumn}”, “${codeColumn}”: `;
  if (name === null && said.is !== 'listed' && (said.is === 'unlisted' || code === null))
    return {
      said,
      problem: `${at}ghi tên đơn vị, hoặc mã có trong danh mục. Chưa có thì trang chưa tính hàng này.`,
    };
  return {
    said,
    problem: said.is === 'doubtful' ? `${at}${said.why} Chưa rõ thì trang chưa tính hàng này.` : null,
  };
}

/**
 * Reads a row of `Kế hoạch đơn vị` or `Báo cáo năm`. It counts when staff confirmed it. Staff may correct cells, and may type a row
 * for a paper that came by post. A state or consent that was taken back takes effect whatever else is wrong or gone.
 */
export function readFiling(form: typeof planForm | typeof reportForm, row: PulledRow): ReadFiling {
  const { state } = row.cells;
  // A state that the code does not know is told with the decision.
  const isConfirmed = typeof state === 'string' && stateOfOption(state)?.id === confirmedState;
  if (!isConfirmed && isAvailable(row, 'state')) return { fate: 'none' };
  const agreed = row.cells['consent'] === true || !isAvailable(row, 'consent');
  const ofPlan = ['number', 'issuedOn', 'title', 'link'];
  const gone = goneOf(row, required[form]).filter((property) => agreed || !ofPlan.includes(property));
  if (gone.length > 0) return kept(form, row, goneWords(row, gone));
  const unit = unitProblem(row);
  if (unit.problem !== null) return kept(form, row, unit.problem);
  const { data: shown, error } = shownOf(form, row, unit.said);
  if (!shown) return kept(form, row, inWords(row, error));
  const report = form === reportForm ? reportSchema.safeParse(reportCells(row)) : null;
  if (report?.error) return kept(form, row, inWords(row, report.error));
  const unreadable = unreadableCells(row, { ...(shown.form === planForm ? shown.plan : {}) });
  if (unreadable) return kept(form, row, unreadable);
  const sample = String(row.cells['unitCode'] ?? '').startsWith(samplePrefix);
  const keep = goneOf(row, [...Object.keys(optional), ...Object.keys(reportSchema.shape)]).map(
    (property) => optional[property] ?? property,
  );
  return { fate: 'confirmed', shown, report: report?.data ?? null, keep, sample };
}

const reportCells = ({ cells }: PulledRow) =>
  Object.fromEntries(Object.keys(reportSchema.shape).map((field) => [field, cells[field] ?? null]));
