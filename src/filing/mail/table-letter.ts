import { officialDateTime } from '../../vietnamese/official-date.ts';
import { intakeSlots, site } from '../../vocabulary/site.ts';
import { firstState, stateById } from '../states.ts';
import { answerWords } from '../status/answer-day.ts';
import type { Letter } from './letter.ts';
import { askToConfirm, greeting, oneLine, plainName, sentByMachine } from './plain-words.ts';
import { textAndHtml } from './text-and-html.ts';

/** What the letters about a batch say. */
export interface TableFacts {
  /** Id of the letter; it stays the same at every try. */
  id: string;
  /** Title of the form. */
  title: string;
  receivedAt: Date;
  /** At least one; the nominee as the filer wrote it. */
  rows: readonly { number: number; code: string; nominee: string | null }[];
  address: string;
  /** Absolute URL on this site. */
  statusUrl: string;
  /**
   * The link. The first letter, to an unconfirmed address, links to the page that requests the full list; the second letter links to
   * all receipts.
   */
  way: { confirmUrl: string } | { listUrl: string };
}

const theList =
  'Mở mọi biên nhận của bảng (ai có địa chỉ này cũng mở được nội dung từng phiếu, chỉ chuyển cho người cần xem):';

/**
 * One letter for a whole batch, with every receipt code. Only the second letter, to a confirmed address, has the typed names and the
 * link to all receipts. No answers, no attachment, nothing remote.
 */
export function tableLetter({ id, title, receivedAt, rows, address, statusUrl, way }: TableFacts): Letter {
  const isFirst = 'confirmUrl' in way;
  const codes = rows.map(({ number, code, nominee }): [string, string] => {
    const name = isFirst ? null : plainName(nominee);
    return [`Dòng ${number}`, name === null ? code : `${code}, ${name}`];
  });
  const subject = isFirst ? 'Đã nhận bảng đề cử' : 'Danh sách mã hồ sơ của bảng đề cử';
  return {
    to: address,
    subject: oneLine(`${subject}, ${rows.length} mã hồ sơ`),
    ...textAndHtml([
      { text: greeting },
      {
        text: `Bảng đề cử ghi địa chỉ này để liên hệ đã được nhận trên trang ${site.name}. Mỗi dòng một mã hồ sơ, liệt kê ở cuối thư.`,
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
      isFirst ? { text: askToConfirm, link: way.confirmUrl } : { text: theList, link: way.listUrl },
      { text: 'Theo dõi trạng thái từng hồ sơ bằng mã:', link: statusUrl },
      { listed: codes },
      { text: sentByMachine },
    ]),
    messageId: `<${isFirst ? 'bang' : 'danh-sach'}.${id.toLowerCase()}@${new URL(statusUrl).hostname}>`,
    attachments: [],
  };
}
