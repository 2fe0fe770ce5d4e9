import { stateById } from '../states.ts';

const notReadable =
  'Sở Nội vụ cần bổ sung; câu hỏi chưa hiện được trên trang. Sở Nội vụ liên hệ với người liên hệ ghi trong phiếu; đơn vị cũng có thể hỏi, đọc mã hồ sơ.';

/** Staff asked for information, but named no question of the form: someone renamed an option in Airtable. */
const isUnreadable = (state: string, asked: readonly string[] | null): boolean =>
  stateById(state).public === 'can-bo-sung' && asked?.length === 0;

/** Whether `/bo-sung/` has questions that staff wait for. */
export const questionsOpen = (state: string, asked: readonly string[] | null): boolean =>
  stateById(state).public === 'can-bo-sung' && !isUnreadable(state, asked);

/** What happens next, in the words of the state. */
export const nextStepOf = (state: string, asked: readonly string[] | null): string =>
  isUnreadable(state, asked) ? notReadable : stateById(state).nextStep;

const before: Readonly<Record<string, string>> = {
  'can-bo-sung': 'Sở Nội vụ đề nghị',
  'lap-ho-so': 'Hướng dẫn của Sở Nội vụ',
  'da-xem-xet': 'Lý do',
};

const noReason = 'Sở Nội vụ chưa ghi lý do. Hãy hỏi Sở Nội vụ, đọc mã hồ sơ; lý do sẽ hiện ở đây khi có.';

/** What staff wrote to the unit, under a heading that depends on the state; null where staff wrote nothing. */
export function wordsOfStaff(state: string, guidance: string | null): { title: string; text: string } | null {
  const { public: shown } = stateById(state);
  const title = before[shown] ?? 'Lời nhắn gần nhất của Sở Nội vụ';
  const text = guidance?.trim() || (shown === 'da-xem-xet' ? noReason : '');
  return text === '' ? null : { title, text };
}

const replyTitles: Readonly<Record<string, string>> = {
  'da-tra-loi': 'Trả lời của Sở Nội vụ',
  'da-xem-xet': 'Để lần đề cử sau mạnh hơn',
  'da-xac-nhan': 'Lời đính chính trang đăng',
};

/** What staff answer once a question is answered or a nomination is refused; null in other states, so that a reply can be prepared. */
export function replyOfStaff(state: string, reply: string | null): { title: string; text: string } | null {
  const title = replyTitles[stateById(state).public];
  const text = reply?.trim();
  return title && text ? { title, text } : null;
}
