import { AlignmentType, type Paragraph, type Table } from 'docx';
import { citedPlan, type Nomination } from './nomination.ts';
import { heading, paragraph, paragraphs } from './paragraphs.ts';
import type { CollectiveAnswers, PersonAnswers } from './questions.ts';
import { slot } from './slot.ts';
import { type RuledColumn, ruledTable } from './tables.ts';

type Answers = Pick<CollectiveAnswers, keyof CollectiveAnswers & keyof PersonAnswers>;

const indicatorColumns: readonly RuledColumn[] = [
  { title: 'TT', widthMm: 12, centred: true },
  { title: 'Chỉ số', widthMm: 65 },
  { title: 'Đơn vị tính', widthMm: 28, centred: true },
  { title: 'Trước', widthMm: 30, centred: true },
  { title: 'Sau', widthMm: 30, centred: true },
];

const awardColumns: readonly RuledColumn[] = [
  { title: 'Năm', widthMm: 20, centred: true },
  { title: 'Danh hiệu hoặc hình thức khen thưởng', widthMm: 65 },
  { title: 'Số, ngày, tháng, năm của quyết định; cơ quan ban hành', widthMm: 80 },
];

function figures({ indicators = [] }: Answers): (Paragraph | Table)[] {
  if (indicators.length === 0) return [paragraph(slot('số liệu trước và sau, nếu có'))];
  const rows = indicators.map(({ name = '', before = '', after = '', unit = '' }, index) => [
    String(index + 1),
    name,
    unit,
    before,
    after,
  ]);
  return [ruledTable(indicatorColumns, rows)];
}

function evidenceLines({ evidence = [] }: Answers): Paragraph[] {
  if (evidence.length === 0) return [paragraph(slot('tài liệu minh chứng kèm theo, nếu có'))];
  return evidence.map(({ what, address = '' }) =>
    paragraph(`- ${what ? `${what}: ` : ''}${address}`, {}, { alignment: AlignmentType.LEFT }),
  );
}

/** Part II of a report; `duties` is the title of its first section. */
export function achievementPart(
  answers: Answers,
  nomination: Nomination,
  duties: string,
): (Paragraph | Table)[] {
  const { period, strands, criteria, awardedBefore } = nomination;
  const listed = (items: readonly string[], missing: string) =>
    (items.length > 0 ? items : [slot(missing)]).map((item) => paragraph(`- ${item}.`));
  return [
    heading('II. THÀNH TÍCH ĐẠT ĐƯỢC'),
    heading(`1. ${duties}`),
    paragraph(slot('chức năng, nhiệm vụ hoặc công việc được giao, đảm nhận')),
    heading('2. Nội dung thi đua và tiêu chí đã đạt'),
    paragraph(`Theo ${citedPlan} (sau đây gọi là Kế hoạch).`),
    paragraph(`Thời gian đạt thành tích: ${period}.`),
    paragraph('Nội dung thi đua:', {}, { keepNext: true }),
    ...listed(strands, 'nội dung thi đua ở mục II của Kế hoạch'),
    paragraph('Tiêu chí đã đạt:', {}, { keepNext: true }),
    ...listed(criteria, 'tiêu chí ở mục III.1 của Kế hoạch'),
    heading('3. Thành tích, kết quả'),
    ...paragraphs(answers.achievements ?? slot('đã làm gì, mới ở chỗ nào, kết quả đo được')),
    heading('4. Số liệu trước và sau'),
    ...figures(answers),
    heading('5. Minh chứng'),
    ...evidenceLines(answers),
    heading('6. Việc chấp hành chủ trương, chính sách, pháp luật'),
    paragraph(
      slot(
        'việc chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước; việc bị xử lý kỷ luật hoặc đang bị xem xét, nếu có',
      ),
    ),
    heading('7. Việc khen thưởng đối với thành tích này'),
    paragraph(awardedBefore),
  ];
}

/** Part III of a report: earlier awards, in the order of the official template. */
export function priorAwardsPart({ priorAwards = [] }: Answers): (Paragraph | Table)[] {
  const rows = priorAwards.map(({ year, form = '', decision, body }) => [
    year ?? slot('năm'),
    form,
    `${decision ?? slot('số, ngày quyết định')}; ${body ?? slot('cơ quan ban hành')}`,
  ]);
  const empty = [
    slot('năm'),
    slot('danh hiệu, hình thức; bỏ dòng nếu chưa có'),
    slot('số, ngày; cơ quan ban hành'),
  ];
  return [
    heading('III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG'),
    ruledTable(awardColumns, rows.length > 0 ? rows : [empty]),
  ];
}
