import { type Document, type IParagraphOptions, Packer, type Paragraph, type Table } from 'docx';
import { head, title } from '../../filing/dossier/head.ts';
import { issuerOf } from '../../filing/dossier/issuer.ts';
import { citedPlan } from '../../filing/dossier/nomination.ts';
import { officialPaper } from '../../filing/dossier/paper.ts';
import {
  heading,
  leadsToTable,
  paragraph,
  type Reference,
  referring,
} from '../../filing/dossier/paragraphs.ts';
import { filed, receiversAndSigner } from '../../filing/dossier/signatures.ts';
import { slot } from '../../filing/dossier/slot.ts';
import { officialDate } from '../../vietnamese/official-date.ts';
import { ruledTable } from '../../filing/dossier/tables.ts';
import { strands } from '../../vocabulary/taxonomy.ts';
import { site } from '../../vocabulary/site.ts';
import type { CoverageLine } from '../coverage/coverage.ts';
import { annexes, annexOf, reportNumber } from './draft-annexes.ts';
import { byKind, figures, type RollUp, sumOf } from './roll-up.ts';

/** See `ReportSources.occasion`. */
export type ReportOccasion = 'nam' | 'so-ket' | 'tong-ket';

const occasionWords = {
  nam: { kind: 'Báo cáo', about: 'Kết quả thực hiện' },
  'so-ket': { kind: 'Báo cáo sơ kết', about: 'Sơ kết' },
  'tong-ket': { kind: 'Báo cáo tổng kết', about: 'Tổng kết' },
} as const satisfies Record<ReportOccasion, object>;

/** What a draft report is made of. */
export interface ReportSources {
  /** One year for a yearly report; the years of a phase for that of its end. */
  years: readonly RollUp[];
  lines: readonly CoverageLine[];
  /** The day of the figures, `YYYY-MM-DD`. */
  today: string;
  /** Of a year, or at the end of a phase: sơ kết 2027, tổng kết 2030 (V.1). */
  occasion: ReportOccasion;
}

const count = (value: number) => value.toLocaleString('vi');

/** Makes a number of a sentence, which leads to the table that it comes from. */
const citing =
  (sources: ReportSources) =>
  (value: number, annex: string, unit = ''): Reference => ({
    text: `${count(value)}${unit} (${annexOf(sources, annex)})`,
    to: annex,
  });

const judge = (what: string, layout: IParagraphOptions = {}) =>
  paragraph(slot(`người soạn viết: ${what}`), { italics: true }, layout);

const spanOf = (years: readonly RollUp[]) => {
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  return first === last ? `năm ${first}` : `giai đoạn ${first}–${last}`;
};

function issued(sources: ReportSources): Paragraph[] {
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
      ` trên ${count(lines.length)} đơn vị; trong đó số đơn vị có tiêu chí thi đua riêng: `,
      cited(criteria, 'ke-hoach'),
      '.',
    ]),
  ];
}

function reported(sources: ReportSources): Paragraph[] {
  const cited = citing(sources);
  return sources.years.map(({ year, rows, owing, missing }) => {
    const unlisted = rows.filter(({ unitCode }) => unitCode === null).length;
    const others = unlisted > 0 ? `; ngoài danh mục có ${count(unlisted)} báo cáo` : '';
    return referring([
      `Năm ${year}: số đơn vị có báo cáo được xác nhận là `,
      cited(rows.filter(({ unitCode }) => unitCode !== null).length, `so-lieu-${year}`),
      ` trên ${count(owing)} đơn vị phải báo cáo; số đơn vị chưa có báo cáo được xác nhận là `,
      cited(missing.length, `con-thieu-${year}`),
      `${others}.`,
    ]);
  });
}

