import { text } from '../../filing/definitions/text-fields.ts';
import type { FieldView } from '../../filing/definitions/view.ts';

/** One field of each kind, invented for this page. Fields named `long*` test the layout with long text. */
export const sampleFields: readonly { name: string; view: FieldView }[] = [
  {
    name: 'unit',
    view: { control: 'text', label: 'Tên tập thể', hint: 'Ghi đủ như trong quyết định thành lập.' },
  },
  {
    name: 'longLabel',
    view: {
      control: 'text',
      optional: true,
      label:
        'Tên đầy đủ của cơ quan, đơn vị, tổ chức phối hợp thực hiện nghiên cứu, ứng dụng và nghiệm thu kết quả',
      hint: 'Nhiều đơn vị thì cách nhau bằng dấu chấm phẩy; ghi theo tên hiện nay, không ghi tên trước khi sắp xếp.',
      link: { href: '/phan-cong/', text: 'Xem tên các đơn vị' },
    },
  },
  { name: 'change', view: { control: 'textarea', label: 'Đã thay đổi điều gì', max: 1500 } },
  { name: 'count', view: { control: 'number', optional: true, label: 'Số người', hint: 'Ví dụ 1.234.' } },
  {
    name: 'from',
    view: { control: 'month', label: 'Bắt đầu từ tháng', hint: 'Dạng tháng/năm, ví dụ 7/2026.' },
  },
  { name: 'phone', view: { control: 'tel', optional: true, label: 'Điện thoại' } },
  { name: 'mail', view: { control: 'email', optional: true, label: 'Thư điện tử' } },
  {
    name: 'kind',
    view: {
      control: 'select',
      label: 'Loại đơn vị',
      choices: [
        { value: 'so', label: 'Đơn vị minh họa 01', group: 'Cấp thành phố' },
        { value: 'xa', label: 'Xã minh họa A', group: 'Cấp xã' },
      ],
    },
  },
  {
    name: 'scope',
    view: {
      control: 'radios',
      label: 'Phạm vi áp dụng',
      choices: [
        { value: 'trong', label: 'Trong đơn vị' },
        { value: 'ngoai', label: 'Đã có đơn vị khác áp dụng, hoặc đang chuẩn bị áp dụng trong năm nay' },
      ],
    },
  },
  {
    name: 'strands',
    view: {
      control: 'checks',
      label: 'Nội dung thi đua',
      hint: 'Chọn một hoặc nhiều.',
      choices: [
        { value: 'so', label: 'Chuyển đổi số', group: 'Hai nội dung mẫu' },
        { value: 'xanh', label: 'Chuyển đổi xanh', group: 'Hai nội dung mẫu' },
      ],
    },
  },
  { name: 'agree', view: { control: 'tick', label: 'Tập thể được đề cử đã biết và đồng ý.' } },
  {
    name: 'figures',
    view: {
      control: 'rows',
      label: 'Con số trước và sau',
      hint: 'Mỗi dòng một chỉ số.',
      rows: 2,
      columns: {
        what: text({ label: 'Chỉ số', max: 200 }),
        before: text({ label: 'Trước', max: 50 }),
        after: text({ label: 'Sau', max: 50 }),
      },
    },
  },
  {
    name: 'files',
    view: { control: 'files', optional: true, label: 'Tệp minh chứng', hint: 'Tối đa ba tệp, mỗi tệp 4 MB.' },
  },
];

/** A mistake in most of them, in the words that a schema would use. */
export const sampleMistakes = [
  { field: 'unit', message: 'Nhập “Tên tập thể”.' },
  { field: 'change', message: '“Đã thay đổi điều gì” dài quá 1.500 ký tự. Hãy rút ngắn.' },
  { field: 'from', message: 'Viết “Bắt đầu từ tháng” dạng tháng/năm, ví dụ 7/2026.' },
  { field: 'kind', message: 'Chọn “Loại đơn vị”.' },
  { field: 'scope', message: 'Chọn “Phạm vi áp dụng”.' },
  { field: 'strands', message: 'Chọn ít nhất một mục ở “Nội dung thi đua”.' },
  { field: 'agree', message: 'Chỉ gửi được khi tập thể đã biết và đồng ý.' },
  { field: 'files', message: '“ảnh minh họa.jpg”: Ảnh bị thiếu phần cuối, có thể do chép dở.' },
  { field: 'figures.0.before', message: '“Trước” dài quá 50 ký tự. Hãy rút ngắn.' },
];
