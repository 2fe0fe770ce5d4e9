import type { Answer } from '../../search/engine.ts';

/** What the reader hears while the index is on its way. */
export const loadingMessage = 'Đang tìm…';

/** What the reader hears when the index cannot be loaded. */
export const failureMessage =
  'Chưa mở được công cụ tìm kiếm. Danh sách đầy đủ vẫn ở dưới đây; mời thử tìm lại sau ít phút.';

/** How many were found for what was typed, in one sentence. */
export function countMessage(text: string, { total, near }: Pick<Answer, 'total' | 'near'>): string {
  const count = total.toLocaleString('vi');
  if (total === 0) return `Không tìm thấy điển hình nào cho “${text}”.`;
  if (near) return `Chưa có điển hình nào chứa đủ các từ “${text}”. Có ${count} điển hình gần nhất.`;
  return `Tìm thấy ${count} điển hình cho “${text}”.`;
}
