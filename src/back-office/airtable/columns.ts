import { apDung } from '../../filing/definitions/ap-dung.ts';
import { baoCaoNam } from '../../filing/definitions/bao-cao-nam.ts';
import { keHoachDonVi } from '../../filing/definitions/ke-hoach-don-vi.ts';
import { type Form, forms } from '../../filing/definitions/registry.ts';
import { feedbackStates, nominationStates, reportStates, tipStates } from '../../filing/states.ts';
import { unitGroups } from '../../vocabulary/units.ts';
import { awardDecisions } from './award-table.ts';
import { answer, unitKind, unitName } from './answers.ts';
import type { Column, Table } from './column.ts';
import { type FormTableOptions, tableOfForms } from './form-columns.ts';
import { operations } from './operations-table.ts';
import { publicAnswerColumns } from './question-columns.ts';
import { settingsTables } from './settings-tables.ts';
import { storyOfNomination } from './nomination-columns.ts';
import { statistics } from './statistics-table.ts';
import { stories } from './story-table.ts';
import { releaseColumn, releases } from './releases-table.ts';
import { lettersColumn, whyColumn } from './why-column.ts';

// The only place that maps columns of the base to fields of the code, with story-table.ts and nomination-columns.ts.

/** The columns that tell staff who filed. */
const unitColumns = (label: string): Column[] => [
  {
    name: label,
    type: 'singleLineText',
    cell: unitName,
    description: 'Tên đơn vị gửi phiếu, như đơn vị đã ghi.',
  },
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

/** The column for what staff answer at the end of a case; the holder of the receipt key reads it then. */
const replyColumn = (name: string, description: string): Column => ({
  name,
  type: 'multilineText',
  field: 'reply',
  description,
});

/** Columns beside the answers: what staff see first, what staff write, and what the sync reads back. */
const additions: Readonly<Record<string, Partial<Pick<FormTableOptions, 'first' | 'last' | 'readBack'>>>> = {
  'Đề cử': {
    first: [
      warningsColumn,
      ...storyOfNomination,
      releaseColumn(
        'Tên của đợt ở bảng “Đợt công bố”. Ghi ô này trước, rồi mới chọn “Trạng thái”: quyết định chờ đến giờ của đợt, trước đó đơn vị chưa thấy gì.',
      ),
      replyColumn(
        'Để lần sau mạnh hơn',
        'Khi trạng thái là “Không đủ điều kiện”, đơn vị đọc cột này ở trang tra cứu: cần thêm gì để lần đề cử sau mạnh hơn.',
      ),
    ],
  },
  'Phản hồi': {
    first: [
      replyColumn(
        'Trả lời',
        'Khi trạng thái là “Đã trả lời”, người gửi đọc cột này ở trang tra cứu, mở bằng địa chỉ biên nhận.',
      ),
      ...publicAnswerColumns,
    ],
    readBack: { 'Đồng ý đăng ở Hỏi đáp': 'agreed' },
  },
  'Áp dụng': {
    last: [
      { name: 'Kết quả công khai', type: 'multilineText' },
      {
        name: 'Chỗ làm khác (công khai)',
        type: 'multilineText',
        description:
          'Đơn vị đã sửa gì so với nơi làm đầu tiên. Hiện trên trang của mô hình; chỉ ghi khi đơn vị đồng ý đăng câu này.',
      },
    ],
    readBack: {
      'Mã mô hình': 'model',
      'Đơn vị áp dụng': 'unitName',
      'Mã đơn vị': 'unitCode',
      'Áp dụng từ': 'since',
      'Kết quả đến nay': 'result',
      'Kết quả công khai': 'publicResult',
      'Chỗ làm khác (công khai)': 'changed',
      'Chỉ số trước và sau': 'indicators',
      'Đồng ý công khai': 'consent',
    },
  },
  'Xin sửa': {
    first: [
      replyColumn(
        'Lời đính chính',
        'Lời trang đăng ở bài khi chọn “Đã xác nhận”. Để trống thì trang đăng đúng lời đơn vị xin. Không nhận thì chọn “Không đủ điều kiện” và ghi lý do ở “Hướng dẫn bổ sung”.',
      ),
    ],
  },
  'Góp ý': {
    first: [
      replyColumn(
        'Trả lời',
        'Người góp ý đọc ở trang tra cứu, mở bằng địa chỉ biên nhận, khi chọn “Đã trả lời”.',
      ),
    ],
  },
  'Kế hoạch đơn vị': {
    readBack: {
      'Đơn vị ban hành': 'unitName',
      'Mã đơn vị': 'unitCode',
      'Số, ký hiệu kế hoạch': 'number',
      'Ngày ban hành': 'issuedOn',
      'Trích yếu': 'title',
      'Tiêu chí riêng': 'ownCriteria',
      'Địa chỉ đăng văn bản': 'link',
      'Đồng ý công khai': 'consent',
      'Nhận lúc': 'receivedAt',
    },
  },
  'Báo cáo năm': {
    readBack: {
      'Đơn vị báo cáo': 'unitName',
      'Mã đơn vị': 'unitCode',
      'Năm báo cáo': 'year',
      'Tình hình tổ chức thực hiện': 'carriedOut',
      'Kết quả': 'results',
      'Chỉ số trước và sau': 'indicators',
      'Số mô hình, giải pháp mới': 'models',
      'Số mô hình của nơi khác đã áp dụng': 'adopted',
      'Số tập thể đã khen thưởng': 'awardedCollectives',
      'Số cá nhân đã khen thưởng': 'awardedPersons',
      'Khó khăn, vướng mắc': 'difficulties',
      'Đề xuất, kiến nghị': 'proposals',
      'Phương hướng, nhiệm vụ năm sau': 'nextYear',
      'Nhận lúc': 'receivedAt',
    },
  },
};

const statesOf = {
  nomination: nominationStates,
  report: reportStates,
  feedback: feedbackStates,
  tip: tipStates,
};

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
  const { states } = first.table;
  const unit = 'unit' in first.table ? first.table.unit : undefined;
  const { first: leading = [], ...rest } = additions[name] ?? {};
  const ofUnit = unit === undefined ? [] : unitColumns(unit);
  const columns = [whyColumn, lettersColumn, ...leading, ...kindColumns(sharing), ...ofUnit];
  return tableOfForms({ name, forms: sharing, states: statesOf[states], first: columns, ...rest });
}

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

/** The tables of what units issued and reported. The sync reads their cells back for coverage and the roll-up. */
export const filingTables = [keHoachDonVi, baoCaoNam].map((form) => ({
  form: form.id,
  table: tableFor(form.table.name, [form]),
}));

const readWhole: readonly string[] = [adoptions, ...filingTables.map(({ table }) => table)].map(
  ({ name }) => name,
);

/** Tables from which the sync reads only staff decisions; nominations first. */
export const decisionTables: readonly Table[] = formTables.flatMap(({ table }) =>
  readWhole.includes(table.name) ? [] : [table],
);

/** All tables of the base. */
export const tables: readonly Table[] = [
  ...formTables.map(({ table }) => table),
  stories,
  releases,
  operations,
  ...settingsTables,
  awardDecisions,
  statistics,
];
