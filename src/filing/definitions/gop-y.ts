import { z } from 'zod';
import type { FieldError } from '../submission.ts';
import { oneOf } from './choice-fields.ts';
import { commentConsents, consentVersion } from './consents.ts';
import { optionalEmail, optionalPhone } from './contact-fields.ts';
import { evidenceFiles } from './files-field.ts';
import { acrossFields, type FormDefinition } from './form.ts';
import { longText, optionalLongText, optionalName, optionalText } from './text-fields.ts';
import { show } from './view.ts';

const commentFields = {
  /** Cases come and go: the page offers the open ones, the schema checks only the shape, the server the time. */
  case: show(
    z.string('Chọn đợt lấy ý kiến.').regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Mã đợt có dạng 2026-dot-1.'),
    {
      control: 'text',
      label: 'Đợt lấy ý kiến',
      heading: 'Mã đợt',
      hint: 'Mã đợt ở cuối địa chỉ trang của đợt.',
      link: { href: '/lay-y-kien/', text: 'Xem các đợt đang lấy ý kiến' },
      max: 60,
    },
  ),
  about: optionalText({
    label: 'Góp ý về ai, về chỗ nào',
    heading: 'Góp ý về',
    hint: 'Tên tập thể, cá nhân trong danh sách, hoặc chỗ trong dự thảo. Góp ý chung thì bỏ trống.',
    max: 300,
  }),
  stance: oneOf({
    label: 'Ý kiến',
    control: 'radios',
    choices: [
      { value: 'dong-y', label: 'Đồng ý' },
      { value: 'khong-dong-y', label: 'Không đồng ý' },
      { value: 'khac', label: 'Ý kiến khác' },
    ],
  }),
  content: longText({
    label: 'Nội dung góp ý',
    hint: 'Việc gì, ở đâu, khi nào. Chỉ Sở Nội vụ đọc, không đăng công khai. Không nhập thông tin thuộc danh mục bí mật nhà nước.',
    max: 3000,
  }),
  grounds: optionalLongText({
    label: 'Căn cứ của góp ý',
    heading: 'Căn cứ',
    hint: 'Tài liệu, người biết việc, nơi kiểm tra được.',
    max: 1500,
  }),
  files: evidenceFiles({ label: 'Tài liệu kèm theo', heading: 'Tài liệu kèm theo' }),
};

const senderFields = {
  contactName: optionalName({
    label: 'Họ tên, hoặc tên đơn vị',
    heading: 'Người góp ý',
    hint: 'Không bắt buộc. Trang của đợt ghi góp ý không có tên được xem xét thế nào.',
    max: 150,
    autocomplete: 'name',
  }),
  contactEmail: optionalEmail({
    label: 'Thư điện tử',
    optional: true,
    hint: 'Để Sở Nội vụ hỏi lại và trả lời; bỏ trống được.',
  }),
  contactPhone: optionalPhone({ label: 'Điện thoại', optional: true, hint: 'Bỏ trống được.' }),
};

const consents = commentConsents();
const shape = { ...commentFields, ...senderFields, ...consents };

/** Whoever can be reached says that it may be used. */
function contactMistakes(filed: Record<string, unknown>): FieldError[] {
  const isKnown = ['contactName', 'contactEmail', 'contactPhone'].some((name) => filed[name] !== undefined);
  if (!isKnown || filed.contactConsent !== undefined) return [];
  return [
    { field: 'contactConsent', message: 'Đánh dấu đồng ý, hoặc bỏ trống họ tên, thư điện tử và điện thoại.' },
  ];
}

/** A comment on a list of nominees before an award. Staff alone read it. */
export const gopY = {
  id: 'gop-y',
  version: '1',
  path: '/gop-y/',
  title: 'Góp ý danh sách đề nghị khen thưởng',
  name: 'Góp ý danh sách đang lấy ý kiến',
  choice: { under: 'ask', label: 'Góp ý một danh sách đề nghị khen thưởng đang lấy ý kiến' },
  table: { name: 'Góp ý', states: 'feedback' },
  forWhom: 'Cho mọi người, mọi đơn vị có ý kiến về danh sách đang lấy ý kiến.',
  lead: 'Góp ý gửi thẳng đến Sở Nội vụ, không đăng công khai; gửi xong nhận ngay mã hồ sơ.',
  atHand: ['Danh sách, dự thảo đang lấy ý kiến.', 'Tài liệu làm căn cứ, nếu có.'],
  isNomination: false,
  send: 'Gửi góp ý',
  schema: z.object(shape).check(acrossFields(contactMistakes)),
  consentVersion,
  sections: [
    { title: 'Góp ý', fields: Object.keys(commentFields) },
    {
      title: 'Người góp ý',
      lead: 'Ba ô này không bắt buộc.',
      fields: Object.keys(senderFields),
    },
    {
      title: 'Cam kết và đồng ý',
      lead: 'Không ô nào được đánh dấu sẵn.',
      fields: Object.keys(consents),
    },
  ],
} as const satisfies FormDefinition<typeof shape>;
