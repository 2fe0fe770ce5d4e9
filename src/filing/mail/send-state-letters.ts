import type { Database } from '../../platform/postgres.ts';
import { officialDateTime } from '../../vietnamese/official-date.ts';
import { intakeSlots, site } from '../../vocabulary/site.ts';
import { findForm } from '../definitions/registry.ts';
import { stateById } from '../states.ts';
import { nextStepOf } from '../status/next-step.ts';
import type { Letter } from './letter.ts';
import { stateLetterQueue } from './outbox.ts';
import { greeting, oneLine, sentByMachine } from './plain-words.ts';
import { type PostTools, sendDue } from './send-due.ts';
import { claimStateLetter, type DueStateLetter } from './state-letters.ts';
import { textAndHtml } from './text-and-html.ts';

/** What sending letters about states needs. */
interface StateMailTools extends PostTools {
  siteUrl: string;
}

/**
 * A letter that says which submissions have new states and what to do. It repeats nothing that the unit or staff typed, because the
 * filer may have typed anyone's address.
 */
export function stateLetter(
  { address, submissions }: Omit<DueStateLetter, 'codes'>,
  siteUrl: string,
): Letter {
  const [first] = submissions;
  const only = submissions.length === 1 ? first : undefined;
  const path = only ? `/tra-cuu/?ma=${only.code}` : '/tra-cuu/';
  const listed = submissions.map(({ code, form, state, asked }): [string, string] => [
    code,
    `${findForm(form)?.title ?? form}. ${stateById(state).label}. ${nextStepOf(state, asked)}`,
  ]);
  return {
    to: address,
    subject: oneLine(
      only
        ? `Hồ sơ ${only.code}: ${stateById(only.state).label}`
        : `${submissions.length} hồ sơ có trạng thái mới`,
    ),
    ...textAndHtml([
      { text: greeting },
      { text: `Trên trang ${site.name}, tính đến ${officialDateTime(new Date())}:` },
      { listed },
      {
        text: 'Lời nhắn của Sở Nội vụ không chép vào thư. Đọc và trả lời ở trang tra cứu, mở bằng địa chỉ biên nhận hoặc bằng thư điện tử, điện thoại ghi trong phiếu:',
        link: new URL(path, siteUrl).href,
      },
      { text: `Cần hỏi thêm: ${intakeSlots.contact}. Khi hỏi, đọc mã hồ sơ.` },
      { text: sentByMachine },
    ]),
    messageId: `<trang-thai.${first?.code.toLowerCase()}.${submissions.length}.${first?.state}@${new URL(siteUrl).hostname}>`,
    attachments: [],
  };
}

/** Sends the letters about new states that are due. See `sendDue`. */
export const sendStateLetters = (db: Database, tools: StateMailTools) =>
  sendDue(
    db,
    {
      queue: stateLetterQueue,
      claim: claimStateLetter,
      write: async (due) => stateLetter(due, tools.siteUrl),
    },
    tools,
  );