/** The sums of a year in sentences, and by kind of unit as a table. */
function sumsOf(sources: ReportSources, year: RollUp): (Paragraph | Table)[] {
  const [cited, annex] = [citing(sources), `so-lieu-${year.year}`];
  return [
    ...figures.map(({ id, name, unit }) => {
      const { total, given, blank } = sumOf(year.rows, id);
      const left = blank > 0 ? `; ${count(blank)} đơn vị báo cáo để trống số này` : '';
      return referring([
        `${name}: `,
        cited(total, annex, ` ${unit}`),
        `, theo số của ${count(given)} đơn vị${left}.`,
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
        count(rows.length),
        ...figures.map(({ id }) => count(sumOf(rows, id).total)),
      ]),
    ),
  ];
}

const results = (sources: ReportSources): (Paragraph | Table)[] =>
  sources.years.flatMap((year) => [
    ...(sources.years.length > 1
      ? [paragraph(`Năm ${year.year}:`, { italics: true }, { keepNext: true })]
      : []),
    ...(year.rows.length > 0
      ? sumsOf(sources, year)
      : [paragraph('Chưa có báo cáo nào được xác nhận, nên chưa có số liệu.')]),
  ]);

function difficulties(sources: ReportSources): Paragraph[] {
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

/**
 * A draft of the report that Sở Nội vụ owes the city (Kế hoạch 113/KH-UBND, V.2.9 and V.1), laid out by Nghị định 30/2020/NĐ-CP. Each
 * number names and leads to its table at the end; what a person must judge is a slot.
 */
function draftReport(sources: ReportSources): Document {
  const { years, today, occasion } = sources;
  const isPhase = occasion !== 'nam';
  const words = occasionWords[occasion];
  const office = issuerOf('so-noi-vu', undefined);
  const about = `${words.about} Phong trào thi đua “${site.movement}” ${spanOf(years)}`;
  const children: (Paragraph | Table)[] = [
    head(office, reportNumber),
    ...title('BÁO CÁO', about),
    paragraph(
      `Thực hiện ${citedPlan}, ${office.name} báo cáo như sau. Số liệu tính đến ${officialDate(today)}, theo báo cáo của đơn vị mà Sở Nội vụ đã xác nhận.`,
    ),
    heading('I. TÌNH HÌNH TRIỂN KHAI'),
    heading('1. Chỉ đạo, tuyên truyền'),
    judge('văn bản đã ban hành, hội nghị, tuyên truyền của thành phố'),
    heading('2. Ban hành kế hoạch, tiêu chí'),
    ...issued(sources),
    heading('3. Chế độ báo cáo'),
    ...reported(sources),
    heading('II. KẾT QUẢ'),
    heading('1. Số liệu'),
    ...results(sources),
    heading('2. Kết quả theo nội dung thi đua'),
    ...strands.flatMap(({ name }) => [
      paragraph(name, { bold: true }, { keepNext: true }),
      judge('kết quả nổi bật, chọn từ lời của đơn vị trong bảng CSV kèm theo'),
    ]),
    heading('III. KHÓ KHĂN, KIẾN NGHỊ'),
    ...difficulties(sources),
    judge('nguyên nhân, hướng xử lý'),
    heading('IV. ĐÁNH GIÁ CHUNG'),
    judge(isPhase ? 'ưu điểm, hạn chế, bài học của giai đoạn' : 'ưu điểm, hạn chế, nguyên nhân'),
    heading('V. PHƯƠNG HƯỚNG'),
    // The signature never stands alone on a page.
    judge(isPhase ? 'nhiệm vụ của giai đoạn tiếp theo' : 'nhiệm vụ năm sau', { keepNext: true }),
    ...receiversAndSigner(['Hội đồng Thi đua - Khen thưởng thành phố', 'UBND thành phố', filed], {
      office: slot('QUYỀN HẠN, CHỨC VỤ NGƯỜI KÝ'),
      name: slot('họ và tên người ký'),
    }),
  ];
  return officialPaper({ title: words.kind, children, annexes: annexes(sources) });
}

/** See `draftReport`: the bytes of the Word file. */
export const packReport = async (sources: ReportSources): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await Packer.toArrayBuffer(draftReport(sources)));
