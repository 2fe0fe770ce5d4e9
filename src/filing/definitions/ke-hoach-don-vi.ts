import { z } from 'zod';
import type { FieldError } from '../submission.ts';
import { strandsField } from './achievement.ts';
import { mayTick } from './choice-fields.ts';
import { consentVersion, reportConsents } from './consents.ts';
import { optionalLink } from './contact-fields.ts';
import { day } from './figure-fields.ts';
import { evidenceFiles } from './files-field.ts';
import { acrossFields, type FormDefinition } from './form.ts';
import { senderFields, senderMistakes } from './nominating-unit.ts';
import { datesToCome } from './past-dates.ts';
import { optionalLongText, text } from './text-fields.ts';

const planFields = {
  number: text({ label: 'Số, ký hiệu kế hoạch', hint: 'Như ghi trên văn bản, ví dụ 15/KH-UBND.', max: 50 }),
  issuedOn: day({ label: 'Ngày ban hành', hint: 'Ngày/tháng/năm, ví dụ 24/6/2026' }),
  title: text({ label: 'Trích yếu', hint: 'Tên kế hoạch, như ghi trên văn bản.', max: 300 }),
  strands: strandsField('kế hoạch'),
  ownCriteria: optionalLongText({
    label: 'Tiêu chí thi đua riêng của đơn vị',
    heading: 'Tiêu chí riêng',
    hint: 'Kế hoạch 113/KH-UBND (mục V.1) giao đơn vị ban hành tiêu chí phù hợp; ghi tóm tắt nếu có.',
    max: 1500,
  }),
  link: optionalLink({ label: 'Địa chỉ đăng văn bản', hint: 'Nếu văn bản đã đăng công khai.' }),
  files: evidenceFiles({
    label: 'Tệp kế hoạch đã ban hành',
    hint: 'Bản PDF hoặc ảnh chụp văn bản; tối đa ba tệp, mỗi tệp 4 MB. Chỉ Sở Nội vụ xem, không đăng công khai.',
  }),
};

const unitFields = senderFields('Đơn vị ban hành');

const consents = {
  ...reportConsents(
    'Đơn vị đã ban hành kế hoạch này và chịu trách nhiệm về tính chính xác của thông tin trong phiếu.',
  ),
  publicConsent: mayTick({
    label: 'Đồng ý đăng công khai trên trang này: tên đơn vị, số, ngày, trích yếu và địa chỉ đăng văn bản.',
    heading: 'Đồng ý công khai',
    hint: 'Không đăng tên và cách liên lạc của người liên hệ.',
  }),
};

const shape = { ...planFields, ...unitFields, ...consents };

/** What is to be issued was not issued yet. */
const dayMistakes = (filed: Record<string, unknown>): FieldError[] =>
  datesToCome(filed, { issuedOn: 'Ngày này chưa đến. Gửi phiếu khi kế hoạch đã ban hành.' });

const schema = z
  .object(shape)
  .check(acrossFields((filed) => [...dayMistakes(filed), ...senderMistakes(filed)]));

/** A unit reports that its own plan is issued (Kế hoạch 113/KH-UBND, V.1: trong Quý II/2026). */
export const keHoachDonVi = {
  id: 'ke-hoach-don-vi',
  version: '2',
  path: '/ke-hoach-don-vi/',
  title: 'Báo kế hoạch của đơn vị',
  name: 'Kế hoạch của đơn vị',
  choice: { under: 'report', label: 'Đã ban hành kế hoạch của đơn vị' },
  table: { name: 'Kế hoạch đơn vị', unit: 'Đơn vị ban hành', states: 'report' },
  forWhom: 'Cho đơn vị đã ban hành kế hoạch triển khai Phong trào của mình.',
  lead: 'Đơn vị báo kế hoạch triển khai Phong trào đã ban hành; gửi xong nhận ngay mã hồ sơ.',
  atHand: [
    'Số, ngày, trích yếu của kế hoạch.',
    'Tệp PDF của văn bản; địa chỉ đăng văn bản, nếu đã đăng công khai.',
  ],
  isNomination: false,
  send: 'Gửi phiếu',
  schema,
  consentVersion,
  sections: [
    { title: 'Kế hoạch', fields: Object.keys(planFields) },
    { title: 'Đơn vị ban hành', fields: Object.keys(unitFields) },
    {
      title: 'Cam kết và đồng ý',
      lead: 'Ba ô đầu cần đánh dấu thì phiếu mới gửi được; ô cuối tùy chọn. Không ô nào được đánh dấu sẵn.',
      fields: Object.keys(consents),
    },
  ],
} as const satisfies FormDefinition<typeof shape>;
