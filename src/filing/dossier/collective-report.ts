import type { Document, Paragraph } from 'docx';
import { deCuTapThe } from '../definitions/de-cu-tap-the.ts';
import { achievementPart, priorAwardsPart } from './achievement-part.ts';
import { chosen } from './chosen.ts';
import { head, title } from './head.ts';
import { issuerNamed } from './issuer.ts';
import { movement, type Nomination } from './nomination.ts';
import { officialPaper } from './paper.ts';
import { heading, paragraph, paragraphs } from './paragraphs.ts';
import type { CollectiveAnswers } from './questions.ts';
import { twoSigners } from './signatures.ts';
import { slot } from './slot.ts';

/** Questions of the official report that the form does not ask, for an agency and for an enterprise. */
const ofOrganisation = [
  `Địa điểm trụ sở chính: ${slot('địa chỉ')}; điện thoại: ${slot('số điện thoại')}; trang thông tin điện tử: ${slot('địa chỉ trang, nếu có')}`,
  `Quá trình thành lập và phát triển: ${slot('ngày thành lập, quyết định thành lập')}`,
  `Cơ cấu tổ chức, cơ sở vật chất: ${slot('số phòng, ban, bộ phận; cơ sở vật chất')}`,
];

const ofHousehold = [
  `Nơi ở: ${slot('xã, phường')}`,
  `Ngành nghề, điều kiện sản xuất, kinh doanh: ${slot('ngành nghề; đất đai, cơ sở, lao động')}`,
];

const headcount = ({ size, womenShare }: CollectiveAnswers) => {
  const all = size === undefined ? slot('số người') : `${size.toLocaleString('vi')} người`;
  return `Số người: ${all}; nữ: ${womenShare === undefined ? slot('tỷ lệ nữ') : `${womenShare.toLocaleString('vi')}%`}`;
};

function situation(answers: CollectiveAnswers, name: string): Paragraph[] {
  const kind = chosen(deCuTapThe.schema.shape.kind, answers.kind) ?? slot('loại tập thể');
  const own = answers.kind === 'ho-gia-dinh' ? ofHousehold : ofOrganisation;
  return [
    heading('I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH'),
    ...[`Tên tập thể: ${name}`, `Loại tập thể: ${kind}`, ...own, headcount(answers)].map((fact) =>
      paragraph(`- ${fact}.`),
    ),
    ...paragraphs(answers.summary ?? slot('sơ lược đặc điểm, tình hình')),
  ];
}

/** Báo cáo thành tích of a collective, in the three parts of the official reports. The collective signs it. */
export function collectiveReport(answers: CollectiveAnswers, nomination: Nomination): Document {
  const { award, name, issuer } = nomination;
  const author = issuerNamed(name);
  const isHousehold = answers.kind === 'ho-gia-dinh';
  return officialPaper({
    title: 'Báo cáo thành tích',
    children: [
      head(
        isHousehold ? { ...author, above: '' } : author,
        isHousehold ? undefined : `${slot('số')}/BC-${author.abbreviation}`,
      ),
      ...title('BÁO CÁO THÀNH TÍCH', `Đề nghị tặng ${award} trong ${movement}`),
      ...situation(answers, name),
      ...achievementPart(
        answers,
        nomination,
        isHousehold ? 'Công việc sản xuất, kinh doanh' : 'Chức năng, nhiệm vụ',
      ),
      ...priorAwardsPart(answers),
      ...twoSigners(
        { office: 'XÁC NHẬN CỦA CẤP TRÌNH', note: issuer.name, name: slot('chức vụ, họ và tên người ký') },
        isHousehold
          ? { office: 'ĐẠI DIỆN HỘ GIA ĐÌNH', name: slot('họ và tên người ký') }
          : { office: slot('CHỨC VỤ NGƯỜI KÝ'), name: slot('họ và tên người ký') },
      ),
    ],
  });
}
