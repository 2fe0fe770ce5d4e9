import { officialDateTime } from '../../vietnamese/official-date.ts';
import type { Draft } from './draft.ts';
import type { Kept } from './draft-autosave.ts';

const clock = new Intl.DateTimeFormat('vi', { hour: '2-digit', minute: '2-digit' });

/** Shows the result of autosave in the fixed line of the draft box. */
export function sayKept(state: Element, kept: Kept): void {
  state.classList.toggle('over', kept.is === 'refused');
  if (kept.is === 'kept')
    state.textContent = `Chưa gửi. Đã lưu trên máy này lúc ${clock.format(kept.draft.savedAt)}.`;
  if (kept.is === 'empty') state.textContent = 'Chưa gửi. Tự lưu tạm trên máy này.';
  if (kept.is === 'refused') {
    state.textContent =
      'Chưa gửi, và trình duyệt không lưu được trên máy này. Hãy dùng “Tải bản nháp” trước khi đóng trang.';
  }
}

/**
 * Shows that the draft of this tab was restored. A reload keeps the step, which is in the address; a reader who came by a link is
 * at the first step and gets a link to `step`. Says that consents must be given again, if the form asks for any.
 */
export function sayResumed(state: Element, { savedAt }: Draft, step: string, asksConsent: boolean): void {
  const anew = asksConsent ? '; các ô cam kết, đồng ý cần đánh dấu lại' : '';
  state.textContent = `Chưa gửi. Đã mở lại nội dung nhập dở, lưu lúc ${officialDateTime(savedAt)}${anew}. `;
  if (!step || step === location.hash) return;
  const way = document.createElement('a');
  way.href = step;
  way.textContent = 'Về bước đang điền';
  state.append(way);
}
