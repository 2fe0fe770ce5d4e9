import { officialDateTime } from '../../vietnamese/official-date.ts';
import type { Database } from '../../platform/postgres.ts';
import { findForm } from '../definitions/registry.ts';
import { stateById } from '../states.ts';
import { intakeSlots, site } from '../../vocabulary/site.ts';
import { nextStepOf } from '../status/next-step.ts';
import type { Letter } from './letter.ts';
import { type MailPatience, usualMailPatience } from './outbox.ts';
import { greeting, oneLine, sentByMachine } from './plain-words.ts';
import type { Deliver } from './smtp.ts';
import { claimStateLetter, type DueStateLetter, noteStateFailed, noteStateSent } from './state-letters.ts';
import { textAndHtml } from './text-and-html.ts';

/** What sending letters about states needs. */
interface StateMailTools {
  deliver: Deliver;
  siteUrl: string;
  patience?: MailPatience;
}

/** Sent in one run. */
const atMostARun = 10;

/**
 * That filings have new states, and what is to be done. Nothing that was typed stands in it, neither by the unit nor by staff: who
 * filed may have written anyone's address.
 */
export function stateLetter({ address, filings }: DueStateLetter, siteUrl: string): Letter {
  const [first] = filings;
  const only = filings.length === 1 ? first : undefined;
  const path = only ? `/tra-cuu/?ma=${only.code}` : '/tra-cuu/';
  const listed = filings.map(({ code, form, state, asked }): [string, string] => [
    code,
    `${findForm(form)?.title ?? form}. ${stateById(state).label}. ${nextStepOf(state, asked)}`,
  ]);
  return {
    to: address,
    subject: oneLine(
      only
        ? `Hồ sơ ${only.code}: ${stateById(only.state).label}`
        : `${filings.length} hồ sơ có trạng thái mới`,
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
    messageId: `<trang-thai.${first?.code.toLowerCase()}.${filings.length}.${first?.state}@${new URL(siteUrl).hostname}>`,
    attachments: [],
  };
}

/** Sends the letters about new states that are due; stops where the mail server is out of reach. How many were sent. */
export async function sendStateLetters(
  db: Database,
  { deliver, siteUrl, patience = usualMailPatience }: StateMailTools,
): Promise<number> {
  for (let sent = 0; sent < atMostARun; sent += 1) {
    const due = await claimStateLetter(db, patience);
    if (!due) return sent;
    const outcome = await deliver(stateLetter(due, siteUrl));
    if (outcome.ok) {
      await noteStateSent(db, due);
      continue;
    }
    await noteStateFailed(db, due, outcome, patience);
    if (outcome.isOfServer) return sent;
  }
  return atMostARun;
}
