import { z } from 'zod';
import { awardForms, criteria, criteriaGroups } from '../taxonomy.ts';
import { achievementFields, achievementMistakes } from './achievement.ts';
import { consentFields, consentVersion } from './consents.ts';
import { longText, oneOf, optionalCount, optionalOneOf, someOf, text } from './fields.ts';
import { acrossFields, type FormDefinition, type Mistake } from './form.ts';
import { filingUnitMistakes, nominatingUnitFields } from './nominating-unit.ts';

const collectiveGroups = criteriaGroups.filter((group) => group.nominee === 'collective');
const groupTitle = (id: string) => {
  const group = collectiveGroups.find((candidate) => candidate.id === id);
  return group ? `${group.number}. ${group.name}` : id;
};
const collectiveCriteria = criteria.filter((criterion) =>
  collectiveGroups.some(({ id }) => id === criterion.group),
);

const collectiveFields = {
  name: text({ label: 'Tên tập thể được đề cử', max: 200 }),
  kind: oneOf({
    label: 'Loại tập thể',
    control: 'select',
    choices: [
      { value: 'co-quan-nha-nuoc', label: 'Cơ quan, đơn vị nhà nước' },
      { value: 'mttq-doan-the', label: 'Mặt trận Tổ quốc, đoàn thể' },
      { value: 'doanh-nghiep', label: 'Doanh nghiệp' },
      { value: 'hop-tac-xa', label: 'Hợp tác xã' },
      { value: 'ho-gia-dinh', label: 'Hộ gia đình' },
      { value: 'khac', label: 'Khác' },
    ],
  }),
  criteriaGroup: oneOf({
    label: 'Nhóm tiêu chí',
    hint: 'Mục III.1 của Kế hoạch. Hợp tác xã, hộ gia đình: chọn nhóm gần nhất; Sở Nội vụ xếp lại nếu cần.',
    control: 'radios',
    choices: collectiveGroups.map((group) => ({ value: group.id, label: `${group.number}. ${group.name}` })),
  }),
  criteria: someOf({
    label: 'Tiêu chí đã đạt',
    hint: 'Chọn những tiêu chí mà thành tích đã đáp ứng.',
    follows: 'criteriaGroup',
    choices: collectiveCriteria.map((item) => ({
      value: item.id,
      label: item.name,
      group: groupTitle(item.group),
      when: item.group,
    })),
  }),
  size: optionalCount({ label: 'Số người trong tập thể', from: 1, to: 1_000_000 }),
  womenShare: optionalCount({
    label: 'Tỷ lệ nữ (%)',
    hint: 'Khi nhiều tập thể cùng đủ điều kiện, tập thể có từ 70% nữ được ưu tiên (Nghị định 152/2025, Điều 4).',
    from: 0,
    to: 100,
  }),
  summary: longText({ label: 'Sơ lược đặc điểm, tình hình', max: 1000 }),
};

const consents = consentFields({
  agreed: 'tập thể được đề cử, cùng những người có tên trong phiếu,',
  shown: 'tên tập thể, đơn vị',
});

const shape = {
  ...nominatingUnitFields,
  ...collectiveFields,
  ...achievementFields,
  suggestedAward: optionalOneOf({
    label: 'Hình thức khen thưởng đề nghị',
    hint: 'Sở Nội vụ và cấp có thẩm quyền quyết định.',
    control: 'select',
    choices: awardForms.map((form) => ({ value: form.id, label: form.name })),
  }),
  ...consents,
};

/** A ticked criterion must belong to the chosen group (Kế hoạch 113/KH-UBND, III.1). */
function criteriaMistakes(filed: Record<string, unknown>): Mistake[] {
  if (!Array.isArray(filed.criteria) || typeof filed.criteriaGroup !== 'string') return [];
  const inGroup = new Set(
    collectiveCriteria.filter(({ group }) => group === filed.criteriaGroup).map(({ id }) => id),
  );
  const allFit = filed.criteria.every((id) => inGroup.has(id));
  return allFit ? [] : [{ field: 'criteria', message: 'Có tiêu chí không thuộc nhóm đã chọn.' }];
}

const schema = z
  .object(shape)
  .check(
    acrossFields((filed) => [
      ...filingUnitMistakes(filed),
      ...criteriaMistakes(filed),
      ...achievementMistakes(filed),
    ]),
  );

/** Nomination of a collective (Luật Thi đua, khen thưởng, Điều 84): an intake form, not the legal dossier. */
export const deCuTapThe = {
  id: 'de-cu-tap-the',
  version: '1',
  path: '/de-cu/tap-the/',
  title: 'Đề cử tập thể',
  forWhom: 'Cho cơ quan, đoàn thể, doanh nghiệp, hợp tác xã, hộ gia đình.',
  send: 'Gửi đề cử',
  schema,
  consentVersion,
  sections: [
    { title: 'Đơn vị đề cử', fields: Object.keys(nominatingUnitFields) },
    { title: 'Tập thể được đề cử', fields: Object.keys(collectiveFields) },
    { title: 'Thành tích', fields: [...Object.keys(achievementFields), 'suggestedAward'] },
    {
      title: 'Cam kết và đồng ý',
      lead: 'Bốn ô đầu cần đánh dấu thì phiếu mới gửi được; ô cuối tùy chọn. Không ô nào được đánh dấu sẵn.',
      fields: Object.keys(consents),
    },
  ],
} as const satisfies FormDefinition<typeof shape>;
