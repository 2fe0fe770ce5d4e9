import { answerWords } from '../calendar/answer-day.ts';
import { officialDateTime } from '../official-date.ts';
import { firstState } from '../schemas/states.ts';
import { intakeSlots, site } from '../site.ts';
import { greeting, oneLine, plainName, sentByMachine } from './plain-words.ts';
import { textAndHtml } from './text-and-html.ts';

/** A letter to one recipient, ready to be handed over. */
export interface Letter {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  messageId: string;
  attachments: { filename: string; content: Buffer; contentType: string }[];
}

/** What the copy of a receipt says. */
export interface ReceiptFacts {
  code: string;
  /** Of the form, as it was then. */
  title: string;
  receivedAt: Date;
  nextStep: string;
  /** Whom or what the filing nominates, as the filer wrote it; null where it nominates nobody. */
  nominee: string | null;
  recipient: { name: string; address: string };
  /** Addresses of this site, complete. */
  receiptUrl: string;
  statusUrl: string;
  verifyUrl: string;
  /** The proof of filing. */
  pdf: Uint8Array;
}

/**
 * The copy of a receipt as a letter, the same words as text and as HTML, with the proof attached; nothing in it is fetched
 * from anywhere. The answers stand in the attached proof alone.
 */
export function receiptLetter(facts: ReceiptFacts): Letter {
  const { code, title, receivedAt, nextStep, recipient } = facts;
  const [name, nominee] = [plainName(recipient.name), plainName(facts.nominee)];
  const listed: [string, string][] = [
    ['Mã hồ sơ', code],
    ['Phiếu', title],
    ...(nominee === null ? [] : [['Đối tượng', nominee] satisfies [string, string]]),
    ['Nhận lúc', officialDateTime(receivedAt)],
    ['Việc tiếp theo', nextStep],
    ['Thời hạn phản hồi', answerWords(firstState, receivedAt)],
    ['Cần hỏi thêm', `${intakeSlots.contact}. Khi hỏi, đọc mã hồ sơ.`],
  ];
  return {
    to: { name: name ?? '', address: recipient.address },
    subject: oneLine(`Đã nhận phiếu, mã hồ sơ ${code}`),
    ...textAndHtml([
      { text: greeting(name) },
      { text: `Phiếu đã được nhận trên trang ${site.name}. Đây là bản sao của biên nhận.` },
      { listed },
      {
        text: 'Xem lại phiếu đã gửi (ai có địa chỉ này cũng mở được nội dung phiếu, chỉ chuyển cho người cần xem):',
        link: facts.receiptUrl,
      },
      { text: 'Theo dõi trạng thái:', link: facts.statusUrl },
      { text: 'Tệp PDF kèm theo là biên nhận với nội dung đã gửi. Kiểm tra tệp ở:', link: facts.verifyUrl },
      { text: sentByMachine },
    ]),
    messageId: `<bien-nhan.${code.toLowerCase()}@${new URL(facts.receiptUrl).hostname}>`,
    attachments: [
      {
        filename: `bien-nhan-${code}.pdf`,
        content: Buffer.from(facts.pdf),
        contentType: 'application/pdf',
      },
    ],
  };
}
