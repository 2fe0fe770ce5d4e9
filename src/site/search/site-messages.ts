/** What the reader hears when the index cannot be loaded. */
export const siteFailureMessage =
  'Chưa mở được công cụ tìm kiếm; mời bấm Tìm lần nữa, hoặc đi theo mục lục dưới đây.';

/** One sentence with the number of pages found for a text; `near` when no page has all the words. */
export function totalMessage(text: string, total: number, near: boolean): string {
  if (total === 0) return `Không tìm thấy gì cho “${text}”.`;
  const count = total.toLocaleString('vi');
  if (near) return `Không nơi nào có đủ các từ “${text}”. Có ${count} kết quả gần nhất.`;
  return `Tìm thấy ${count} kết quả cho “${text}”.`;
}
