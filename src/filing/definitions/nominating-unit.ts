import { unitGroups, units, unlistedUnits } from '../../vocabulary/units.ts';
import type { FieldError } from '../submission.ts';
import { oneOf } from './choice-fields.ts';
import { optionalEmail, optionalPhone } from './contact-fields.ts';
import type { FormTable } from './form.ts';
import { optionalName, text } from './text-fields.ts';

const groupLabels = new Map(unitGroups.map((group) => [group.id, group.label]));

const choices = [...units, ...unlistedUnits].map((unit) => ({
  value: unit.code,
  label: unit.name,
  group: groupLabels.get(unit.group) ?? 'Khác',
}));

/** Who files a form, and whom to answer; `label` is what the unit is in it: “Đơn vị đề cử”. */
export const senderFields = (label: string) => ({
  unitCode: oneOf({
    label,
    heading: 'Mã đơn vị',
    control: 'select',
    choices,
    ofUnits: true,
    hint: 'Không thấy tên đơn vị? Chọn mục “Khác” ở cuối danh sách.',
  }),
  unitName: optionalName({
    label: 'Tên đơn vị, nếu không có trong danh sách',
    max: 200,
    autocomplete: 'organization',
    onlyWhen: { field: 'unitCode', is: unlistedUnits.map((unit) => unit.code) },
    hint: 'Chỉ ghi khi ở trên chọn “Doanh nghiệp, hợp tác xã” hoặc “Khác”.',
  }),
  contactName: text({ label: 'Người liên hệ', max: 100, autocomplete: 'name' }),
  contactTitle: optionalName({
    label: 'Chức vụ của người liên hệ',
    heading: 'Chức vụ',
    max: 150,
    autocomplete: 'organization-title',
  }),
  contactEmail: optionalEmail({
    label: 'Thư điện tử',
    hint: 'Ghi ít nhất một trong hai: thư điện tử (nên dùng thư công vụ, nếu có) hoặc điện thoại.',
  }),
  contactPhone: optionalPhone({ label: 'Điện thoại', hint: 'Bỏ trống được nếu đã ghi thư điện tử.' }),
});

/** Part A of every nomination: the nominating unit and its contact. */
export const nominatingUnitFields = {
  ...senderFields('Đơn vị đề cử'),
  clusterName: optionalName({
    label: 'Cụm, khối thi đua',
    max: 200,
    hint: 'Nếu đơn vị thuộc một cụm hoặc khối.',
  }),
};

/** Part A on the page. */
export const nominatingUnitSection = { title: 'Đơn vị đề cử', fields: Object.keys(nominatingUnitFields) };

const unlistedCodes: readonly unknown[] = unlistedUnits.map((unit) => unit.code);

/** Rules across the fields of the sender. */
export function senderMistakes(filed: Record<string, unknown>): FieldError[] {
  const mistakes: FieldError[] = [];
  if (unlistedCodes.includes(filed.unitCode) && filed.unitName === undefined) {
    mistakes.push({ field: 'unitName', message: 'Ghi tên đơn vị.' });
  }
  if (filed.contactEmail === undefined && filed.contactPhone === undefined) {
    mistakes.push({
      field: 'contactEmail',
      message: 'Ghi thư điện tử hoặc điện thoại để Sở Nội vụ trả lời được.',
    });
  }
  return mistakes;
}

/** Where nominations of every kind become rows. */
export const nominationTable = {
  name: 'Đề cử',
  unit: 'Đơn vị đề cử',
  states: 'nomination',
} as const satisfies FormTable;
