import { officialDateTime } from '../../vietnamese/official-date.ts';
import type { Draft } from './draft.ts';
import type { Kept } from './draft-autosave.ts';

const clock = new Intl.DateTimeFormat('vi', { hour: '2-digit', minute: '2-digit' });

/** Says what became of the draft, in the line that always stands in the box. */
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
 * Says that the page went on where this tab was. A reload shows the step by itself, for it stands in the address; whoever came by
 * a link is at the first one, and finds the way to `step`. Consents are given anew where the form asks for some.
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
