import { officialDateTime } from '../../vietnamese/official-date.ts';
import { intakeSlots, site } from '../../vocabulary/site.ts';
import { firstState } from '../states.ts';
import { answerWords } from '../status/answer-day.ts';
import { askToConfirm, greeting, oneLine, sentByMachine } from './plain-words.ts';
import { textAndHtml } from './text-and-html.ts';

/** A letter to one recipient, ready to send. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  attachments: { filename: string; content: Buffer; contentType: string }[];
}

/** What both letters about a receipt say. Only the address was typed by the filer. */
export interface ReceiptLetterFacts {
  code: string;
  /** Title of the form version that was filed. */
  title: string;
  receivedAt: Date;
  nextStep: string;
  address: string;
  /** Absolute URL on this site. */
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
 * The first letter, to an unconfirmed address: the receipt code, and how to request the full copy. No typed words, no receipt key,
 * no attachment.
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

/** What the full copy adds to the first letter. */
export interface CopyFacts extends ReceiptLetterFacts {
  /** Absolute URLs on this site. */
  receiptUrl: string;
  verifyUrl: string;
  /** The signed receipt. */
  pdf: Uint8Array;
}

/**
 * The full copy of a receipt, to a confirmed address, with the same words as text and as HTML. Loads nothing remote. Only the
 * attached receipt holds the answers.
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
