import type { Document } from 'docx';
import { site } from '../../vocabulary/site.ts';
import { officialPaper } from './paper.ts';
import { heading, line, paragraph } from './paragraphs.ts';

const remarks = (form: string) => [
  `Bản soạn từ phiếu “${form}” của trang ${site.name}. Trang không lưu các bản này; soạn hồ sơ không phải là gửi phiếu.`,
  'Điền chỗ trong ngoặc vuông […] rồi bỏ dấu ngoặc; xóa những chỗ không dùng đến. Tìm dấu “[” để không sót chỗ nào.',
  'Trang không thu thập ngày sinh đầy đủ, quê quán, địa chỉ nhà, số căn cước, chức vụ Đảng và những thông tin tương tự: đơn vị ghi thêm nếu mẫu chính thức yêu cầu.',
  'Không ghi thông tin thuộc danh mục bí mật nhà nước.',
  'Thể thức theo Phụ lục I Nghị định số 30/2020/NĐ-CP. Tổ chức có quy định riêng về thể thức văn bản thì theo quy định đó.',
  'Đây không phải mẫu do cơ quan có thẩm quyền ban hành. Trước khi ký, đối chiếu với mẫu kèm theo nghị định về thi đua, khen thưởng đang có hiệu lực và hướng dẫn của Sở Nội vụ.',
];

/** A paper for the person who completes the others: what is missing in them and what they do not replace. */
export const noteForReader = (form: string): Document =>
  officialPaper({
    title: 'Ghi chú cho người soạn',
    children: [
      line('GHI CHÚ CHO NGƯỜI SOẠN', { bold: true }, { spacing: { before: 240 } }),
      line('(không phải một phần của hồ sơ)', { italics: true }),
      heading('Cần làm'),
      ...remarks(form).map((remark, index) => paragraph(`${index + 1}. ${remark}`)),
    ],
  });
