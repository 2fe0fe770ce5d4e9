import type { CountTable } from '../../gallery/award-statistics/count.ts';
import type { SheetToWrite } from '../../platform/spreadsheet/sheet-to-write.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.ts';
import type { SheetFile, StaffSheet } from '../staff-pages/sheet.ts';
import type { StatisticsYear } from './years.ts';

const shown = new Intl.NumberFormat('vi-VN');
const titleOf = ({ form, caption }: CountTable) => (form === null ? caption : `Biểu ${form}: ${caption}`);

/** What every reader of these tables must know. */
function notesOf({ year, said }: StatisticsYear): string[] {
  const basis =
    said.basis === ''
      ? 'Biểu lấy theo Thông tư 02/2023/TT-BNV như nguồn đã đọc; Sở Nội vụ chưa xác nhận văn bản còn hiệu lực và mẫu biểu đúng. Ghi vào cột “Căn cứ biểu mẫu” khi đã đối chiếu.'
      : `Căn cứ biểu mẫu: ${said.basis}`;
  return [
    basis,
    `Tính từ bảng “Điển hình”: mọi hàng có số quyết định, kể cả hàng chưa công bố, theo năm ${year} của ngày ký quyết định (không có ngày thì theo cột “Năm”).`,
    'Mỗi “Mã” đếm một lần: hàng chép trùng mã không đếm. Quyết định bị thu hồi, hàng không phải một lần khen: đánh dấu cột “Thống kê: không tính”. Hàng “Gỡ bỏ” vẫn đếm nếu không đánh dấu.',
    'Biểu 0601.N đếm kế hoạch gửi bằng phiếu (trừ phiếu đã rút) theo ngày nhận, và kế hoạch bản giấy mà cán bộ ghi thành hàng ở bảng “Kế hoạch đơn vị” rồi chọn “Đã xác nhận”, theo “Nhận lúc”.',
    'Ô “chưa ghi” là số hàng mà cột “Thống kê: …” còn trống. Trang không đoán và không chia số này vào các ô khác.',
    'Khen thưởng ngoài phong trào này không có trong bảng “Điển hình” nên không có trong biểu.',
  ];
}

const headOf = ({ year, said }: StatisticsYear): [string, string][] => [
  ['Năm', String(year)],
  ['Đơn vị báo cáo', said.reporter || '[điền: đơn vị báo cáo]'],
  ['Đơn vị nhận báo cáo', said.receiver || '[điền: đơn vị nhận báo cáo]'],
];

/** Name of the file of a year. */
export const workbookName = ({ year }: Pick<StatisticsYear, 'year'>): string => `bieu-thong-ke-${year}.xlsx`;

interface TurnedTable {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly [name: string, ...counts: number[]])[];
}

/** Many columns become rows: a phone, a screen and a sheet of paper show each figure beside its name. */
function turned(table: CountTable): TurnedTable {
  const [, ...names] = table.columns;
  const caption = titleOf(table);
  if (names.length <= 6) return { caption, columns: table.columns, rows: table.rows };
  return {
    caption,
    columns: ['Được khen', ...table.rows.map(([name]) => name)],
    rows: names.map((name, at) => [name, ...table.rows.map(([, ...counts]) => counts[at] ?? 0)]),
  };
}

const onPage = ({ caption, columns, rows }: TurnedTable) => ({
  caption,
  columns,
  rows: rows.map(([name, ...counts]) => [name, ...counts.map((count) => shown.format(count))]),
});

/** The private page of the tables of a year; `path` is its address, below which the file is, `rollUp` that of the reports. */
export const statisticsSheet = (
  year: StatisticsYear,
  tables: readonly CountTable[],
  path: string,
  rollUp: string,
): StaffSheet => ({
  title: `Biểu thống kê khen thưởng năm ${year.year}`,
  lead: 'Tính lại mỗi lần mở trang, từ những gì cán bộ đã ghi ở bảng “Điển hình”.',
  links: [
    { text: 'Tải tệp .xlsx', href: `${path}${workbookName(year)}` },
    { text: 'Tổng hợp báo cáo năm, đơn vị còn thiếu, dự thảo báo cáo', href: rollUp },
  ],
  facts: headOf(year),
  notes: notesOf(year),
  tables: tables.map((table) => onPage(turned(table))),
});

function sheetOf(table: CountTable, year: StatisticsYear, at: number): SheetToWrite {
  const { columns, rows } = turned(table);
  const [facts, notes] = [headOf(year), notesOf(year)];
  const from = facts.length + 1;
  return {
    name: table.form === null ? `Bảng ${at + 1}` : `Biểu ${table.form}`,
    widths: [52, ...columns.slice(1).map(() => 22)],
    rows: [
      [titleOf(table)],
      ...facts.map(([name, value]) => [`${name}: ${value}`]),
      columns,
      ...rows,
      ...notes.map((note) => [note]),
    ],
    table: { from, to: from + rows.length },
    quietRows: notes.map((_, index) => from + 1 + rows.length + index),
  };
}

/** The same tables as a workbook. */
export const statisticsWorkbook = (year: StatisticsYear, tables: readonly CountTable[]): SheetFile => ({
  body: writeWorkbook(tables.map((table, at) => sheetOf(table, year, at))),
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  name: workbookName(year),
});
