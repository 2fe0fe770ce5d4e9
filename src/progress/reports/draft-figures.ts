import type { Paragraph, Table } from 'docx';
import { leadsToTable, paragraph, type Reference, referring } from '../../filing/dossier/paragraphs.ts';
import { ruledTable } from '../../filing/dossier/tables.ts';
import { storyKindNames } from '../../gallery/story.ts';
import { awardName, type Honour } from './applied.ts';
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

/** Whom decisions honour. */
const honouredKinds = ['tap-the', 'ca-nhan'] as const;
const countOf = (honours: readonly Honour[], kind: Honour['kind']) =>
  leading(honours.filter((honour) => honour.kind === kind).length, 'khen-thuong');

/** Whom decisions honour, by kind, and by form of award as a table. */
export function honoured(sources: ReportSources): (Paragraph | Table)[] {
  const { honours } = sources;
  if (honours.length === 0)
    return [paragraph('Chưa có tập thể, cá nhân được khen thưởng nào đang công bố trên trang.')];
  const cited = citing(sources);
  const forms = Map.groupBy(honours, awardName);
  return [
    referring([
      'Số tập thể, cá nhân được khen thưởng theo quyết định, đang công bố trên trang: ',
      cited(honours.length, 'khen-thuong'),
      '; trong đó số tập thể: ',
      countOf(honours, 'tap-the'),
      ', số cá nhân: ',
      countOf(honours, 'ca-nhan'),
      '. Theo hình thức:',
    ]),
    ruledTable(
      [
        { title: 'Hình thức', widthMm: 99 },
        ...honouredKinds.map((kind) => ({
          title: storyKindNames[kind],
          widthMm: 33,
          centred: true,
        })),
      ],
      [...forms].map(([name, own]) => [name, ...honouredKinds.map((kind) => countOf(own, kind))]),
    ),
  ];
}

/** Where models are applied, as far as that is known. */
export function adopted(sources: ReportSources): Paragraph[] {
  const { adoptions } = sources;
  if (adoptions.length === 0)
    return [paragraph('Chưa có nơi áp dụng mô hình nào đã báo và đang công bố trên trang.')];
  return [
    referring([
      'Số nơi bắt đầu áp dụng mô hình của đơn vị khác, đã báo và đang công bố trên trang: ',
      citing(sources)(adoptions.length, 'nhan-rong'),
      '; số mô hình được áp dụng: ',
      leading(new Set(adoptions.map(({ model }) => model)).size, 'nhan-rong'),
      '; số đơn vị áp dụng: ',
      leading(new Set(adoptions.map(({ unitName }) => unitName)).size, 'nhan-rong'),
      '.',
    ]),
  ];
}

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
