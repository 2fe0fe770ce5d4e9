import { makeElement } from '../../platform/dom/make-element.ts';
import { openPage } from '../../platform/dom/server/open-page.ts';
import { pageReply, secretAddress, seeOther } from '../../platform/http/replies.ts';
import { fieldsOf } from '../definitions/form.ts';
import { type Form, findForm } from '../definitions/registry.ts';
import { filesName } from '../definitions/uploaded-file.ts';
import { putForm } from '../forms/server/fill-form.ts';
import type { StoredSubmission } from '../receipts/server/open-submission.ts';
import { readReceiptCode } from '../receipts/server/receipt-code.ts';
import { replyOfStaff } from '../status/next-step.ts';
import type { LastYearTools } from './last-year-page.ts';
import { addRows, answersAsTyped } from './prefill.ts';

/** A new nomination with the answers of an earlier one in its boxes. */
export const reusePath = '/de-cu/dung-lai/';

/** The questions whose answers are taken over: all but consents, which are given anew, and files, which are chosen anew. */
const takenOver = (form: Form): string[] =>
  [...fieldsOf(form)].flatMap(([name, { control }]) =>
    control === 'tick' || name === filesName ? [] : [name],
  );

/** The built page of a form with the answers of an earlier submission, and with what staff said would make it stronger. Text is escaped. */
function withAnswers(html: string, stored: StoredSubmission, form: Form) {
  const { document, html: written } = openPage(html);
  const asked = takenOver(form);
  const typed = answersAsTyped({ form, asked, answers: stored.answers });
  const element = document.querySelector('form[data-form]');
  if (element) addRows(element, typed);
  putForm(document, typed, {});
  const before = document.querySelector('.before-form');
  before?.setAttribute('data-stays', '');
  const note = makeElement('div', '', document);
  note.setAttribute('class', 'notice flow');
  note.append(
    makeElement(
      'p',
      `Các ô đã điền sẵn theo hồ sơ ${stored.code}: sửa cho hợp năm nay rồi gửi thành một hồ sơ mới. Tệp và các ô đồng ý thì chọn, đánh dấu lại. Chỉ ai có khóa biên nhận của hồ sơ ấy mở được trang này.`,
      document,
    ),
  );
  const advice = replyOfStaff(stored.state, stored.reply);
  if (advice) {
    const words = makeElement('p', '', document);
    words.append(makeElement('strong', `${advice.title}: `, document), advice.text);
    note.append(words);
  }
  before?.prepend(note);
  return written();
}

/**
 * `/de-cu/dung-lai/?ma=…&khoa=…`: the form of a nomination filled with the answers of an earlier one, for the holder of its key.
 * 200; 303 to the page that opens a submission where the key does not fit, and to the list of forms where the code is of no nomination.
 */
export async function reusePage(request: Request, tools: LastYearTools): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const [read, key] = [readReceiptCode(query.get('ma') ?? ''), query.get('khoa') ?? ''];
  if (!read.ok || !tools.keys.fits(read.code, key))
    return seeOther(`/bo-sung/?${new URLSearchParams({ den: 'bien-nhan', ma: read.ok ? read.code : '' })}`);
  const stored = await tools.find(read.code);
  const form = stored && findForm(stored.form);
  if (!stored || !form?.isNomination) return seeOther('/de-cu/');
  return pageReply(200, withAnswers(await tools.readPage(form.path), stored, form), {
    ...secretAddress,
    'Cache-Control': 'private, no-store',
  });
}
