import { readMonth } from '../../vietnamese/dates.ts';
import { awardForms, strands } from '../taxonomy.ts';
import { oneOf, optionalOneOf, someOf } from './choice-fields.ts';
import { month } from './figure-fields.ts';
import { evidenceFiles } from './files-field.ts';
import type { Mistake } from './form.ts';
import { datesToCome } from './past-dates.ts';
import { evidenceRows, indicatorRows, priorAwardRows } from './row-fields.ts';
import { longText, optionalLongText } from './text-fields.ts';

/** The strands that a filing is about (Kế hoạch 113/KH-UBND, II). */
export const strandsField = (about: string) =>
  someOf({
    label: 'Nội dung thi đua',
    hint: `Mục II của Kế hoạch. Chọn tất cả nội dung phù hợp với ${about}.`,
    choices: strands.map((strand) => ({ value: strand.id, label: `${strand.number}. ${strand.name}` })),
  });

/** What a nominee achieved: the same questions for a collective and an individual. */
export const achievementFields = {
  strands: strandsField('thành tích'),
  achievements: longText({
    label: 'Thành tích',
    hint: 'Đã làm gì, mới ở chỗ nào, kết quả đo được ra sao. Không nhập thông tin thuộc danh mục bí mật nhà nước.',
    max: 3000,
  }),
  periodFrom: month({ label: 'Từ tháng', hint: 'Tháng/năm, ví dụ 7/2026' }),
  periodTo: month({ label: 'Đến tháng', hint: 'Tháng/năm, ví dụ 10/2026' }),
  indicators: indicatorRows(),
  priorAwards: priorAwardRows(),
  sameAchievement: oneOf({
    label: 'Thành tích này đã được khen thưởng chưa?',
    heading: 'Thành tích này đã được khen thưởng',
    hint: 'Một thành tích không được khen thưởng nhiều lần (Luật Thi đua, khen thưởng, Điều 5).',
    control: 'radios',
    choices: [
      { value: 'chua', label: 'Chưa' },
      { value: 'co', label: 'Đã được khen thưởng' },
    ],
  }),
  sameAchievementDecision: optionalLongText({
    label: 'Quyết định đã khen thưởng thành tích này',
    heading: 'Quyết định đã khen thưởng',
    hint: 'Chỉ ghi khi trả lời “Đã được khen thưởng”: số, ngày, cơ quan ban hành.',
    max: 300,
    onlyWhen: { field: 'sameAchievement', is: ['co'] },
  }),
  evidence: evidenceRows(),
  files: evidenceFiles(),
};

/** What the unit would propose; staff decide. */
export const suggestedAwardField = () =>
  optionalOneOf({
    label: 'Hình thức khen thưởng đề nghị',
    heading: 'Hình thức đề nghị',
    hint: 'Sở Nội vụ và cấp có thẩm quyền quyết định.',
    control: 'select',
    choices: awardForms.map((form) => ({ value: form.id, label: form.name })),
  });

const monthToCome = 'Tháng này chưa đến. Chỉ ghi thời gian thành tích đã đạt được.';
const monthOf = (value: unknown): string | undefined => {
  const month = typeof value === 'string' ? readMonth(value) : undefined;
  return month?.ok ? month.value : undefined;
};

/** Rules on achievements that span fields. */
export function achievementMistakes(filed: Record<string, unknown>): Mistake[] {
  const mistakes = datesToCome(filed, { periodFrom: monthToCome, periodTo: monthToCome });
  const [from, to] = [monthOf(filed.periodFrom), monthOf(filed.periodTo)];
  if (from && to && from > to) {
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
