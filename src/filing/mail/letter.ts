import { answerWords } from '../status/answer-day.ts';
import { officialDateTime } from '../../vietnamese/official-date.ts';
import { firstState } from '../states.ts';
import { intakeSlots, site } from '../../vocabulary/site.ts';
import { askToConfirm, greeting, oneLine, sentByMachine } from './plain-words.ts';
import { textAndHtml } from './text-and-html.ts';

/** A letter to one recipient, ready to be handed over. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  attachments: { filename: string; content: Buffer; contentType: string }[];
}

/** What both letters about a receipt say. Nothing in it was typed by who filed, but the address. */
export interface ReceiptLetterFacts {
  code: string;
  /** Of the form, as it was then. */
  title: string;
  receivedAt: Date;
  nextStep: string;
  address: string;
  /** Of this site, complete. */
  statusUrl: string;
}

const factsOf = ({ code, title, receivedAt, nextStep }: ReceiptLetterFacts): [string, string][] => [
  ['Mã hồ sơ', code],
  ['Phiếu', title],
  ['Nhận lúc', officialDateTime(receivedAt)],
  ['Việc tiếp theo', nextStep],
  ['Thời hạn phản hồi', answerWords(firstState, receivedAt)],
  ['Cần hỏi thêm', `${intakeSlots.contact}. Khi hỏi, đọc mã hồ sơ.`],
];

const idOf = (kind: string, { code, statusUrl }: ReceiptLetterFacts) =>
  `<${kind}.${code.toLowerCase()}@${new URL(statusUrl).hostname}>`;

/**
 * The first letter, to an address that nobody has confirmed: the code, and the way to ask for the full copy. No words of the
 * filing, no key, nothing attached.
 */
export function noticeLetter(facts: ReceiptLetterFacts & { confirmUrl: string }): Letter {
  return {
    to: facts.address,
    subject: oneLine(`Đã nhận phiếu, mã hồ sơ ${facts.code}`),
    ...textAndHtml([
      { text: greeting },
      { text: `Một phiếu ghi địa chỉ này để liên hệ đã được nhận trên trang ${site.name}.` },
      { listed: factsOf(facts) },
      { text: 'Theo dõi trạng thái:', link: facts.statusUrl },
      { text: askToConfirm, link: facts.confirmUrl },
      { text: sentByMachine },
    ]),
    messageId: idOf('bien-nhan', facts),
    attachments: [],
  };
}

/** What the full copy adds. */
export interface CopyFacts extends ReceiptLetterFacts {
  /** Addresses of this site, complete. */
  receiptUrl: string;
  verifyUrl: string;
  /** The proof of filing. */
  pdf: Uint8Array;
}

/**
 * The full copy of a receipt, to an address that was confirmed, the same words as text and as HTML, with the proof attached;
 * nothing in it is fetched from anywhere. The answers stand in the attached proof alone.
 */
export function receiptLetter(facts: CopyFacts): Letter {
  return {
    to: facts.address,
    subject: oneLine(`Bản sao biên nhận, mã hồ sơ ${facts.code}`),
    ...textAndHtml([
      { text: greeting },
      { text: `Đây là bản sao của biên nhận trên trang ${site.name}, gửi theo xác nhận từ địa chỉ này.` },
      { listed: factsOf(facts) },
      {
        text: 'Xem lại phiếu đã gửi (ai có địa chỉ này cũng mở được nội dung phiếu, chỉ chuyển cho người cần xem):',
        link: facts.receiptUrl,
      },
      { text: 'Theo dõi trạng thái:', link: facts.statusUrl },
      { text: 'Tệp PDF kèm theo là biên nhận với nội dung đã gửi. Kiểm tra tệp ở:', link: facts.verifyUrl },
      { text: sentByMachine },
    ]),
    messageId: idOf('ban-sao', facts),
    attachments: [
      {
        filename: `bien-nhan-${facts.code}.pdf`,
        content: Buffer.from(facts.pdf),
        contentType: 'application/pdf',
      },
    ],
  };
}
