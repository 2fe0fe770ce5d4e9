import { z } from 'zod';
import { criteriaGroups } from '../../vocabulary/taxonomy.ts';
import { strandsField } from './achievement.ts';
import { consentFields, consentVersion, nominationConsents } from './consents.ts';
import { criteriaFields, criteriaMistakes } from './criteria-fields.ts';
import { evidenceFiles } from './files-field.ts';
import { acrossFields, type FormDefinition } from './form.ts';
import {
  nominatingUnitFields,
  nominatingUnitSection,
  nominationTable,
  senderMistakes,
} from './nominating-unit.ts';
import { evidenceRows, indicatorRows } from './row-fields.ts';
import { longText, optionalLongText, optionalText, text } from './text-fields.ts';

const modelFields = {
  name: text({ label: 'Tên mô hình, giải pháp', heading: 'Đối tượng', max: 200 }),
  author: text({
    label: 'Tác giả: đơn vị, nhóm hoặc cá nhân đã xây dựng mô hình',
    heading: 'Tác giả mô hình',
    hint: 'Ghi “như trên” nếu là chính đơn vị đề cử.',
    max: 200,
  }),
  domain: text({
    label: 'Lĩnh vực',
    hint: 'Ví dụ: cải cách hành chính, nông nghiệp, y tế, giáo dục.',
    max: 150,
  }),
  ...criteriaFields(criteriaGroups, {
    hint: 'Mục III.1 của Kế hoạch: nhóm của nơi đã làm ra mô hình.',
    criteriaHint: 'Chọn những tiêu chí mà mô hình chứng minh.',
  }),
  strands: strandsField('mô hình'),
};

/** The parts of a story (dien-hinh), in its order. */
const storyFields = {
  context: longText({
    label: 'Bối cảnh, thực trạng trước khi áp dụng',
    heading: 'Bối cảnh',
    max: 1500,
  }),
  goal: optionalLongText({ label: 'Mục tiêu', max: 800 }),
  approach: longText({
    label: 'Cách làm, các bước',
    heading: 'Cách làm',
    hint: 'Đủ để đơn vị khác làm theo được. Không nhập thông tin thuộc danh mục bí mật nhà nước.',
    max: 3000,
  }),
  novelty: longText({ label: 'Tính mới, tính sáng tạo', heading: 'Tính mới', max: 1000 }),
  scope: longText({
    label: 'Phạm vi và thời gian áp dụng',
    hint: 'Ở đâu, từ bao giờ, bao nhiêu người dùng.',
    max: 500,
  }),
  results: longText({
    label: 'Kết quả, hiệu quả',
    heading: 'Kết quả',
    hint: 'Về kinh tế, xã hội, môi trường; có số liệu thì ghi cả ở bảng dưới.',
    max: 2000,
  }),
  indicators: indicatorRows(),
  cost: optionalLongText({ label: 'Chi phí', max: 500 }),
  conditions: longText({
    label: 'Khả năng và điều kiện nhân rộng',
    heading: 'Điều kiện nhân rộng',
    max: 1000,
  }),
  lessons: optionalLongText({
    label: 'Bài học kinh nghiệm; tồn tại, hạn chế',
    heading: 'Bài học',
    max: 1000,
  }),
  recognition: optionalText({
    label: 'Quyết định công nhận sáng kiến',
    hint: 'Số, ngày, cơ quan. Chưa được công nhận thì bỏ trống: gọi là mô hình, giải pháp (Luật Thi đua, khen thưởng, Điều 3).',
    max: 300,
  }),
  sharingContact: optionalText({
    label: 'Bộ phận chia sẻ kinh nghiệm với đơn vị khác',
    heading: 'Liên hệ chia sẻ kinh nghiệm',
    hint: 'Tên phòng, điện thoại cơ quan; sẽ đăng cùng mô hình nếu đồng ý công khai.',
    max: 200,
  }),
  evidence: evidenceRows(),
  files: evidenceFiles(),
};

const consents = consentFields({
  agreed: 'đơn vị, nhóm hoặc người làm ra mô hình',
  shown: 'tên mô hình, đơn vị',
});

const shape = { ...nominatingUnitFields, ...modelFields, ...storyFields, ...consents };

const schema = z
  .object(shape)
  .check(acrossFields((filed) => [...senderMistakes(filed), ...criteriaMistakes(filed)]));

/** A unit presents a model that others can copy (Kế hoạch 113/KH-UBND, IV: phát hiện, nhân rộng). */
export const deCuMoHinh = {
  id: 'de-cu-mo-hinh',
  version: '4',
  path: '/de-cu/mo-hinh/',
  title: 'Giới thiệu mô hình, giải pháp',
  name: 'Đề cử mô hình',
  choice: { under: 'nominate', label: 'Một mô hình, một cách làm' },
  table: { ...nominationTable, kind: 'Mô hình' },
  forWhom: 'Cho mô hình, giải pháp đã áp dụng có kết quả và nơi khác có thể áp dụng.',
  lead: 'Đơn vị giới thiệu mô hình, giải pháp đã có kết quả để nhân rộng; gửi xong nhận ngay mã hồ sơ.',
  atHand: [
    'Các bước đã làm, chi phí, những con số trước và sau.',
    'Điều kiện nhân rộng; bài học kinh nghiệm, tồn tại, hạn chế, nếu có.',
    'Địa chỉ bài viết hoặc tệp (PDF, ảnh) làm minh chứng, nếu có.',
    'Sự đồng ý của đơn vị, nhóm hoặc người làm ra mô hình.',
  ],
  isNomination: true,
  send: 'Gửi mô hình',
  schema,
  consentVersion,
  sections: [
    nominatingUnitSection,
    { title: 'Mô hình', fields: Object.keys(modelFields) },
    { title: 'Nội dung mô hình', fields: Object.keys(storyFields) },
    nominationConsents(consents),
  ],
} as const satisfies FormDefinition<typeof shape>;
