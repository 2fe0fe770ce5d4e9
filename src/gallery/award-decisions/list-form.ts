import type { BatchColumn, TableForm } from '../../filing/batches/batch-form.ts';
import { fieldOfParts, partHeadings } from './heading-parts.ts';

const column = (name: string, heading: string, alsoCalled: readonly string[] = []): BatchColumn => ({
  name,
  heading,
  view: { control: 'text', label: heading, optional: true },
  alsoCalled,
});

/** The columns of the list of a decision, by the headings that state documents give them; the name is the only one that must be there. */
export const awardListForm: TableForm = {
  fieldOf: fieldOfParts,
  columns: [
    column('name', 'Họ và tên, tên tập thể', partHeadings.name),
    column('kind', 'Loại', ['Loại đối tượng', 'Tập thể hay cá nhân', 'Tập thể hoặc cá nhân']),
    column('position', 'Chức vụ', partHeadings.position),
    column('unit', 'Đơn vị', partHeadings.unit),
    column('award', 'Hình thức khen thưởng', [
      'Hình thức',
      'Danh hiệu',
      'Danh hiệu, hình thức',
      'Danh hiệu, hình thức khen thưởng',
      'Danh hiệu thi đua, hình thức khen thưởng',
    ]),
    column('motivation', 'Thành tích', [
      'Trích yếu',
      'Trích yếu thành tích',
      'Trích yếu khen thưởng',
      'Lý do',
      'Lý do khen thưởng',
      'Tóm tắt thành tích',
      'Nội dung khen thưởng',
      'Nội dung thành tích',
    ]),
    column('sex', 'Giới tính', ['Nam, nữ', 'Nam/nữ', 'Nam hay nữ']),
    column('isWoman', 'Nữ'),
    column('isMan', 'Nam'),
    column('role', 'Đối tượng thống kê', [
      'Thống kê: đối tượng',
      'Lãnh đạo hay trực tiếp',
      'Lãnh đạo, người trực tiếp',
      'Lãnh đạo hoặc người lao động trực tiếp',
    ]),
    column('code', 'Mã hồ sơ', ['Mã đề cử', 'Mã hồ sơ đề cử']),
  ],
};
