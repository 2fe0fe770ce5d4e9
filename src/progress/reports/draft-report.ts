import { type Document, type IParagraphOptions, Packer, type Paragraph, type Table } from 'docx';
import { head, title } from '../../filing/dossier/head.ts';
import { issuerOf } from '../../filing/dossier/issuer.ts';
import { citedPlan } from '../../filing/dossier/nomination.ts';
import { officialPaper } from '../../filing/dossier/paper.ts';
import { heading, paragraph } from '../../filing/dossier/paragraphs.ts';
import { filed, receiversAndSigner } from '../../filing/dossier/signatures.ts';
import { slot } from '../../filing/dossier/slot.ts';
import { officialDate } from '../../vietnamese/official-date.ts';
import { site } from '../../vocabulary/site.ts';
import { strands } from '../../vocabulary/taxonomy.ts';
import type { CoverageLine } from '../coverage/coverage.ts';
import type { AppliedModel, Honour } from './applied.ts';
import { annexes, reportNumber } from './draft-annexes.ts';
import { adopted, difficulties, honoured, issued, reported, results } from './draft-figures.ts';
import type { RollUp } from './roll-up.ts';

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
  /** Of these years. */
  honours: readonly Honour[];
  /** Begun in these years. */
  adoptions: readonly AppliedModel[];
  /** The day of the figures, `YYYY-MM-DD`. */
  today: string;
  /** Of a year, or at the end of a phase: sơ kết 2027, tổng kết 2030 (V.1). */
  occasion: ReportOccasion;
}

const judge = (what: string, layout: IParagraphOptions = {}) =>
  paragraph(slot(`người soạn viết: ${what}`), { italics: true }, layout);

const spanOf = (years: readonly RollUp[]) => {
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  return first === last ? `năm ${first}` : `giai đoạn ${first}–${last}`;
};

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
      judge('kết quả nổi bật, chọn từ lời của đơn vị ở trang tính “Lời đơn vị” của bảng kèm theo'),
    ]),
    heading('3. Khen thưởng'),
    ...honoured(sources),
    heading('4. Áp dụng, nhân rộng mô hình'),
    ...adopted(sources),
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
