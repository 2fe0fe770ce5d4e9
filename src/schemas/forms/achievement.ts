import { z } from 'zod';
import { strands } from '../taxonomy.ts';
import { longText, month, oneOf, optionalLongText, optionalText, show, someOf } from './fields.ts';
import type { Mistake } from './form.ts';

/** Rows of a repeated group that a form without script shows and a schema accepts. */
const rowLimit = 5;

type Row = Record<string, string | undefined>;

const isFilled = (row: Row) => Object.values(row).some((value) => value !== undefined);

interface RowsView {
  label: string;
  hint: string;
  rows: number;
  columns: Record<string, z.ZodType>;
}

/** Rows of lines of text; rows left empty are dropped. */
function rowsOf<Schema extends z.ZodType<Row>>(view: RowsView, row: Schema) {
  const schema = z
    .array(row, 'Bảng này chưa đúng dạng.')
    .max(rowLimit, `Tối đa ${rowLimit} dòng.`)
    .transform((rows) => rows.filter(isFilled))
    .optional();
  return show(schema, { control: 'rows', optional: true, ...view });
}

const indicator = z.object({
  name: optionalText({ label: 'Chỉ số', max: 200 }),
  before: optionalText({ label: 'Trước', max: 50 }),
  after: optionalText({ label: 'Sau', max: 50 }),
  unit: optionalText({ label: 'Đơn vị tính', max: 50 }),
});

const priorAward = z.object({
  form: optionalText({ label: 'Hình thức', max: 200 }),
  year: optionalText({ label: 'Năm', max: 10 }),
  decision: optionalText({ label: 'Số, ngày quyết định', max: 150 }),
  body: optionalText({ label: 'Cơ quan ban hành', max: 200 }),
});

/** What a nominee achieved: the same questions for a collective and an individual. */
export const achievementFields = {
  strands: someOf({
    label: 'Nội dung thi đua',
    hint: 'Mục II của Kế hoạch. Chọn tất cả nội dung phù hợp với thành tích.',
    choices: strands.map((strand) => ({ value: strand.id, label: `${strand.number}. ${strand.name}` })),
  }),
  achievements: longText({
    label: 'Thành tích',
    hint: 'Đã làm gì, mới ở chỗ nào, kết quả đo được ra sao. Không nhập thông tin thuộc danh mục bí mật nhà nước.',
    max: 3000,
  }),
  periodFrom: month({ label: 'Từ tháng', hint: 'Tháng/năm, ví dụ 7/2026' }),
  periodTo: month({ label: 'Đến tháng', hint: 'Tháng/năm, ví dụ 10/2026' }),
  indicators: rowsOf(
    {
      label: 'Chỉ số trước và sau',
      hint: 'Những con số nói lên kết quả.',
      rows: 3,
      columns: indicator.shape,
    },
    indicator.refine((row) => !isFilled(row) || row.name !== undefined, {
      path: ['name'],
      message: 'Ghi tên chỉ số cho dòng này.',
    }),
  ),
  priorAwards: rowsOf(
    {
      label: 'Khen thưởng đã nhận',
      hint: 'Những lần khen thưởng trước đây, nếu có.',
      rows: 3,
      columns: priorAward.shape,
    },
    priorAward.refine((row) => !isFilled(row) || row.form !== undefined, {
      path: ['form'],
      message: 'Ghi hình thức khen thưởng cho dòng này.',
    }),
  ),
  sameAchievement: oneOf({
    label: 'Thành tích này đã được khen thưởng chưa?',
    hint: 'Một thành tích không được khen thưởng nhiều lần (Luật Thi đua, khen thưởng, Điều 5).',
    control: 'radios',
    choices: [
      { value: 'chua', label: 'Chưa' },
      { value: 'co', label: 'Đã được khen thưởng' },
    ],
  }),
  sameAchievementDecision: optionalLongText({
    label: 'Quyết định đã khen thưởng thành tích này',
    hint: 'Chỉ ghi khi trả lời “Đã được khen thưởng”: số, ngày, cơ quan ban hành.',
    max: 300,
    onlyWhen: { field: 'sameAchievement', is: ['co'] },
  }),
};

const isMonth = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}$/.test(value);

/** Rules on achievements that span fields. */
export function achievementMistakes(filed: Record<string, unknown>): Mistake[] {
  const mistakes: Mistake[] = [];
  const { periodFrom, periodTo } = filed;
  if (isMonth(periodFrom) && isMonth(periodTo) && periodFrom > periodTo) {
    mistakes.push({ field: 'periodTo', message: 'Tháng cuối phải sau hoặc trùng tháng đầu.' });
  }
  if (filed.sameAchievement === 'co' && filed.sameAchievementDecision === undefined) {
    mistakes.push({
      field: 'sameAchievementDecision',
      message: 'Ghi số, ngày và cơ quan ban hành quyết định đã khen thưởng.',
    });
  }
  return mistakes;
}
