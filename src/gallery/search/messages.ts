import type { StoryAnswer } from './story-engine.ts';

/** Shown when the index cannot be loaded. */
export const failureMessage =
  'Chưa mở được công cụ tìm kiếm. Danh sách đầy đủ vẫn ở dưới đây; mời thử tìm lại sau ít phút.';

/** One or two sentences with the number of stories found for the words and filters. */
export function countMessage(
  text: string,
  { total, how, meant }: Pick<StoryAnswer, 'total' | 'how' | 'meant'>,
  filters: readonly string[] = [],
): string {
  const count = total.toLocaleString('vi');
  const by = filters.length > 0 ? `, lọc theo ${filters.join(', ')}` : '';
  if (!text) return total === 0 ? `Không có điển hình nào${by}.` : `${count} điển hình${by}.`;
  if (total === 0) return `Không tìm thấy điển hình nào cho “${text}”${by}.`;
  if (how === 'near')
    return `Chưa có điển hình nào chứa đủ các từ “${text}”. Có ${count} điển hình gần nhất${by}.`;
  if (meant) return `Không có điển hình nào cho “${text}”. ${meantWords(meant)}? Có ${count} điển hình${by}.`;
  return `Tìm thấy ${count} điển hình cho “${text}”${by}.`;
}

/** The words of the message that ask back. */
export const meantWords = (meant: string): string => `Ý bạn là “${meant}”`;
