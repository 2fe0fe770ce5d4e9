import type { StoryAnswer } from '../../search/stories/story-engine.ts';

/** What the reader hears while the index is on its way. */
export const loadingMessage = 'Đang tìm…';

/** What the reader hears when the index cannot be loaded. */
export const failureMessage =
  'Chưa mở được công cụ tìm kiếm. Danh sách đầy đủ vẫn ở dưới đây; mời thử tìm lại sau ít phút.';

/** How many were found for what was typed, in one sentence. */
export function countMessage(
  text: string,
  { total, how, meant }: Pick<StoryAnswer, 'total' | 'how' | 'meant'>,
): string {
  const count = total.toLocaleString('vi');
  if (total === 0) return `Không tìm thấy điển hình nào cho “${text}”.`;
  if (how === 'near')
    return `Chưa có điển hình nào chứa đủ các từ “${text}”. Có ${count} điển hình gần nhất.`;
  if (meant) return `Không có điển hình nào cho “${text}”. Ý bạn là “${meant}”? Có ${count} điển hình.`;
  return `Tìm thấy ${count} điển hình cho “${text}”.`;
}
