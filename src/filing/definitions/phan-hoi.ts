import { z } from 'zod';
import { oneOf } from './choice-fields.ts';
import { answerInPublic, consentVersion, reportConsents } from './consents.ts';
import { acrossFields, type FormDefinition } from './form.ts';
import { senderFields, senderMistakes } from './nominating-unit.ts';
import { longText, optionalLongText, optionalText } from './text-fields.ts';

const feedbackFields = {
  kind: oneOf({
    label: 'Đơn vị muốn',
    heading: 'Loại phản hồi',
    control: 'radios',
    choices: [
      { value: 'kho-khan', label: 'Nêu khó khăn, vướng mắc' },
      { value: 'cau-hoi', label: 'Hỏi về cách thực hiện' },
      { value: 'dinh-chinh', label: 'Báo chỗ sai trên trang này' },
      { value: 'gop-y', label: 'Góp ý' },
    ],
  }),
  clause: optionalText({
    label: 'Mục của Kế hoạch, hoặc địa chỉ trang liên quan',
    heading: 'Mục, trang liên quan',
    hint: 'Ví dụ: mục II.3.',
    max: 300,
  }),
  content: longText({
    label: 'Nội dung',
    hint: 'Việc gì, ở đâu, từ bao giờ. Không nhập thông tin thuộc danh mục bí mật nhà nước.',
    max: 3000,
  }),
  proposal: optionalLongText({ label: 'Đề xuất cách giải quyết', heading: 'Đề xuất', max: 1500 }),
};

const unitFields = senderFields('Đơn vị gửi');

const consents = {
  ...reportConsents('Đơn vị chịu trách nhiệm về nội dung phản hồi này.'),
  publicConsent: answerInPublic(),
};

const shape = { ...feedbackFields, ...unitFields, ...consents };
const schema = z.object(shape).check(acrossFields(senderMistakes));

/** Difficulties and questions to Sở Nội vụ, which gathers them (Kế hoạch 113/KH-UBND, phần kết thúc). */
export const phanHoi = {
  id: 'phan-hoi',
  version: '2',
  path: '/phan-hoi/',
  title: 'Phản hồi, hỏi đáp',
  name: 'Phản hồi khó khăn, vướng mắc',
  choice: { under: 'ask', label: 'Hỏi, góp ý, nêu khó khăn, báo chỗ sai' },
  table: { name: 'Phản hồi', unit: 'Đơn vị gửi', states: 'feedback' },
  forWhom: 'Cho đơn vị gặp khó khăn, có câu hỏi, hoặc thấy chỗ sai trên trang này.',
  lead: 'Gửi khó khăn, câu hỏi, góp ý về Sở Nội vụ để tổng hợp, báo cáo UBND thành phố; gửi xong nhận ngay mã hồ sơ.',
  atHand: ['Việc cần nói, càng cụ thể càng dễ trả lời.'],
  isNomination: false,
  send: 'Gửi phản hồi',
  schema,
  consentVersion,
  sections: [
    { title: 'Phản hồi', fields: Object.keys(feedbackFields) },
    { title: 'Đơn vị gửi', fields: Object.keys(unitFields) },
    {
      title: 'Cam kết và đồng ý',
      lead: 'Ba ô đầu cần đánh dấu thì phiếu mới gửi được; ô cuối tùy chọn. Không ô nào được đánh dấu sẵn.',
      fields: Object.keys(consents),
    },
  ],
} as const satisfies FormDefinition<typeof shape>;
