import { apDung } from '../../filing/definitions/ap-dung.ts';
import { type Form, forms } from '../../filing/definitions/registry.ts';
import { feedbackStates, nominationStates, reportStates } from '../../filing/states.ts';
import { storyKindNames, storyStages, storyStates } from '../../gallery/story.ts';
import { awardForms, criteriaGroups, occasions, strands } from '../../vocabulary/taxonomy.ts';
import { unitGroups } from '../../vocabulary/units.ts';
import { answer, clauseIds, unitKind, unitName } from './answers.ts';
import type { Column, Table } from './column.ts';
import { type FormTableOptions, tableOfForms } from './form-columns.ts';
import { settingsTables } from './settings-tables.ts';
import { stateColumn } from './state-column.ts';
import { described } from './story-descriptions.ts';
import { whyColumn } from './why-column.ts';

// The only place that maps columns of the base to fields of the code.

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

/** The columns that tell staff who filed. */
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

/** Warnings for staff. Every delivery writes them again, so an outdated warning disappears. */
const warningsColumn: Column = {
  name: 'Cảnh báo',
  type: 'multilineText',
  isAlways: true,
  cell: ({ warnings, revision }) => (warnings.length > 0 || revision > 0 ? warnings.join('\n') : undefined),
};

/** Columns beside the answers: what staff see first, what staff write, and what the sync reads back. */
const additions: Readonly<Record<string, Partial<Pick<FormTableOptions, 'first' | 'last' | 'readBack'>>>> = {
  'Đề cử': { first: [warningsColumn] },
  'Áp dụng': {
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
  },
};

const statesOf = { nomination: nominationStates, report: reportStates, feedback: feedbackStates };

/** The column that tells apart the forms that share a table. */
function kindColumns(sharing: readonly Form[]): Column[] {
  const kinds = new Map<string, string>(
    sharing.flatMap(({ id, table }) => ('kind' in table ? [[id, table.kind] as const] : [])),
  );
  if (kinds.size === 0) return [];
  const cell: Column['cell'] = ({ form }) => kinds.get(form);
  return [{ name: 'Loại', type: 'singleSelect', choices: [...kinds.values()], cell }];
}

function tableFor(name: string, sharing: readonly Form[]): Table {
  const [first] = sharing;
  if (!first) throw new RangeError(`No form files into “${name}”.`);
  const { unit, states } = first.table;
  const { first: leading = [], ...rest } = additions[name] ?? {};
  const columns = [whyColumn, ...leading, ...kindColumns(sharing), ...unitColumns(unit)];
  return tableOfForms({ name, forms: sharing, states: statesOf[states], first: columns, ...rest });
}

/** The table of stories that staff publish. */
export const stories: Table = described({
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
    { name: 'Làm theo: chi phí', type: 'multilineText', field: 'cost' },
    { name: 'Làm theo: thời gian', type: 'multilineText', field: 'duration' },
    { name: 'Làm theo: nhân lực', type: 'multilineText', field: 'people' },
    { name: 'Làm theo: điều kiện', type: 'multilineText', field: 'conditions' },
    { name: 'Ảnh', type: 'multipleAttachments', field: 'photos' },
    { name: 'Mô tả ảnh', type: 'multilineText', field: 'photoAlt' },
    { name: 'Chú thích ảnh', type: 'singleLineText', field: 'photoCaption' },
    { name: 'Nguồn ảnh', type: 'singleLineText', field: 'photoCredit' },
    { name: 'Đính chính', type: 'multilineText', field: 'corrections' },
    { name: 'Đường dẫn', type: 'singleLineText', field: 'wishedSlug' },
    { name: 'Đồng ý công khai', type: 'checkbox', field: 'consent' },
    {
      name: 'Công bố từ',
      type: 'dateTime',
      field: 'publishFrom',
      description: 'Ngày giờ lên trang của bài “Hẹn giờ”. Ghi ô này trước, rồi mới chọn “Trạng thái”.',
    },
    {
      name: stateColumn,
      type: 'singleSelect',
      choices: names(storyStates),
      field: 'state',
      description:
        'Công bố: lên trang ngay. Hẹn giờ: lên trang lúc ghi ở “Công bố từ”. Gỡ bỏ: gỡ khỏi trang, kèm “Lý do gỡ”. Trạng thái khác: chưa ai thấy.',
    },
    { name: 'Lý do gỡ', type: 'multilineText', field: 'withdrawnReason' },
    { name: 'Mã hồ sơ', type: 'singleLineText', field: 'submissionCode' },
    {
      name: 'Trên trang',
      type: 'singleSelect',
      choices: Object.values(storyStages),
      told: 'onSite',
      description: 'Trang tự ghi: bài đang ở đâu. Không sửa cột này.',
    },
    whyColumn,
    {
      name: 'Địa chỉ',
      type: 'url',
      told: 'address',
      description: 'Trang tự ghi: địa chỉ của bài, giữ mãi. Không sửa cột này.',
    },
    {
      name: 'Lên trang lúc',
      type: 'dateTime',
      told: 'liveAt',
      description: 'Trang tự ghi: lần đầu bài lên trang. Không sửa cột này.',
    },
  ],
});

/** The table in which staff confirm what the sync holds back, and read what is wrong with the base. */
export const operations: Table = {
  name: 'Vận hành',
  mergeColumn: 'Việc',
  columns: [
    { name: 'Việc', type: 'singleLineText', description: 'Trang tự ghi: việc đang chờ cán bộ.' },
    { name: 'Chi tiết', type: 'multilineText', description: 'Trang tự ghi: chuyện gì xảy ra và cần làm gì.' },
    {
      name: 'Đồng ý',
      type: 'checkbox',
      description: 'Cán bộ đánh dấu khi đúng là muốn vậy; trang làm theo ở lần đồng bộ tới.',
    },
    { name: 'Từ lúc', type: 'dateTime', description: 'Trang tự ghi: việc chờ từ bao giờ.' },
  ],
};

const formTables = [...Map.groupBy(forms, ({ table }) => table.name)].map(([name, sharing]) => ({
  table: tableFor(name, sharing),
  sharing,
}));

/** Form id → the table that holds its submissions. */
export const tableOfForm: Readonly<Record<string, Table>> = Object.fromEntries(
  formTables.flatMap(({ table, sharing }) => sharing.map(({ id }) => [id, table])),
);

/** The table of units that apply a model. The sync reads its cells back for the site. */
export const adoptions = tableFor('Áp dụng', [apDung]);

/** Tables from which the sync reads only staff decisions; nominations first. */
export const decisionTables: readonly Table[] = formTables.flatMap(({ table }) =>
  table.name === adoptions.name ? [] : [table],
);

/** All tables of the base. */
export const tables: readonly Table[] = [
  ...formTables.map(({ table }) => table),
  stories,
  operations,
  ...settingsTables,
];
