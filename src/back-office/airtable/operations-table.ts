import type { Table } from './column.ts';

/** The table in which staff confirm what the sync holds back, and read what is wrong with the base. */
export const operations: Table = {
  name: 'Vận hành',
  mergeColumn: 'Việc',
  columns: [
    { name: 'Việc', type: 'singleLineText', description: 'Trang tự ghi: việc đang chờ cán bộ.' },
    { name: 'Chi tiết', type: 'multilineText', description: 'Trang tự ghi: chuyện gì xảy ra và cần làm gì.' },
    {
      name: 'Đồng ý',
      type: 'checkbox',
      description: 'Cán bộ đánh dấu khi đúng là muốn vậy; trang làm theo ở lần đồng bộ tới.',
    },
    { name: 'Từ lúc', type: 'dateTime', description: 'Trang tự ghi: việc chờ từ bao giờ.' },
  ],
};
