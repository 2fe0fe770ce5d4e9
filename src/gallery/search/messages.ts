import { meantWords } from '../../search/link-meant.ts';
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
  const asked = meant ? ` ${meantWords(meant)}?` : '';
  if (total === 0) return `Không tìm thấy điển hình nào cho “${text}”${by}.${asked}`;
  if (how === 'near')
    return `Chưa có điển hình nào chứa đủ các từ “${text}”.${asked} Có ${count} điển hình gần nhất${by}.`;
  return `Tìm thấy ${count} điển hình cho “${text}”${by}.`;
}

/** What a list says whose file could not be made. */
export const exportMessage = 'Chưa lập được tệp. Mời tải lại trang rồi thử lần nữa.';
