import { z } from 'zod';
import { criteriaGroups } from '../../vocabulary/taxonomy.ts';
import {
  achievementFields,
  achievementMistakes,
  achievementSection,
  suggestedAwardFields,
} from './achievement.ts';
import { oneOf } from './choice-fields.ts';
import { consentFields, consentVersion, nominationConsents } from './consents.ts';
import { criteriaFields, criteriaMistakes } from './criteria-fields.ts';
import { optionalCount, optionalShare } from './figure-fields.ts';
import { acrossFields, type FormDefinition } from './form.ts';
import {
  nominatingUnitFields,
  nominatingUnitSection,
  nominationTable,
  senderMistakes,
} from './nominating-unit.ts';
import { longText, text } from './text-fields.ts';

const groups = criteriaGroups.filter((group) => group.nominee === 'collective');

const collectiveFields = {
  name: text({ label: 'Tên tập thể được đề cử', heading: 'Đối tượng', max: 200 }),
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
  ...criteriaFields(groups, {
    hint: 'Mục III.1 của Kế hoạch. Hợp tác xã, hộ gia đình: chọn nhóm gần nhất; Sở Nội vụ xếp lại nếu cần.',
    criteriaHint: 'Chọn những tiêu chí mà thành tích đã đáp ứng.',
  }),
  size: optionalCount({ label: 'Số người trong tập thể', heading: 'Số người', from: 1, to: 1_000_000 }),
  womenShare: optionalShare({
    label: 'Tỷ lệ nữ (%)',
    hint: 'Khi nhiều tập thể cùng đủ điều kiện, tập thể có từ 70% nữ được ưu tiên (Nghị định 152/2025, Điều 4).',
  }),
  summary: longText({ label: 'Sơ lược đặc điểm, tình hình', heading: 'Sơ lược', max: 1000 }),
};

const consents = consentFields({
  agreed: 'tập thể được đề cử, cùng những người có tên trong phiếu,',
  shown: 'tên tập thể, đơn vị',
});

const shape = {
  ...nominatingUnitFields,
  ...collectiveFields,
  ...achievementFields,
  ...suggestedAwardFields('collective'),
  ...consents,
};

const schema = z
  .object(shape)
  .check(
    acrossFields((filed) => [
      ...senderMistakes(filed),
      ...criteriaMistakes(filed),
      ...achievementMistakes(filed),
    ]),
  );

/** Nomination of a collective (Luật Thi đua, khen thưởng, Điều 84): an intake form, not the legal dossier. */
export const deCuTapThe = {
  id: 'de-cu-tap-the',
  version: '4',
  path: '/de-cu/tap-the/',
  title: 'Đề cử tập thể',
  name: 'Đề cử tập thể',
  choice: { under: 'nominate', label: 'Một tập thể: cơ quan, đoàn thể, doanh nghiệp, hợp tác xã, hộ' },
  table: { ...nominationTable, kind: 'Tập thể' },
  forWhom: 'Cho cơ quan, đoàn thể, doanh nghiệp, hợp tác xã, hộ gia đình.',
  lead: 'Đơn vị nêu thành tích của tập thể được đề cử; gửi xong nhận ngay mã hồ sơ.',
  atHand: [
    'Tên tập thể, thời gian đạt thành tích, vài con số trước và sau.',
    'Những tiêu chí của mục III.1 mà thành tích đã đáp ứng.',
    'Quyết định khen thưởng trước đây, nếu có.',
    'Sự đồng ý của tập thể được đề cử.',
  ],
  isNomination: true,
  send: 'Gửi đề cử',
  schema,
  consentVersion,
  sections: [
    nominatingUnitSection,
    { title: 'Tập thể được đề cử', fields: Object.keys(collectiveFields) },
    achievementSection,
    nominationConsents(consents),
  ],
} as const satisfies FormDefinition<typeof shape>;
