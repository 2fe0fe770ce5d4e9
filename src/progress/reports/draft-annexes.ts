import type { Paragraph, Table } from 'docx';
import { bookmarked, paragraph, paragraphs } from '../../filing/dossier/paragraphs.ts';
import { ruledTable } from '../../filing/dossier/tables.ts';
import { shortDay } from '../coverage/words.ts';
import type { ReportSources } from './draft-report.ts';
import { figures, type RollUp, sumOf } from './roll-up.ts';

const names: Readonly<Record<string, string>> = {
  'ke-hoach': 'Phụ lục 1',
  'so-lieu': 'Phụ lục 2',
  'con-thieu': 'Phụ lục 3',
  'kho-khan': 'Phụ lục 4',
  'kien-nghi': 'Phụ lục 5',
};

/** How the text calls a table: `so-lieu-2026` → “Phụ lục 2, năm 2026”. */
export function annexOf(id: string): string {
  const [, base = id, year] = /^(.*?)(?:-(\d{4}))?$/.exec(id) ?? [];
  return `${names[base] ?? base}${year ? `, năm ${year}` : ''}`;
}

const caption = (id: string, what: string, isFirst = false) =>
  bookmarked(id, `${annexOf(id)}. ${what}`, isFirst);
const number = (value: number | null) => (value === null ? '' : value.toLocaleString('vi'));
const dayOf = (day: string | null) => (day ? shortDay(day) : '');
const none = paragraph('Không có.');

function issued({ lines }: ReportSources): (Paragraph | Table)[] {
  const rows = lines.map(({ unit, plan, criteria, shownPlan }, at) => [
    String(at + 1),
    unit.name,
    plan.is === 'there' ? dayOf(plan.filedOn ?? plan.confirmedOn) : 'Chưa có',
    criteria.is === 'there' ? 'Có' : '',
    shownPlan?.number ?? '',
  ]);
  const columns = [
    { title: 'TT', widthMm: 12, centred: true },
    { title: 'Đơn vị', widthMm: 75 },
    { title: 'Kế hoạch, ngày nhận', widthMm: 28, centred: true },
    { title: 'Tiêu chí riêng', widthMm: 20, centred: true },
    { title: 'Số kế hoạch', widthMm: 30 },
  ];
  return [caption('ke-hoach', 'Kế hoạch, tiêu chí của đơn vị', true), ruledTable(columns, rows)];
}

function figuresOf({ year, rows, doubled }: RollUp): (Paragraph | Table)[] {
  const table = rows.map((row, at) => [
    String(at + 1),
    row.name,
    dayOf(row.filedOn ?? row.confirmedOn),
    ...figures.map(({ id }) => number(row[id])),
  ]);
  const sums = ['', 'Cộng', '', ...figures.map(({ id }) => number(sumOf(rows, id).total))];
  const columns = [
    { title: 'TT', widthMm: 12, centred: true },
    { title: 'Đơn vị', widthMm: 57 },
    { title: 'Ngày nhận', widthMm: 24, centred: true },
    ...figures.map(({ name }) => ({ title: name, widthMm: 18, centred: true })),
  ];
  const note =
    doubled.length > 0
      ? [paragraph(`Có hơn một báo cáo được xác nhận, tính bản sau cùng: ${doubled.join('; ')}.`)]
      : [];
  return [
    caption(`so-lieu-${year}`, 'Số liệu theo báo cáo của đơn vị; ô trống là đơn vị không ghi số'),
    ...(rows.length > 0 ? [ruledTable(columns, [...table, sums])] : [none]),
    ...note,
  ];
}

const missingOf = ({ year, missing }: RollUp): (Paragraph | Table)[] => [
  caption(`con-thieu-${year}`, 'Đơn vị chưa có báo cáo được xác nhận'),
  ...(missing.length > 0
    ? [
        ruledTable(
          [
            { title: 'TT', widthMm: 12, centred: true },
            { title: 'Đơn vị', widthMm: 153 },
          ],
          missing.map(({ name }, at) => [String(at + 1), name]),
        ),
      ]
    : [none]),
];

function wordsOf(
  { years }: ReportSources,
  field: 'difficulties' | 'proposals',
  id: string,
  what: string,
): (Paragraph | Table)[] {
  const said = years.flatMap(({ year, rows }) =>
    rows.flatMap((row) => {
      const text = row[field];
      return text === null ? [] : [{ head: years.length > 1 ? `${row.name}, ${year}` : row.name, text }];
    }),
  );
  return [
    caption(id, what),
    ...(said.length > 0
      ? said.flatMap(({ head, text }) => [paragraph(head, { bold: true }), ...paragraphs(text)])
      : [none]),
  ];
}

/** The tables to which the numbers of a draft report lead, and what units wrote of difficulties and proposals. */
export const annexes = (sources: ReportSources): (Paragraph | Table)[] => [
  ...issued(sources),
  ...sources.years.flatMap(figuresOf),
  ...sources.years.flatMap(missingOf),
  ...wordsOf(sources, 'difficulties', 'kho-khan', 'Khó khăn, vướng mắc, theo lời đơn vị'),
  ...wordsOf(sources, 'proposals', 'kien-nghi', 'Đề xuất, kiến nghị, theo lời đơn vị'),
];
