import type { Document } from 'docx';
import { dayInVietnam, officialDate } from '../../vietnamese/official-date.ts';
import { type Guidance, guidance } from '../../vocabulary/guidance.ts';
import { markLapsed, validityWords } from '../../vocabulary/lapses.ts';
import { head, title } from './head.ts';
import { citedPlan, movement, type Nomination } from './nomination.ts';
import { count, nomineeTable, sameOf } from './nominees.ts';
import { officialPaper } from './paper.ts';
import { heading, line, paragraph } from './paragraphs.ts';
import { filed, receiversAndSigner, unitSigner } from './signatures.ts';
import { slot } from './slot.ts';

const italics = { italics: true };

/** What departments issued by the plan, what has effect first of all; a slot for what is not on the site. */
function issuedGrounds(): string[] {
  const today = dayInVietnam(new Date());
  const all = guidance();
  const valid = all.filter(({ text }) => validityWords(text, today) === '');
  const isReplaced = ({ awaited }: Guidance) => valid.some((other) => other.awaited.role === awaited.role);
  const issued = all
    .filter((one) => valid.includes(one) || !isReplaced(one))
    .map(
      ({ title: named, text }) =>
        `Căn cứ ${markLapsed(named, today)} ${officialDate(text.date)} của ${text.issuer} ${text.title.replace(/[.;]$/, '')};`,
    );
  const missing = valid.some(({ awaited }) => awaited.role === 'huong-dan')
    ? 'quy chế, văn bản khác của thành phố: số, ngày, cơ quan ban hành'
    : 'quy chế, hướng dẫn khen thưởng của thành phố: số, ngày, cơ quan ban hành';
  return [...issued, `Căn cứ ${slot(missing)};`];
}

/** The legal basis. The unit adds texts that changed and texts that the city issued. */
const grounds = () => [
  `Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022 ${slot('luật sửa đổi, bổ sung đang có hiệu lực: số, ngày')};`,
  `Căn cứ Nghị định số ${markLapsed('152/2025/NĐ-CP', dayInVietnam(new Date()))} ngày 14 tháng 6 năm 2025 của Chính phủ ${slot('trích yếu; văn bản sửa đổi hoặc thay thế, nếu có')};`,
  `Căn cứ ${citedPlan} triển khai ${movement} trên địa bàn thành phố (sau đây gọi là Kế hoạch);`,
  ...issuedGrounds(),
  `Theo Biên bản số ${slot('số biên bản')} ngày ${slot('ngày họp')} của ${slot('hội đồng hoặc cuộc họp xét')}.`,
];

/** The proposal for one nominee with its reasons; the report holds everything else. */
const reasons = ({ whom, name, period, strands, criteria, awardedBefore }: Nomination) => [
  heading(`1. Đối tượng đề nghị: 01 ${whom}`),
  paragraph(name),
  heading('2. Thành tích'),
  paragraph(`Thời gian đạt thành tích: ${period}.`),
  paragraph(`Nội dung thi đua: ${strands.join('; ') || slot('nội dung thi đua ở mục II của Kế hoạch')}.`),
  paragraph(`Tiêu chí đã đạt: ${criteria.join('; ') || slot('tiêu chí ở mục III.1 của Kế hoạch')}.`),
  paragraph('Thành tích cụ thể nêu tại Báo cáo thành tích kèm theo.'),
  heading('3. Việc khen thưởng đối với thành tích này'),
  paragraph(awardedBefore),
];

/** The proposal for several nominees as a list; each report names earlier awards. */
const list = (nominations: readonly Nomination[], whom: string) => [
  heading(`1. Danh sách đề nghị: ${count(nominations)} ${whom}`),
  nomineeTable(nominations),
  heading('2. Thành tích'),
  paragraph('Thành tích cụ thể của từng trường hợp nêu tại các Báo cáo thành tích kèm theo.'),
  heading('3. Việc khen thưởng đối với những thành tích này'),
  paragraph('Nêu tại từng Báo cáo thành tích.'),
];

/** Tờ trình: the unit proposes its nominees, one or many (Luật Thi đua, khen thưởng, Điều 84). */
export function proposal(nominations: readonly [Nomination, ...Nomination[]]): Document {
  const [first] = nominations;
  const { issuer, whom, contact } = first;
  const isOne = nominations.length === 1;
  const addressee = sameOf(
    nominations.map((each) => each.addressee),
    'cơ quan, người có thẩm quyền nhận tờ trình',
  );
  const asked = isOne ? `tặng ${first.award} cho ${whom}` : `khen thưởng ${count(nominations)} ${whom}`;
  const files = nominations.flatMap((each) => each.files.map((name) => `Tệp minh chứng “${name}”`));
  const reports = isOne ? 'Báo cáo thành tích' : `${count(nominations)} Báo cáo thành tích`;
  return officialPaper({
    title: 'Tờ trình',
    children: [
      head(issuer, `${slot('số')}/TTr-${issuer.abbreviation}`),
      ...title('TỜ TRÌNH', `Đề nghị ${asked} có thành tích trong ${movement}`),
      line(`Kính gửi: ${addressee}`, {}, { spacing: { before: 160, after: 80 } }),
      ...grounds().map((ground) => paragraph(ground, italics)),
      paragraph(`${issuer.name} kính trình ${addressee} xem xét việc ${asked} sau:`),
      ...(isOne ? reasons(first) : list(nominations, whom)),
      heading('4. Hồ sơ kèm theo'),
      paragraph(
        `${[reports, 'Biên bản xét, đề nghị khen thưởng', ...files].join('; ')}; ${slot('tài liệu khác, nếu có')}.`,
      ),
      paragraph(`Đầu mối liên hệ: ${contact}.`),
      paragraph(`${issuer.name} kính trình xem xét./.`, {}, { keepNext: true }),
      ...receiversAndSigner(['Như trên', slot('nơi nhận khác, nếu có'), filed], unitSigner),
    ],
  });
}
