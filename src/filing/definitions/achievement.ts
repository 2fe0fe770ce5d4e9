import { readMonth } from '../../vietnamese/dates.ts';
import { awardForms, occasions, strands } from '../../vocabulary/taxonomy.ts';
import type { FieldError } from '../submission.ts';
import { oneOf, optionalOneOf, someOf } from './choice-fields.ts';
import { month } from './figure-fields.ts';
import { evidenceFiles } from './files-field.ts';
import { datesToCome } from './past-dates.ts';
import { evidenceRows, indicatorRows, priorAwardRows } from './row-fields.ts';
import { longText, optionalLongText } from './text-fields.ts';

/** The strands that a submission is about (Kế hoạch 113/KH-UBND, II). */
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

/** What is given on an occasion. The plan names no form for the annual one: units give a Giấy khen within their powers (III.2.1). */
const givenOn = ({ awards }: (typeof occasions)[number]): readonly string[] =>
  awards.length > 0 ? awards.map(({ form }) => form) : ['giay-khen'];

/**
 * What the unit would propose, and on which occasion; staff decide. A flag is a title of collectives (Luật Thi đua, khen thưởng,
 * Điều 25 và 26), so it is not offered to individuals.
 */
export const suggestedAwardFields = (nominee: 'collective' | 'individual') => ({
  suggestedOccasion: optionalOneOf({
    label: 'Dịp đề nghị khen thưởng',
    heading: 'Dịp đề nghị',
    hint: 'Mục III.2 của Kế hoạch: hằng năm, sơ kết năm 2027, tổng kết năm 2030.',
    control: 'select',
    choices: occasions.map(({ id, name }) => ({ value: id, label: name })),
  }),
  suggestedAward: optionalOneOf({
    label: 'Hình thức khen thưởng đề nghị',
    heading: 'Hình thức đề nghị',
    hint: 'Sở Nội vụ và cấp có thẩm quyền quyết định.',
    control: 'select',
    choices: awardForms
      .filter(({ kind }) => nominee === 'collective' || kind === 'hinh-thuc')
      .map((form) => ({ value: form.id, label: form.name })),
  }),
});

/** An award is proposed for an occasion on which it is given (Kế hoạch 113/KH-UBND, III.2). */
function awardMistakes({ suggestedOccasion, suggestedAward }: Record<string, unknown>): FieldError[] {
  const occasion = occasions.find(({ id }) => id === suggestedOccasion);
  const award = awardForms.find(({ id }) => id === suggestedAward);
  if (!occasion || !award || givenOn(occasion).includes(award.id)) return [];
  const names = awardForms.filter(({ id }) => givenOn(occasion).includes(id)).map(({ name }) => name);
  const message = `Dịp “${occasion.name}” không có ${award.name}. Chọn: ${names.join('; ')}; hoặc chọn dịp khác.`;
  return [{ field: 'suggestedAward', message }];
}

const monthToCome = 'Tháng này chưa đến. Chỉ ghi thời gian thành tích đã đạt được.';
const monthOf = (value: unknown): string | undefined => {
  const month = typeof value === 'string' ? readMonth(value) : undefined;
  return month?.ok ? month.value : undefined;
};

/** Rules on achievements that span fields. */
export function achievementMistakes(filed: Record<string, unknown>): FieldError[] {
  const mistakes = [
    ...datesToCome(filed, { periodFrom: monthToCome, periodTo: monthToCome }),
    ...awardMistakes(filed),
  ];
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

/** The section of a nomination for the achievement and the suggested award. */
export const achievementSection = {
  title: 'Thành tích',
  fields: [...Object.keys(achievementFields), 'suggestedOccasion', 'suggestedAward'],
};
