import { z } from 'zod';
import { modelId } from '../adoption.ts';
import { achievementFields } from './achievement.ts';
import { consentVersion, contactConsent, storageNotice } from './consents.ts';
import { longText, mayTick, month, mustTick, optionalLongText, show } from './fields.ts';
import { acrossFields, type FormDefinition, type Mistake } from './form.ts';
import { filingUnitFields, filingUnitMistakes } from './nominating-unit.ts';

const adoptionFields = {
  /** Models come and go: the page offers those that are public, the schema knows their shape alone. */
  model: show(z.string('Chọn mô hình mà đơn vị áp dụng.').regex(modelId, 'Mã mô hình có dạng MH-0001.'), {
    control: 'text',
    label: 'Mô hình được áp dụng',
    hint: 'Mỗi mô hình có một mã, dạng MH-0001.',
    link: { href: '/dien-hinh/', text: 'Xem các mô hình ở mục Điển hình' },
    max: 20,
  }),
  since: month({ label: 'Áp dụng từ tháng', hint: 'Tháng/năm, ví dụ 7/2026' }),
  adapted: longText({
    label: 'Áp dụng thế nào',
    hint: 'Làm ở đâu; giữ nguyên hay sửa gì cho hợp với đơn vị. Không nhập thông tin thuộc danh mục bí mật nhà nước.',
    max: 1500,
  }),
  result: optionalLongText({
    label: 'Kết quả đến nay',
    hint: 'Chưa có thì bỏ trống; khi có, đơn vị báo Sở Nội vụ kèm mã hồ sơ. Không nêu tên cá nhân.',
    max: 1000,
  }),
  indicators: achievementFields.indicators,
};

const unitFields = filingUnitFields('Đơn vị áp dụng');

const consents = {
  attest: mustTick(
    {
      label:
        'Đơn vị đang áp dụng mô hình này và chịu trách nhiệm về tính chính xác của thông tin trong phiếu.',
    },
    'Xác nhận đơn vị chịu trách nhiệm về thông tin trong phiếu.',
  ),
  contactConsent: contactConsent('phiếu này'),
  storageNotice: storageNotice(),
  publicConsent: mayTick({
    label:
      'Đồng ý đăng công khai trên trang của mô hình: tên đơn vị, thời điểm bắt đầu, kết quả và chỉ số ghi trong phiếu.',
    hint: 'Không đăng tên và cách liên lạc của người liên hệ. Không đồng ý thì phiếu vẫn được ghi nhận; đồng ý rồi vẫn rút lại được.',
  }),
};

const shape = { ...adoptionFields, ...unitFields, ...consents };

/** This month in Việt Nam, `YYYY-MM`. */
const thisMonth = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 7);

/** A plan to apply is not an adoption. */
function sinceMistakes({ since }: Record<string, unknown>): Mistake[] {
  const isToCome = typeof since === 'string' && /^\d{4}-\d{2}$/.test(since) && since > thisMonth();
  return isToCome
    ? [{ field: 'since', message: 'Tháng này chưa đến. Gửi phiếu khi đơn vị đã bắt đầu áp dụng.' }]
    : [];
}

const schema = z
  .object(shape)
  .check(acrossFields((filed) => [...sinceMistakes(filed), ...filingUnitMistakes(filed)]));

/** A unit says that it applies a model (nhân rộng): no nomination, no dossier. */
export const apDung = {
  id: 'ap-dung',
  version: '1',
  path: '/ap-dung/',
  title: 'Đơn vị chúng tôi áp dụng mô hình',
  forWhom: 'Cho đơn vị đã đưa một mô hình điển hình vào áp dụng ở nơi mình.',
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
