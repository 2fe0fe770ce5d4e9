import type { Column } from './column.ts';

/** The story of a nomination: the tick with which staff order its draft, and what the sync made of it. */
export const storyOfNomination: Column[] = [
  {
    name: 'Chọn làm điển hình',
    type: 'checkbox',
    field: 'chosen',
    description:
      'Đánh dấu thì trang tạo một bài nháp ở bảng “Điển hình”. Bỏ đánh dấu không xóa bài; bài đã xóa chỉ được tạo lại khi bỏ rồi đánh dấu lại.',
  },
  {
    name: 'Bài điển hình',
    type: 'singleLineText',
    told: 'story',
    description: 'Trang tự ghi: mã của bài ở bảng “Điển hình”. Không sửa cột này.',
  },
  {
    name: 'Địa chỉ bài',
    type: 'url',
    told: 'address',
    description: 'Trang tự ghi: địa chỉ của bài khi đã công bố. Không sửa cột này.',
  },
];
