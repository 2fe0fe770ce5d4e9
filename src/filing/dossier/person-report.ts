import type { Document, Paragraph } from 'docx';
import { deCuCaNhan } from '../definitions/de-cu-ca-nhan.ts';
import { achievementPart, priorAwardsPart } from './achievement-part.ts';
import { chosen } from './chosen.ts';
import { head, title } from './head.ts';
import { movement, type Nomination } from './nomination.ts';
import { officialPaper } from './paper.ts';
import { heading, paragraph, paragraphs } from './paragraphs.ts';
import type { PersonAnswers } from './questions.ts';
import { twoSigners } from './signatures.ts';
import { slot } from './slot.ts';

/** Part I: the answers, and a slot for each detail that the form must not collect. */
function person(
  { birthYear, gender, occupation, place, directWorker, summary }: PersonAnswers,
  name: string,
): Paragraph[] {
  const facts = [
    `Họ và tên: ${name}; giới tính: ${chosen(deCuCaNhan.schema.shape.gender, gender) ?? slot('giới tính')}`,
    `Ngày, tháng, năm sinh: ${slot('ngày, tháng')} ${birthYear ? `năm ${birthYear}` : slot('năm')}`,
    `Số căn cước: ${slot('số căn cước, nếu mẫu chính thức yêu cầu')}; điện thoại: ${slot('số điện thoại')}`,
    `Quê quán: ${slot('quê quán')}`,
    `Nơi thường trú: ${slot('nơi thường trú')}`,
    `Đơn vị công tác hoặc nơi cư trú: ${place ?? slot('đơn vị, xã, phường')}`,
    `Chức danh hoặc nghề nghiệp: ${occupation ?? slot('chức danh, nghề nghiệp')}`,
    `Chức vụ Đảng, đoàn thể: ${slot('chức vụ Đảng, đoàn thể, nếu có')}`,
    `Trình độ chuyên môn, nghiệp vụ: ${slot('trình độ')}`,
    `Học hàm, học vị, danh hiệu: ${slot('học hàm, học vị, danh hiệu, nếu có')}`,
    ...(directWorker ? ['Là người trực tiếp lao động, sản xuất, kinh doanh'] : []),
  ];
  return [
    heading('I. SƠ LƯỢC LÝ LỊCH'),
    ...facts.map((fact) => paragraph(`- ${fact}.`)),
    ...paragraphs(summary ?? slot('giới thiệu ngắn: công việc đang làm')),
  ];
}

/** Báo cáo thành tích of a person, in the three parts of the official reports. The person signs it and the unit confirms it. */
export function personReport(answers: PersonAnswers, nomination: Nomination): Document {
  const { award, name, issuer } = nomination;
  return officialPaper({
    title: 'Báo cáo thành tích',
    children: [
      head(issuer),
      ...title('BÁO CÁO THÀNH TÍCH', `Đề nghị tặng ${award} trong ${movement}`),
      ...person(answers, name),
      ...achievementPart(answers, nomination, 'Quyền hạn, nhiệm vụ được giao hoặc đảm nhận'),
      ...priorAwardsPart(answers),
      ...twoSigners(
        { office: 'XÁC NHẬN CỦA CẤP TRÌNH', note: issuer.name, name: slot('chức vụ, họ và tên người ký') },
        { office: 'NGƯỜI BÁO CÁO', name },
      ),
    ],
  });
}
