import { z } from 'zod';
import { findNamed } from '../../vietnamese/named-person.ts';
import { unitGroups, units } from '../../vocabulary/units.ts';
import type { FieldError } from '../submission.ts';
import { oneOf } from './choice-fields.ts';
import { consentVersion, tipConsents } from './consents.ts';
import { acrossFields, type FormDefinition } from './form.ts';
import { longText, optionalText } from './text-fields.ts';

const groupLabels = new Map(unitGroups.map((group) => [group.id, group.label]));

const tipFields = {
  unitCode: oneOf({
    label: 'Ở xã, phường hay cơ quan nào',
    heading: 'Mã đơn vị',
    control: 'select',
    choices: units.map(({ code, name, group }) => ({
      value: code,
      label: name,
      group: groupLabels.get(group) ?? 'Khác',
    })),
    ofUnits: true,
    hint: 'Đơn vị này sẽ được nhờ xem và đề cử.',
  }),
  place: optionalText({
    label: 'Chỗ nào',
    heading: 'Chỗ',
    hint: 'Ấp, khu phố, chợ, trường, cánh đồng… Không ghi số nhà, không ghi tên người.',
    max: 200,
  }),
  practice: longText({
    label: 'Cách làm hay ấy là gì',
    heading: 'Cách làm',
    hint: 'Người ta làm gì, khác trước thế nào. Không nêu tên người.',
    max: 1000,
  }),
  why: longText({
    label: 'Vì sao nơi khác nên học',
    heading: 'Vì sao đáng học',
    hint: 'Điều bạn thấy: bớt được gì, thêm được gì, cho bao nhiêu người.',
    max: 800,
  }),
};

const consents = tipConsents();
const shape = { ...tipFields, ...consents };

/** Names and ways to reach someone are not kept: the answer comes back with what to take out. */
const namedMistakes = (filed: Record<string, unknown>): FieldError[] =>
  ['place', 'practice', 'why'].flatMap((field) => {
    const found = typeof filed[field] === 'string' ? findNamed(filed[field]) : null;
    return found === null
      ? []
      : [
          {
            field,
            message: `Bỏ “${found}”: phiếu này không nêu tên người, điện thoại, thư điện tử. Viết “chủ quán”, “cô giáo”, “một hộ”.`,
          },
        ];
  });

/** Someone points at a practice that others could learn from; the unit there is asked to look. No names, no account. */
export const chiRa = {
  id: 'chi-ra',
  version: '1',
  path: '/chi-ra/',
  title: 'Ở chỗ tôi có một cách làm hay',
  name: 'Chỉ ra cách làm hay',
  choice: { under: 'ask', label: 'Chỉ ra một cách làm hay ở nơi mình sống' },
  table: { name: 'Chỉ ra', unit: 'Đơn vị nơi đó', states: 'tip' },
  forWhom: 'Cho mọi người dân thấy một cách làm đáng để nơi khác học.',
  lead: 'Ba câu, không cần tài khoản, không nêu tên ai. Đơn vị nơi đó được nhờ xem và đề cử.',
  atHand: ['Nơi có cách làm ấy, và điều bạn thấy.'],
  isNomination: false,
  isHiddenWhileClosed: true,
  send: 'Gửi đi',
  schema: z.object(shape).check(acrossFields(namedMistakes)),
  consentVersion,
  sections: [
    { title: 'Cách làm hay', fields: Object.keys(tipFields) },
    {
      title: 'Trước khi gửi',
      lead: 'Hai ô này cần đánh dấu.',
      fields: Object.keys(consents),
    },
  ],
} as const satisfies FormDefinition<typeof shape>;
