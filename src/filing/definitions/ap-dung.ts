import { z } from 'zod';
import { modelId } from '../../vocabulary/story-ids.ts';
import type { FieldError } from '../submission.ts';
import { mayTick } from './choice-fields.ts';
import { consentVersion, reportConsents } from './consents.ts';
import { month } from './figure-fields.ts';
import { evidenceFiles } from './files-field.ts';
import { acrossFields, type FormDefinition } from './form.ts';
import { senderFields, senderMistakes } from './nominating-unit.ts';
import { datesToCome } from './past-dates.ts';
import { evidenceRows, indicatorRows } from './row-fields.ts';
import { longText, optionalLongText } from './text-fields.ts';
import { show } from './view.ts';

const adoptionFields = {
  /** The list of models changes: the page offers the public ones, and the schema checks only the shape of the id. */
  model: show(z.string('Chọn mô hình mà đơn vị áp dụng.').regex(modelId, 'Mã mô hình có dạng MH-0001.'), {
    control: 'text',
    label: 'Mô hình được áp dụng',
    heading: 'Mã mô hình',
    hint: 'Mỗi mô hình có một mã, dạng MH-0001.',
    link: { href: '/dien-hinh/', text: 'Xem các mô hình ở mục Điển hình' },
    max: 20,
  }),
  since: month({ label: 'Áp dụng từ tháng', heading: 'Áp dụng từ', hint: 'Tháng/năm, ví dụ 7/2026' }),
  adapted: longText({
    label: 'Áp dụng thế nào',
    heading: 'Cách áp dụng',
    hint: 'Làm ở đâu; giữ nguyên hay sửa gì cho hợp với đơn vị. Không nhập thông tin thuộc danh mục bí mật nhà nước.',
    max: 1500,
  }),
  result: optionalLongText({
    label: 'Kết quả đến nay',
    hint: 'Chưa có thì bỏ trống; khi có, đơn vị báo Sở Nội vụ kèm mã hồ sơ. Không nêu tên cá nhân.',
    max: 1000,
  }),
  indicators: indicatorRows(),
  evidence: evidenceRows(),
  files: evidenceFiles(),
};

const unitFields = senderFields('Đơn vị áp dụng');

const consents = {
  ...reportConsents(
    'Đơn vị đang áp dụng mô hình này và chịu trách nhiệm về tính chính xác của thông tin trong phiếu.',
  ),
  publicConsent: mayTick({
    heading: 'Đồng ý công khai',
    label:
      'Đồng ý đăng công khai trên trang của mô hình: tên đơn vị, thời điểm bắt đầu, kết quả và chỉ số ghi trong phiếu.',
    hint: 'Không đăng tên và cách liên lạc của người liên hệ. Không đồng ý thì phiếu vẫn được ghi nhận; đồng ý rồi vẫn rút lại được.',
  }),
};

const shape = { ...adoptionFields, ...unitFields, ...consents };

/** A plan to apply is not an adoption. */
const sinceMistakes = (filed: Record<string, unknown>): FieldError[] =>
  datesToCome(filed, { since: 'Tháng này chưa đến. Gửi phiếu khi đơn vị đã bắt đầu áp dụng.' });

const schema = z
  .object(shape)
  .check(acrossFields((filed) => [...sinceMistakes(filed), ...senderMistakes(filed)]));

/** A unit says that it applies a model (nhân rộng): no nomination, no dossier. */
export const apDung = {
  id: 'ap-dung',
  version: '3',
  path: '/ap-dung/',
  title: 'Đơn vị chúng tôi áp dụng mô hình',
  name: 'Chúng tôi áp dụng mô hình',
  choice: { under: 'report', label: 'Đang áp dụng một mô hình của nơi khác' },
  table: { name: 'Áp dụng', unit: 'Đơn vị áp dụng', states: 'report' },
  forWhom: 'Cho đơn vị đã đưa một mô hình điển hình vào áp dụng ở nơi mình.',
  lead: 'Báo cho Sở Nội vụ và các đơn vị khác biết mô hình đã được nhân rộng; gửi xong nhận ngay mã hồ sơ.',
  atHand: [
    'Mã của mô hình, dạng MH-0001, ghi trên trang của mô hình.',
    'Thời điểm bắt đầu áp dụng, những chỗ đã sửa cho hợp với đơn vị.',
    'Vài con số trước và sau, nếu đã có.',
  ],
  isNomination: false,
  send: 'Gửi phiếu',
  schema,
  consentVersion,
  sections: [
    { title: 'Việc áp dụng', fields: Object.keys(adoptionFields) },
    { title: 'Đơn vị áp dụng', fields: Object.keys(unitFields) },
    {
      title: 'Cam kết và đồng ý',
      lead: 'Ba ô đầu cần đánh dấu thì phiếu mới gửi được; ô cuối tùy chọn. Không ô nào được đánh dấu sẵn.',
      fields: Object.keys(consents),
    },
  ],
} as const satisfies FormDefinition<typeof shape>;
