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

/** Two people judge a nomination, and neither reads what the other thinks before both have written. */
export const notesOfNomination: Column[] = [
  {
    name: 'Người cho ý kiến',
    type: 'singleLineText',
    field: 'noteAuthor',
    description: 'Họ tên người viết “Ý kiến độc lập” lần này. Ý kiến thứ hai phải của người khác.',
  },
  {
    name: 'Ý kiến độc lập',
    type: 'multilineText',
    field: 'note',
    description:
      'Viết xong thì đánh dấu “Gửi ý kiến”. Trang cất ý kiến và làm trống ô; khi có đủ hai người, cả hai ý kiến hiện ở “Hai ý kiến”.',
  },
  {
    name: 'Gửi ý kiến',
    type: 'checkbox',
    field: 'noteDone',
    description: 'Đánh dấu khi đã viết xong “Ý kiến độc lập”. Trang tự bỏ dấu khi đã cất.',
  },
  {
    name: 'Hai ý kiến',
    type: 'multilineText',
    told: 'reviews',
    description: 'Trang tự ghi: đã có mấy ý kiến, và nội dung khi có đủ hai. Không sửa cột này.',
  },
];
