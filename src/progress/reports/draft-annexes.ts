import type { Paragraph, Table } from 'docx';
import { annexHead, leadsToTable, paragraph, paragraphs } from '../../filing/dossier/paragraphs.ts';
import { slot } from '../../filing/dossier/slot.ts';
import { ruledTable } from '../../filing/dossier/tables.ts';
import { shortDay } from '../coverage/words.ts';
import { adoptionTable, honourTable } from './applied-tables.ts';
import type { ReportSources } from './draft-report.ts';
import { byKind, figures, type RollUp, sumOf } from './roll-up.ts';

/** Số và ký hiệu of the report. */
export const reportNumber = `${slot('số')}/BC-SNV`;

/** A text of a report has at most one annex of each kind and year of the movement. */
const romans = [
  ...['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'],
  ...['XI', 'XII', 'XIII', 'XIV', 'XV'],
] as const;

const annexIds = ({ years }: Pick<ReportSources, 'years'>): string[] => [
  'ke-hoach',
  ...years.map(({ year }) => `so-lieu-${year}`),
  ...years.map(({ year }) => `con-thieu-${year}`),
  'khen-thuong',
  'nhan-rong',
  'kho-khan',
  'kien-nghi',
];

/** How the text calls an annex: `so-lieu-2026` → “Phụ lục II”. */
export const annexOf = (sources: Pick<ReportSources, 'years'>, id: string): string =>
  `Phụ lục ${romans[annexIds(sources).indexOf(id)] ?? ''}`;

const belongsTo = `Kèm theo Báo cáo số ${reportNumber} ngày ${slot('…')} tháng ${slot('…')} năm ${slot('…')} của Sở Nội vụ`;

const caption = (sources: ReportSources, id: string, what: string) =>
  annexHead(id, annexOf(sources, id), what, belongsTo);
const number = (value: number | null) => (value === null ? '' : value.toLocaleString('vi'));
const dayOf = (day: string | null) => (day ? shortDay(day) : '');
const none = paragraph('Không có.');

function issued(sources: ReportSources): (Paragraph | Table)[] {
  const rows = sources.lines.map(({ unit, plan, criteria, shownPlan }, at) => [
    String(at + 1),
    unit.name,
    plan.is === 'there' ? dayOf(plan.filedOn ?? plan.confirmedOn) : 'Chưa có',
    criteria.is === 'there' ? 'Có' : '',
    shownPlan?.number ?? '',
  ]);
  const columns = [
    { title: 'TT', widthMm: 11, centred: true },
    { title: 'Đơn vị', widthMm: 70 },
    { title: 'Kế hoạch, ngày nhận', widthMm: 27, centred: true },
    { title: 'Tiêu chí riêng', widthMm: 19, centred: true },
    { title: 'Số kế hoạch', widthMm: 38 },
  ];
  return [...caption(sources, 'ke-hoach', 'Kế hoạch, tiêu chí của đơn vị'), ruledTable(columns, rows)];
}

function figuresOf(sources: ReportSources, { year, rows, doubled }: RollUp): (Paragraph | Table)[] {
  const kinds = byKind({ rows });
  const sumRow = (name: string, own: typeof rows) => [
    '',
    name,
    `${own.length} báo cáo`,
    ...figures.map(({ id }) => number(sumOf(own, id).total)),
  ];
  const places = new Map(kinds.flatMap((kind) => kind.rows).map((row, at) => [row, at + 1]));
  const table = kinds.flatMap(({ label, rows: own }) => [
    sumRow(label, own),
    ...own.map((row) => [
      String(places.get(row)),
      row.unitCode === null ? `${row.name} (ngoài danh mục)` : row.name,
      dayOf(row.filedOn ?? row.confirmedOn),
      ...figures.map(({ id }) => number(row[id])),
    ]),
  ]);
  const groups = kinds.map((_, at) =>
    kinds.slice(0, at).reduce((sum, kind) => sum + 1 + kind.rows.length, 0),
  );
  const sums = sumRow('Cộng', rows);
  const columns = [
    { title: 'TT', widthMm: 11, centred: true },
    { title: 'Đơn vị', widthMm: 55 },
    { title: 'Ngày nhận', widthMm: 23, centred: true },
    ...figures.map(({ name }) => ({ title: name, widthMm: 19, centred: true })),
  ];
  const note =
    doubled.length > 0
      ? [paragraph(`Có hơn một báo cáo được xác nhận, tính bản sau cùng: ${doubled.join('; ')}.`)]
      : [];
  return [
    ...caption(sources, `so-lieu-${year}`, `Số liệu năm ${year} theo báo cáo của đơn vị`),
    ...(rows.length > 0
      ? [
          paragraph(
            'Dòng đậm là cộng theo loại đơn vị. Ô trống là đơn vị không ghi số.',
            { italics: true },
            leadsToTable,
          ),
          ruledTable(columns, [...table, sums], { isSum: true, groups }),
        ]
      : [none]),
    ...note,
  ];
}

const missingOf = (sources: ReportSources, { year, missing }: RollUp): (Paragraph | Table)[] => [
  ...caption(sources, `con-thieu-${year}`, `Đơn vị chưa có báo cáo năm ${year} được xác nhận`),
  ...(missing.length > 0
    ? [
        ruledTable(
          [
            { title: 'TT', widthMm: 11, centred: true },
            { title: 'Đơn vị', widthMm: 154 },
          ],
          missing.map(({ name }, at) => [String(at + 1), name]),
        ),
      ]
    : [none]),
];

const honoured = (sources: ReportSources): (Paragraph | Table)[] => [
  ...caption(sources, 'khen-thuong', 'Tập thể, cá nhân được khen thưởng, đang công bố trên trang'),
  sources.honours.length > 0 ? honourTable(sources.honours) : none,
];

const adopted = (sources: ReportSources): (Paragraph | Table)[] => [
  ...caption(sources, 'nhan-rong', 'Nơi áp dụng mô hình, đã báo và đang công bố trên trang'),
  sources.adoptions.length > 0 ? adoptionTable(sources.adoptions) : none,
];

function wordsOf(
  sources: ReportSources,
  field: 'difficulties' | 'proposals',
  id: string,
  what: string,
): (Paragraph | Table)[] {
  const { years } = sources;
  const said = years.flatMap(({ year, rows }) =>
    rows.flatMap((row) => {
      const text = row[field];
      return text === null ? [] : [{ head: years.length > 1 ? `${row.name}, ${year}` : row.name, text }];
    }),
  );
  return [
    ...caption(sources, id, what),
    ...(said.length > 0
      ? said.flatMap(({ head, text }) => [
          paragraph(head, { bold: true }, { keepNext: true }),
          ...paragraphs(text),
        ])
      : [none]),
  ];
}

/** The tables to which the numbers of a draft report lead, and what units wrote of difficulties and proposals. */
export const annexes = (sources: ReportSources): (Paragraph | Table)[][] => [
  issued(sources),
  ...sources.years.map((year) => figuresOf(sources, year)),
  ...sources.years.map((year) => missingOf(sources, year)),
  honoured(sources),
  adopted(sources),
  wordsOf(sources, 'difficulties', 'kho-khan', 'Khó khăn, vướng mắc, theo lời đơn vị'),
  wordsOf(sources, 'proposals', 'kien-nghi', 'Đề xuất, kiến nghị, theo lời đơn vị'),
];
