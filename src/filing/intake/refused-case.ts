import { officialDate } from '../../vietnamese/official-date.ts';
import { begunCases, standingOf } from '../../vocabulary/comment-cases.ts';

const kept = 'Nội dung đã nhập vẫn còn trên trang này.';

/** Why a comment on a list cannot be taken now, in words for its sender; null where it can, and for every other form. */
export function refusedCase(form: string, answers: Record<string, unknown>, now: Date): string | null {
  if (form !== 'gop-y' || typeof answers.case !== 'string') return null;
  const id = answers.case.trim();
  const found = begunCases(now).find((one) => one.id === id);
  if (!found) return `Không có đợt lấy ý kiến nào mang mã “${id.slice(0, 60)}”. Chọn lại đợt. ${kept}`;
  if (standingOf(found, now) === 'open') return null;
  if (found.takenOff)
    return `Đợt “${found.name}” đã rút xuống ${officialDate(found.takenOff.on)}, nên góp ý này chưa được ghi nhận. Lý do ở trang của đợt, ${found.path}. ${kept}`;
  return `Đợt “${found.name}” đã nhận góp ý đến hết ${officialDate(found.lastDay)}, nên góp ý này chưa được ghi nhận. Có việc cần báo, hãy gửi phiếu Phản hồi, hỏi đáp. ${kept}`;
}
