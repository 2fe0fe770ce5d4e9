import { answerWords } from '../calendar/answer-day.ts';
import { officialDateTime } from '../official-date.ts';
import { firstState, stateById } from '../schemas/states.ts';
import { intakeSlots, site } from '../site.ts';
import type { Letter } from './letter.ts';
import { greeting, oneLine, plainName, sentByMachine } from './plain-words.ts';
import { textAndHtml } from './text-and-html.ts';

/** What the letter about the receipts of a table says. */
export interface TableFacts {
  /** By which the letter is known: it stays the same at every try. */
  id: string;
  /** Of the form. */
  title: string;
  receivedAt: Date;
  /** At least one; the nominee as the filer wrote it. */
  rows: readonly { number: number; code: string; nominee: string | null }[];
  recipient: { name: string; address: string };
  /** Addresses of this site, complete. */
  listUrl: string;
  statusUrl: string;
}

/** One letter for a whole table: every code in it, and the way to all receipts. No answers, nothing attached or fetched. */
export function tableLetter({
  id,
  title,
  receivedAt,
  rows,
  recipient,
  listUrl,
  statusUrl,
}: TableFacts): Letter {
  const name = plainName(recipient.name);
  const codes = rows.map(({ number, code, nominee }): [string, string] => {
    const plain = plainName(nominee);
    return [`Dòng ${number}`, plain === null ? code : `${code}, ${plain}`];
  });
  return {
    to: { name: name ?? '', address: recipient.address },
    subject: oneLine(`Đã nhận bảng đề cử, ${rows.length} mã hồ sơ`),
    ...textAndHtml([
      { text: greeting(name) },
      {
        text: `Bảng đề cử đã được nhận trên trang ${site.name}. Mỗi dòng một mã hồ sơ, liệt kê ở cuối thư.`,
      },
      {
        listed: [
          ['Phiếu', title],
          ['Đã nhận', `${rows.length} hồ sơ`],
          ['Nhận lúc', officialDateTime(receivedAt)],
          ['Việc tiếp theo', stateById(firstState).nextStep],
          ['Thời hạn phản hồi', answerWords(firstState, receivedAt)],
          ['Cần hỏi thêm', `${intakeSlots.contact}. Khi hỏi, đọc mã hồ sơ.`],
        ],
      },
      {
        text: 'Mở mọi biên nhận của bảng (ai có địa chỉ này cũng mở được nội dung từng phiếu, chỉ chuyển cho người cần xem):',
        link: listUrl,
      },
      { text: 'Theo dõi trạng thái từng hồ sơ bằng mã:', link: statusUrl },
      { listed: codes },
      { text: sentByMachine },
    ]),
    messageId: `<bang.${id.toLowerCase()}@${new URL(listUrl).hostname}>`,
    attachments: [],
  };
}
