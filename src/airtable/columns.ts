import { adoptionStates, nominationStates } from '../schemas/states.ts';
import { storyKindNames, storyStates } from '../schemas/story.ts';
import { awardForms, criteria, criteriaGroups, occasions, strands } from '../schemas/taxonomy.ts';
import { unitGroups } from '../schemas/units.ts';
import { answer, choice, lines, monthOf, named, period, unitKind, unitName } from './answers.ts';
import type { Column, Table } from './column.ts';

// Which column of the base is which field of the code: here and nowhere else.

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
const clauseIds = [...strands, ...criteria].map(({ id }) => id);

/** The column that staff move a submission with. */
export const stateColumn = 'Trạng thái';

/** What staff alone write: how far a submission is, and what is still wanted. */
const review = (options: readonly { airtable: string }[]): Column[] => [
  {
    name: stateColumn,
    type: 'singleSelect',
    choices: options.map(({ airtable }) => airtable),
    field: 'state',
  },
  { name: 'Hướng dẫn bổ sung', type: 'multilineText', field: 'guidance' },
];

const unitKindColumn: Column = {
  name: 'Loại đơn vị',
  type: 'singleSelect',
  choices: unitGroups.map(({ label }) => label),
  cell: unitKind,
};

const contact: Column[] = [
  { name: 'Người liên hệ', type: 'singleLineText', cell: answer('contactName') },
  { name: 'Chức vụ', type: 'singleLineText', cell: answer('contactTitle') },
  { name: 'Thư điện tử', type: 'email', cell: answer('contactEmail') },
  { name: 'Điện thoại', type: 'phoneNumber', cell: answer('contactPhone') },
];

const versions: Column[] = [
  { name: 'Phiên bản đồng ý', type: 'singleLineText', cell: ({ consentVersion }) => consentVersion },
  {
    name: 'Phiên bản phiếu',
    type: 'singleLineText',
    cell: ({ form, formVersion }) => `${form} ${formVersion}`,
  },
  { name: 'Nhận lúc', type: 'dateTime', cell: ({ receivedAt }) => receivedAt.toISOString() },
];

const nominations: Table = {
  name: 'Đề cử',
  mergeColumn: 'Mã hồ sơ',
  columns: [
    { name: 'Mã hồ sơ', type: 'singleLineText', cell: ({ code }) => code, field: 'code' },
    { name: 'Loại', type: 'singleSelect', choices: ['Tập thể', 'Cá nhân', 'Mô hình'], cell: () => 'Tập thể' },
    ...review(nominationStates),
    { name: 'Đơn vị đề cử', type: 'singleLineText', cell: unitName },
    { name: 'Mã đơn vị', type: 'singleLineText', cell: answer('unitCode') },
    unitKindColumn,
    { name: 'Đối tượng', type: 'singleLineText', cell: answer('name') },
    { name: 'Loại tập thể', type: 'singleLineText', cell: choice('kind') },
    {
      name: 'Nhóm tiêu chí',
      type: 'singleSelect',
      choices: names(criteriaGroups),
      cell: named('criteriaGroup', criteriaGroups),
    },
    {
      name: 'Nội dung thi đua',
      type: 'multipleSelects',
      choices: names(strands),
      cell: named('strands', strands),
    },
    { name: 'Tiêu chí', type: 'multipleSelects', choices: clauseIds, cell: answer('criteria') },
    { name: 'Sơ lược', type: 'multilineText', cell: answer('summary') },
    { name: 'Thành tích', type: 'multilineText', cell: answer('achievements') },
    { name: 'Thời gian đạt thành tích', type: 'singleLineText', cell: period },
    { name: 'Chỉ số trước và sau', type: 'multilineText', cell: lines('indicators') },
    { name: 'Số người', type: 'number', cell: answer('size') },
    { name: 'Tỷ lệ nữ (%)', type: 'number', cell: answer('womenShare') },
    { name: 'Khen thưởng đã nhận', type: 'multilineText', cell: lines('priorAwards') },
    { name: 'Thành tích này đã được khen thưởng', type: 'singleLineText', cell: choice('sameAchievement') },
    { name: 'Quyết định đã khen thưởng', type: 'multilineText', cell: answer('sameAchievementDecision') },
    {
      name: 'Hình thức đề nghị',
      type: 'singleSelect',
      choices: names(awardForms),
      cell: named('suggestedAward', awardForms),
    },
    ...contact,
    { name: 'Cụm, khối thi đua', type: 'singleLineText', cell: answer('clusterName') },
    { name: 'Cam kết của đơn vị', type: 'checkbox', cell: answer('attest') },
    { name: 'Đồng ý của người liên hệ', type: 'checkbox', cell: answer('contactConsent') },
    { name: 'Đồng ý của người được đề cử', type: 'checkbox', cell: answer('nomineeConsent') },
    { name: 'Đã biết nơi lưu dữ liệu', type: 'checkbox', cell: answer('storageNotice') },
    { name: 'Đồng ý công khai', type: 'checkbox', cell: answer('publicConsent') },
    ...versions,
  ],
};

const adoptions: Table = {
  name: 'Áp dụng',
  mergeColumn: 'Mã hồ sơ',
  columns: [
    { name: 'Mã hồ sơ', type: 'singleLineText', cell: ({ code }) => code, field: 'code' },
    ...review(adoptionStates),
    { name: 'Mã mô hình', type: 'singleLineText', cell: answer('model'), field: 'model' },
    { name: 'Đơn vị áp dụng', type: 'singleLineText', cell: unitName, field: 'unitName' },
    { name: 'Mã đơn vị', type: 'singleLineText', cell: answer('unitCode'), field: 'unitCode' },
    unitKindColumn,
    { name: 'Áp dụng từ', type: 'singleLineText', cell: monthOf('since'), field: 'since' },
    { name: 'Cách áp dụng', type: 'multilineText', cell: answer('adapted') },
    { name: 'Kết quả đến nay', type: 'multilineText', cell: answer('result'), field: 'result' },
    { name: 'Kết quả công khai', type: 'multilineText', field: 'publicResult' },
    { name: 'Chỉ số trước và sau', type: 'multilineText', cell: lines('indicators'), field: 'indicators' },
    ...contact,
    { name: 'Cam kết của đơn vị', type: 'checkbox', cell: answer('attest') },
    { name: 'Đồng ý của người liên hệ', type: 'checkbox', cell: answer('contactConsent') },
    { name: 'Đã biết nơi lưu dữ liệu', type: 'checkbox', cell: answer('storageNotice') },
    { name: 'Đồng ý công khai', type: 'checkbox', cell: answer('publicConsent'), field: 'consent' },
    ...versions,
  ],
};

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
export const tables = { nominations, adoptions, stories } as const satisfies Record<string, Table>;

/** Form → the table in which its submissions are rows. */
export const tableOfForm: Readonly<Record<string, Table>> = {
  'de-cu-tap-the': nominations,
  'ap-dung': adoptions,
};
