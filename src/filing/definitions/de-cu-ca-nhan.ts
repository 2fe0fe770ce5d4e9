import { z } from 'zod';
import { criteria } from '../../vocabulary/taxonomy.ts';
import {
  achievementFields,
  achievementMistakes,
  achievementSection,
  suggestedAwardFields,
} from './achievement.ts';
import { mayTick, oneOf, optionalOneOf } from './choice-fields.ts';
import { consentFields, consentVersion, nominationConsents } from './consents.ts';
import { optionalYear } from './figure-fields.ts';
import { acrossFields, type FormDefinition } from './form.ts';
import {
  nominatingUnitFields,
  nominatingUnitSection,
  nominationTable,
  senderMistakes,
} from './nominating-unit.ts';
import { longText, text } from './text-fields.ts';

const ofPersons = criteria.filter(({ group }) => group === 'ca-nhan');

/** The least that tells whom a unit means: no full date of birth, no address, no party office, no identity number. */
const personFields = {
  name: text({ label: 'Họ và tên người được đề cử', heading: 'Đối tượng', max: 100 }),
  subject: oneOf({
    label: 'Người được đề cử là',
    heading: 'Tiêu chí',
    hint: 'Hai nhóm của mục III.1.4 trong Kế hoạch.',
    control: 'radios',
    choices: ofPersons.map(({ id, name }) => ({ value: id, label: name })),
  }),
  occupation: text({ label: 'Chức danh hoặc nghề nghiệp', max: 150 }),
  place: text({
    label: 'Đơn vị công tác, hoặc xã, phường nơi cư trú',
    heading: 'Nơi công tác, cư trú',
    hint: 'Không ghi số nhà, thôn, tổ.',
    max: 200,
  }),
  birthYear: optionalYear({ label: 'Năm sinh', from: 1920, to: 2015 }),
  gender: optionalOneOf({
    label: 'Giới tính',
    hint: 'Khi nhiều người cùng đủ điều kiện, nữ được ưu tiên (Nghị định 152/2025, Điều 4).',
    control: 'radios',
    choices: [
      { value: 'nu', label: 'Nữ' },
      { value: 'nam', label: 'Nam' },
    ],
  }),
  directWorker: mayTick({
    label: 'Người trực tiếp lao động, sản xuất, kinh doanh',
    hint: 'Đối tượng được chú trọng khen thưởng (Luật Thi đua, khen thưởng, Điều 5).',
  }),
  summary: longText({
    label: 'Giới thiệu ngắn về người được đề cử',
    heading: 'Sơ lược',
    hint: 'Công việc đang làm. Không ghi số căn cước, địa chỉ nhà, sức khỏe, tôn giáo, chức vụ Đảng.',
    max: 1000,
  }),
};

const consents = consentFields({
  agreed: 'người được đề cử',
  shown: 'họ tên, chức danh, đơn vị của người được đề cử',
});

const shape = {
  ...nominatingUnitFields,
  ...personFields,
  ...achievementFields,
  ...suggestedAwardFields('individual'),
  ...consents,
};

const schema = z
  .object(shape)
  .check(acrossFields((filed) => [...senderMistakes(filed), ...achievementMistakes(filed)]));

/** Nomination of a person by a unit (Kế hoạch 113/KH-UBND, III.1.4): an intake form, not the legal dossier. */
export const deCuCaNhan = {
  id: 'de-cu-ca-nhan',
  version: '3',
  path: '/de-cu/ca-nhan/',
  title: 'Đề cử cá nhân',
  name: 'Đề cử cá nhân',
  choice: { under: 'nominate', label: 'Một người' },
  table: { ...nominationTable, kind: 'Cá nhân' },
  forWhom: 'Cho cán bộ, công chức, viên chức, nông dân, công nhân, nhà khoa học và mọi cá nhân khác.',
  lead: 'Đơn vị nêu thành tích của người được đề cử; gửi xong nhận ngay mã hồ sơ. Cá nhân không tự đề cử.',
  atHand: [
    'Chức danh, nơi công tác; thời gian đạt thành tích, vài con số trước và sau.',
    'Quyết định khen thưởng trước đây, nếu có.',
    'Sự đồng ý của người được đề cử.',
  ],
  isNomination: true,
  send: 'Gửi đề cử',
  schema,
  consentVersion,
  sections: [
    nominatingUnitSection,
    { title: 'Người được đề cử', fields: Object.keys(personFields) },
    achievementSection,
    nominationConsents(consents),
  ],
} as const satisfies FormDefinition<typeof shape>;
