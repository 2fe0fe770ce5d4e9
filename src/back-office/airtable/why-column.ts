import type { Column } from './column.ts';

/** What is wrong with a row. The sync alone writes this column. */
export const whyColumn: Column = {
  name: 'Vì sao',
  type: 'multilineText',
  told: 'why',
  description: 'Trang tự ghi: điều cần sửa ở hàng này và sửa thế nào. Trống là không có gì phải sửa.',
};
