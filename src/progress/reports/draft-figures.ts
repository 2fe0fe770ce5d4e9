import type { Paragraph, Table } from 'docx';
import { leadsToTable, paragraph, type Reference, referring } from '../../filing/dossier/paragraphs.ts';
import { ruledTable } from '../../filing/dossier/tables.ts';
import { annexOf } from './draft-annexes.ts';
import type { ReportSources } from './draft-report.ts';
import { byKind, figures, type RollUp, sumOf } from './roll-up.ts';

const count = (value: number) => value.toLocaleString('vi');

/** Makes a number of a sentence, which names the table that it comes from and leads to it. */
const citing =
  (sources: ReportSources) =>
  (value: number, annex: string, unit = ''): Reference => ({
    text: `${count(value)}${unit} (${annexOf(sources, annex)})`,
    to: annex,
  });

/** A number that leads to a table which its sentence has named. */
const leading = (value: number, annex: string): Reference => ({ text: count(value), to: annex });

/** How many units issued a plan and criteria. */
export function issued(sources: ReportSources): Paragraph[] {
  const { lines } = sources;
  const cited = citing(sources);
  const [plans, criteria] = [
    lines.filter(({ plan }) => plan.is === 'there').length,
    lines.filter((line) => line.criteria.is === 'there').length,
  ];
  return [
    referring([
      'Số đơn vị đã ban hành kế hoạch triển khai Phong trào, Sở Nội vụ đã xác nhận: ',
      cited(plans, 'ke-hoach'),
      ' trên ',
      leading(lines.length, 'ke-hoach'),
      ' đơn vị; trong đó số đơn vị có tiêu chí thi đua riêng: ',
      cited(criteria, 'ke-hoach'),
      '.',
    ]),
  ];
}

/** How many units reported. */
export function reported(sources: ReportSources): Paragraph[] {
  const cited = citing(sources);
  return sources.years.map(({ year, rows, owing, missing }) => {
    const unlisted = rows.filter(({ unitCode }) => unitCode === null).length;
    const others =
      unlisted > 0 ? ['; ngoài danh mục có ', leading(unlisted, `so-lieu-${year}`), ' báo cáo'] : [];
    return referring([
      `Năm ${year}: số đơn vị có báo cáo được xác nhận là `,
      cited(rows.filter(({ unitCode }) => unitCode !== null).length, `so-lieu-${year}`),
      ' trên ',
      leading(owing, 'ke-hoach'),
      ' đơn vị phải báo cáo; số đơn vị chưa có báo cáo được xác nhận là ',
      cited(missing.length, `con-thieu-${year}`),
      ...others,
      '.',
    ]);
  });
}

/** The sums of a year in sentences, and by kind of unit as a table. */
function sumsOf(sources: ReportSources, year: RollUp): (Paragraph | Table)[] {
  const [cited, annex] = [citing(sources), `so-lieu-${year.year}`];
  return [
    ...figures.map(({ id, name, unit }) => {
      const { total, given, blank } = sumOf(year.rows, id);
      const left = blank > 0 ? ['; ', leading(blank, annex), ' đơn vị báo cáo để trống số này'] : [];
      return referring([
        `${name}: `,
        cited(total, annex, ` ${unit}`),
        ', theo số của ',
        leading(given, annex),
        ' đơn vị',
        ...left,
        '.',
      ]);
    }),
    referring(
      ['Theo loại đơn vị, cộng từ ', { text: annexOf(sources, annex), to: annex }, ':'],
      leadsToTable,
    ),
    ruledTable(
      [
        { title: 'Loại đơn vị', widthMm: 63 },
        { title: 'Báo cáo', widthMm: 18, centred: true },
        ...figures.map(({ name }) => ({ title: name, widthMm: 21, centred: true })),
      ],
      byKind(year).map(({ label, rows }) => [
        label,
        leading(rows.length, annex),
        ...figures.map(({ id }) => leading(sumOf(rows, id).total, annex)),
      ]),
    ),
  ];
}

/** The sums of each year. */
export const results = (sources: ReportSources): (Paragraph | Table)[] =>
  sources.years.flatMap((year) => [
    ...(sources.years.length > 1
      ? [paragraph(`Năm ${year.year}:`, { italics: true }, { keepNext: true })]
      : []),
    ...(year.rows.length > 0
      ? sumsOf(sources, year)
      : [paragraph('Chưa có báo cáo nào được xác nhận, nên chưa có số liệu.')]),
  ]);

/** How many reports name difficulties and proposals. */
export function difficulties(sources: ReportSources): Paragraph[] {
  const cited = citing(sources);
  const said = (field: 'difficulties' | 'proposals') =>
    sources.years.flatMap(({ rows }) => rows.filter((row) => row[field] !== null)).length;
  return [
    referring([
      'Số báo cáo nêu khó khăn, vướng mắc: ',
      cited(said('difficulties'), 'kho-khan'),
      '; số báo cáo nêu đề xuất, kiến nghị: ',
      cited(said('proposals'), 'kien-nghi'),
      '.',
    ]),
  ];
}
