import type { Column } from './column.ts';

/** What is wrong with a row. The sync alone writes this column. */
export const whyColumn: Column = {
  name: 'Vì sao',
  type: 'multilineText',
  told: 'why',
  description: 'Trang tự ghi: điều cần sửa ở hàng này và sửa thế nào. Trống là không có gì phải sửa.',
};

/** The column in which the sync says which letters went to the unit, and which could not. */
export const lettersColumn: Column = {
  name: 'Thư cho đơn vị',
  type: 'multilineText',
  told: 'letters',
  description:
    'Trang tự ghi: thư đã gửi cho đơn vị về phiếu này, lúc nào, thư nào không gửi được. Phiếu không để lại thư điện tử thì trống. Không sửa cột này.',
};
