import { z } from 'zod';
import { oneOf } from './choice-fields.ts';
import { consentVersion, reportConsents } from './consents.ts';
import { optionalCount } from './figure-fields.ts';
import { evidenceFiles } from './files-field.ts';
import { acrossFields, type FormDefinition } from './form.ts';
import { senderFields, senderMistakes } from './nominating-unit.ts';
import { evidenceRows, indicatorRows } from './row-fields.ts';
import { longText, optionalLongText } from './text-fields.ts';

/** The movement's years (Kế hoạch 113/KH-UBND, V.1). */
const years = [2026, 2027, 2028, 2029, 2030];
const most = 100_000;

const reportFields = {
  year: oneOf({
    label: 'Năm báo cáo',
    control: 'select',
    choices: years.map((year) => ({ value: String(year), label: String(year) })),
  }),
  carriedOut: longText({
    label: 'Tình hình tổ chức thực hiện',
    hint: 'Văn bản đã ban hành, hoạt động đã làm, cách tuyên truyền. Không nhập thông tin thuộc danh mục bí mật nhà nước.',
    max: 4000,
  }),
  results: longText({ label: 'Kết quả theo nội dung thi đua', heading: 'Kết quả', max: 4000 }),
  indicators: indicatorRows(),
  models: optionalCount({ label: 'Số mô hình, giải pháp mới', from: 0, to: most }),
  adopted: optionalCount({ label: 'Số mô hình của nơi khác đã áp dụng', from: 0, to: most }),
  awardedCollectives: optionalCount({ label: 'Số tập thể đã khen thưởng', from: 0, to: most }),
  awardedPersons: optionalCount({ label: 'Số cá nhân đã khen thưởng', from: 0, to: most }),
  difficulties: optionalLongText({ label: 'Khó khăn, vướng mắc', max: 2000 }),
  proposals: optionalLongText({ label: 'Đề xuất, kiến nghị', max: 2000 }),
  nextYear: optionalLongText({ label: 'Phương hướng, nhiệm vụ năm sau', max: 2000 }),
  evidence: evidenceRows(),
  files: evidenceFiles({
    label: 'Báo cáo đã ký, tệp minh chứng',
    hint: 'Bản báo cáo có chữ ký, con dấu (PDF hoặc ảnh chụp) và tài liệu kèm, nếu có; tối đa ba tệp, mỗi tệp 4 MB. Chỉ Sở Nội vụ xem, không đăng công khai. Nơi chụp và loại máy ghi trong ảnh được xóa trước khi lưu.',
  }),
};

const unitFields = senderFields('Đơn vị báo cáo');

const consents = reportConsents('Đơn vị chịu trách nhiệm về tính chính xác của báo cáo này.');

const shape = { ...reportFields, ...unitFields, ...consents };
const schema = z.object(shape).check(acrossFields(senderMistakes));

/** The yearly report of a unit to Sở Nội vụ and Sở Khoa học và Công nghệ (Kế hoạch 113/KH-UBND, V.2). */
export const baoCaoNam = {
  id: 'bao-cao-nam',
  version: '4',
  path: '/bao-cao-nam/',
  title: 'Báo cáo năm',
  name: 'Báo cáo năm',
  choice: { under: 'report', label: 'Kết quả của cả năm' },
  table: { name: 'Báo cáo năm', unit: 'Đơn vị báo cáo', states: 'report' },
  forWhom: 'Cho mọi cơ quan, đơn vị, địa phương: mỗi năm một lần.',
  lead: 'Số liệu và kết quả một năm, để Sở Nội vụ và Sở Khoa học và Công nghệ tổng hợp; gửi xong nhận ngay mã hồ sơ.',
  atHand: [
    'Các văn bản, hoạt động đã làm trong năm.',
    'Số mô hình, số tập thể và cá nhân đã khen thưởng.',
    'Tệp PDF hoặc ảnh chụp bản báo cáo đã ký, nếu đã có.',
    'Khó khăn, kiến nghị, nếu có.',
  ],
  isNomination: false,
  send: 'Gửi báo cáo',
  schema,
  consentVersion,
  sections: [
    { title: 'Báo cáo', fields: Object.keys(reportFields) },
    { title: 'Đơn vị báo cáo', fields: Object.keys(unitFields) },
    {
      title: 'Cam kết và đồng ý',
      lead: 'Cả ba ô cần đánh dấu thì phiếu mới gửi được. Không ô nào được đánh dấu sẵn.',
      fields: Object.keys(consents),
    },
  ],
} as const satisfies FormDefinition<typeof shape>;
