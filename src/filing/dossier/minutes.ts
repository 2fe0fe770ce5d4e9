import type { Document } from 'docx';
import { head, title } from './head.ts';
import { citedPlan, movement, type Nomination } from './nomination.ts';
import { count, nomineeTable } from './nominees.ts';
import { officialPaper } from './paper.ts';
import { heading, paragraph } from './paragraphs.ts';
import { twoSigners } from './signatures.ts';
import { slot } from './slot.ts';
import { type RuledColumn, ruledTable } from './tables.ts';

const voteColumns: readonly RuledColumn[] = [
  { title: 'Đối tượng', widthMm: 47 },
  { title: 'Danh hiệu, hình thức đề\u00a0nghị', widthMm: 46 },
  { title: 'Số đồng\u00a0ý', widthMm: 23, centred: true },
  { title: 'Số không đồng\u00a0ý', widthMm: 25, centred: true },
  { title: 'Tỷ lệ đồng\u00a0ý', widthMm: 24, centred: true },
];

const meeting = () => [
  paragraph(
    `Thời gian bắt đầu: ${slot('giờ')} giờ ${slot('phút')} phút, ngày ${slot('ngày, tháng, năm họp')}.`,
  ),
  paragraph(`Địa điểm: ${slot('địa điểm họp')}.`),
  paragraph(`Chủ tọa: ${slot('họ và tên, chức vụ')}.`),
  paragraph(`Thư ký: ${slot('họ và tên, chức vụ')}.`),
  paragraph(`Thành phần tham dự: ${slot('họ và tên, chức vụ từng người; tổng số')}.`),
  paragraph(`Vắng mặt: ${slot('họ và tên, lý do; tổng số')}.`),
];

const nomineeUnderReview = ({ issuer, whom, name, period, strands, criteria, awardedBefore }: Nomination) => [
  heading('1. Trường hợp được xét'),
  paragraph(`${issuer.name} đề nghị xét 01 ${whom}: ${name}.`),
  paragraph(`Thời gian đạt thành tích: ${period}.`),
  paragraph(`Nội dung thi đua: ${strands.join('; ') || slot('nội dung thi đua ở mục II của Kế hoạch')}.`),
  paragraph(`Tiêu chí được nêu: ${criteria.join('; ') || slot('tiêu chí ở mục III.1 của Kế hoạch')}.`),
  paragraph('Thành tích cụ thể nêu tại Báo cáo thành tích.'),
  paragraph(awardedBefore),
];

const nomineesUnderReview = (nominations: readonly Nomination[], { issuer, whom }: Nomination) => [
  heading('1. Các trường hợp được xét'),
  paragraph(
    `${issuer.name} đề nghị xét ${count(nominations)} ${whom} theo danh sách:`,
    {},
    { keepNext: true },
  ),
  nomineeTable(nominations),
  paragraph('Thành tích cụ thể, việc đã được khen thưởng nêu tại Báo cáo thành tích của từng trường hợp.'),
];

const vote = (nominations: readonly Nomination[]) => [
  heading('2. Ý kiến thảo luận'),
  paragraph(slot('ý kiến của từng thành viên; đối chiếu thành tích với tiêu chí, điều kiện')),
  heading('3. Kết quả biểu quyết'),
  paragraph(
    `Hình thức: ${slot('bỏ phiếu kín hoặc biểu quyết')}. Tổng số thành viên: ${slot('số')}; có mặt: ${slot('số')}.`,
    {},
    { keepNext: true, spacing: { before: 120, after: 120 } },
  ),
  ruledTable(
    voteColumns,
    nominations.map(({ name, award }) => [name, award, slot('số'), slot('số'), slot('tỷ lệ')]),
  ),
  heading('4. Kết luận'),
  paragraph(slot('kết luận của chủ tọa về việc đề nghị hoặc không đề nghị khen thưởng')),
];

/** Biên bản xét: what the unit's council or meeting decided on its nominees. The unit fills in how the meeting went. */
export function minutes(nominations: readonly [Nomination, ...Nomination[]]): Document {
  const [first] = nominations;
  const { issuer, whom, award } = first;
  const isOne = nominations.length === 1;
  const asked = isOne ? `tặng ${award} cho ${whom}` : `khen thưởng ${count(nominations)} ${whom}`;
  return officialPaper({
    title: 'Biên bản xét, đề nghị khen thưởng',
    children: [
      head(issuer, `${slot('số')}/BB-${issuer.abbreviation}`),
      ...title('BIÊN BẢN', `Xét, đề nghị ${asked} có thành tích trong ${movement}`),
      ...meeting(),
      paragraph(`Căn cứ ${citedPlan} (sau đây gọi là Kế hoạch), cuộc họp xét, đề nghị khen thưởng như sau:`),
      ...(isOne ? nomineeUnderReview(first) : nomineesUnderReview(nominations, first)),
      ...vote(nominations),
      paragraph(
        `Cuộc họp kết thúc vào ${slot('giờ')} giờ ${slot('phút')} phút, ngày ${slot('ngày, tháng, năm')}./.`,
        {},
        { keepNext: true },
      ),
      ...twoSigners(
        { office: 'THƯ KÝ', name: slot('họ và tên thư ký') },
        { office: 'CHỦ TỌA', name: slot('họ và tên chủ tọa') },
      ),
    ],
  });
}
