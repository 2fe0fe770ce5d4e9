import { apDung } from '../../filing/definitions/ap-dung.ts';
import { baoCaoNam } from '../../filing/definitions/bao-cao-nam.ts';
import { deCuCaNhan } from '../../filing/definitions/de-cu-ca-nhan.ts';
import { deCuMoHinh } from '../../filing/definitions/de-cu-mo-hinh.ts';
import { deCuTapThe } from '../../filing/definitions/de-cu-tap-the.ts';
import { keHoachDonVi } from '../../filing/definitions/ke-hoach-don-vi.ts';
import { phanHoi } from '../../filing/definitions/phan-hoi.ts';
import { feedbackStates, nominationStates, reportStates } from '../../filing/states.ts';
import { storyKindNames, storyStates } from '../../gallery/story.ts';
import { awardForms, criteriaGroups, occasions, strands } from '../../vocabulary/taxonomy.ts';
import { unitGroups } from '../../vocabulary/units.ts';
import { answer, clauseIds, unitKind, unitName } from './answers.ts';
import type { Column, Table } from './column.ts';
import { tableOfForms } from './form-columns.ts';
import { stateColumn } from './state-column.ts';

// Which column of the base is which field of the code: here and nowhere else.

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

/** Who filed, as staff read it. */
const unitColumns = (label: string): Column[] => [
  { name: label, type: 'singleLineText', cell: unitName },
  { name: 'Mã đơn vị', type: 'singleLineText', cell: answer('unitCode') },
  {
    name: 'Loại đơn vị',
    type: 'singleSelect',
    choices: unitGroups.map(({ label: group }) => group),
    cell: unitKind,
  },
];

const kindOfForm: Readonly<Record<string, string>> = {
  [deCuTapThe.id]: 'Tập thể',
  [deCuCaNhan.id]: 'Cá nhân',
  [deCuMoHinh.id]: 'Mô hình',
};

/** What staff should look at twice: written anew with each delivery, so that a warning that no longer holds goes. */
const warningsColumn: Column = {
  name: 'Cảnh báo',
  type: 'multilineText',
  isAlways: true,
  cell: ({ warnings, revision }) => (warnings.length > 0 || revision > 0 ? warnings.join('\n') : undefined),
};

const nominations = tableOfForms({
  name: 'Đề cử',
  forms: [deCuTapThe, deCuCaNhan, deCuMoHinh],
  states: nominationStates,
  first: [
    warningsColumn,
    {
      name: 'Loại',
      type: 'singleSelect',
      choices: Object.values(kindOfForm),
      cell: ({ form }) => kindOfForm[form],
    },
    ...unitColumns('Đơn vị đề cử'),
  ],
});

const adoptions = tableOfForms({
  name: 'Áp dụng',
  forms: [apDung],
  states: reportStates,
  first: unitColumns('Đơn vị áp dụng'),
  last: [{ name: 'Kết quả công khai', type: 'multilineText' }],
  readBack: {
    'Mã mô hình': 'model',
    'Đơn vị áp dụng': 'unitName',
    'Mã đơn vị': 'unitCode',
    'Áp dụng từ': 'since',
    'Kết quả đến nay': 'result',
    'Kết quả công khai': 'publicResult',
    'Chỉ số trước và sau': 'indicators',
    'Đồng ý công khai': 'consent',
  },
});

const unitPlans = tableOfForms({
  name: 'Kế hoạch đơn vị',
  forms: [keHoachDonVi],
  states: reportStates,
  first: unitColumns('Đơn vị ban hành'),
});

const yearlyReports = tableOfForms({
  name: 'Báo cáo năm',
  forms: [baoCaoNam],
  states: reportStates,
  first: unitColumns('Đơn vị báo cáo'),
});

const feedback = tableOfForms({
  name: 'Phản hồi',
  forms: [phanHoi],
  states: feedbackStates,
  first: unitColumns('Đơn vị gửi'),
});

const stories: Table = {
  name: 'Điển hình',
  mergeColumn: 'Mã',
  columns: [
    { name: 'Mã', type: 'singleLineText', field: 'id' },
    { name: 'Loại', type: 'singleSelect', choices: Object.values(storyKindNames), field: 'kind' },
    { name: 'Tên', type: 'singleLineText', field: 'name' },
    { name: 'Tóm tắt', type: 'multilineText', field: 'summary' },
    { name: 'Nội dung', type: 'richText', field: 'body' },
    { name: 'Mã đơn vị', type: 'singleLineText', field: 'unitCode' },
    { name: 'Tên đơn vị', type: 'singleLineText', field: 'unitName' },
    { name: 'Nhóm tiêu chí', type: 'singleSelect', choices: names(criteriaGroups), field: 'criteriaGroup' },
    { name: 'Nội dung thi đua', type: 'multipleSelects', choices: names(strands), field: 'strands' },
    { name: 'Tiêu chí', type: 'multipleSelects', choices: clauseIds, field: 'clauses' },
    { name: 'Năm', type: 'number', field: 'year' },
    { name: 'Dịp', type: 'singleSelect', choices: names(occasions), field: 'occasion' },
    { name: 'Hình thức khen thưởng', type: 'singleSelect', choices: names(awardForms), field: 'awardForm' },
    { name: 'Số quyết định', type: 'singleLineText', field: 'decisionNumber' },
    { name: 'Ngày quyết định', type: 'date', field: 'decisionDate' },
    { name: 'Cơ quan quyết định', type: 'singleLineText', field: 'decisionBody' },
    { name: 'Trích yếu khen thưởng', type: 'multilineText', field: 'motivation' },
    { name: 'Chỉ số trước và sau', type: 'multilineText', field: 'indicators' },
    { name: 'Liên hệ công khai', type: 'multilineText', field: 'contact' },
    { name: 'Ảnh', type: 'multipleAttachments', field: 'photos' },
    { name: 'Mô tả ảnh', type: 'multilineText', field: 'photoAlt' },
    { name: 'Chú thích ảnh', type: 'singleLineText', field: 'photoCaption' },
    { name: 'Nguồn ảnh', type: 'singleLineText', field: 'photoCredit' },
    { name: 'Đính chính', type: 'multilineText', field: 'corrections' },
    { name: 'Đường dẫn', type: 'singleLineText', field: 'wishedSlug' },
    { name: 'Đồng ý công khai', type: 'checkbox', field: 'consent' },
    { name: stateColumn, type: 'singleSelect', choices: names(storyStates), field: 'state' },
    { name: 'Công bố từ', type: 'dateTime', field: 'publishFrom' },
    { name: 'Lý do gỡ', type: 'multilineText', field: 'withdrawnReason' },
    { name: 'Mã hồ sơ', type: 'singleLineText', field: 'submissionCode' },
  ],
};

/** The tables of the base. */
export const tables = {
  nominations,
  adoptions,
  unitPlans,
  yearlyReports,
  feedback,
  stories,
} as const satisfies Record<string, Table>;

/** Form → the table in which its submissions are rows. */
export const tableOfForm: Readonly<Record<string, Table>> = {
  [deCuTapThe.id]: nominations,
  [deCuCaNhan.id]: nominations,
  [deCuMoHinh.id]: nominations,
  [apDung.id]: adoptions,
  [keHoachDonVi.id]: unitPlans,
  [baoCaoNam.id]: yearlyReports,
  [phanHoi.id]: feedback,
};
