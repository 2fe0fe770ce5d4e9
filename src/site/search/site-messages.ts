import { meantWords } from '../../search/link-meant.ts';
import type { SiteAnswer } from './site-answer.ts';

/** What the reader hears when the index cannot be loaded. */
export const siteFailureMessage =
  'Chưa mở được công cụ tìm kiếm; mời bấm Tìm lần nữa, hoặc đi theo các lối dưới đây.';

/** One or two sentences: how many results, whether they are only near, and what may have been meant. */
export function totalMessage({ text, docTotal, stories, near, meant }: SiteAnswer): string {
  const total = docTotal + stories.total;
  const asked = meant ? ` ${meantWords(meant)}?` : '';
  if (total === 0) return `Không tìm thấy gì cho “${text}”.${asked}`;
  const count = total.toLocaleString('vi');
  if (near) return `Không nơi nào có đúng “${text}”.${asked} Có ${count} kết quả gần nhất.`;
  return `Tìm thấy ${count} kết quả cho “${text}”.`;
}
