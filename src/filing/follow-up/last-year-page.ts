import { makeElement } from '../../platform/dom/make-element.ts';
import { openPage } from '../../platform/dom/server/open-page.ts';
import { pageReply, secretAddress, seeOther } from '../../platform/http/replies.ts';
import { baoCaoNam } from '../definitions/bao-cao-nam.ts';
import { filesName } from '../definitions/uploaded-file.ts';
import { putForm, type TypedPairs } from '../forms/server/fill-form.ts';
import { shownAnswers } from '../forms/shown-answers.ts';
import type { FindSubmission, StoredSubmission } from '../receipts/server/open-submission.ts';
import { readReceiptCode } from '../receipts/server/receipt-code.ts';
import type { ReceiptKeys } from '../receipts/server/receipt-key.ts';

/** The yearly report with what the unit reported a year before beside each question. */
export const lastYearPath = '/bao-cao-nam/nam-truoc/';

/** What the page needs from its caller. */
export interface LastYearTools {
  find: FindSubmission;
  keys: Pick<ReceiptKeys, 'fits'>;
  readPage: (path: string) => Promise<string>;
}

/** Answers that stay the same from year to year: they stand in their boxes. Consents are asked anew. */
const carriedOver = ['unitCode', 'unitName', 'contactName', 'contactTitle', 'contactEmail', 'contactPhone'];

/** Beside these nothing is shown. */
const apart = [...carriedOver, 'year', filesName];

/** A longer answer is folded, so that it does not push the question away. */
const longest = 120;

/** What was answered a year before, by the field of the question as it is asked now. */
function answersOf({ questions, answers }: StoredSubmission): Map<string, string> {
  const asked = questions.sections.flatMap((section) => section.questions);
  return new Map(
    asked.flatMap((question) => {
      if (question.control === 'tick' || apart.includes(question.name)) return [];
      const one = { title: '', sections: [{ title: '', questions: [question] }] };
      const shown = shownAnswers(one, answers)[0]?.[1][0]?.[1];
      return shown === undefined ? [] : [[question.name, shown] as const];
    }),
  );
}

function note(document: Document, name: string, year: string, answer: string): Element {
  const id = `${name}-last-year`;
  if (answer.length <= longest && !answer.includes('\n')) {
    const line = makeElement('p', `Năm ${year} đã báo cáo: ${answer}`, document);
    line.setAttribute('class', 'hint');
    line.setAttribute('id', id);
    return line;
  }
  const fold = makeElement('details', '', document);
  fold.setAttribute('class', 'hint');
  fold.setAttribute('id', id);
  const lines = answer.split('\n').filter((line) => line.trim() !== '');
  fold.append(
    makeElement('summary', `Năm ${year} đã báo cáo`, document),
    ...lines.map((line) => makeElement('p', line, document)),
  );
  return fold;
}

/** Puts a note at its question: before the box, after label and hint. */
function putNote(holder: Element, added: Element): void {
  const error = holder.querySelector('[data-error]');
  if (error) error.before(added);
  else holder.append(added);
  const control = holder.querySelector('input, textarea, select');
  const described = control?.getAttribute('aria-describedby');
  if (control && added.localName === 'p')
    control.setAttribute('aria-describedby', [described, added.id].filter(Boolean).join(' '));
}

/** The built page of the form with last year's answers. Text is escaped. */
function withLastYear(html: string, stored: StoredSubmission): string {
  const { document, html: written } = openPage(html);
  const year = String(stored.answers['year'] ?? '');
  const pairs: TypedPairs = carriedOver.flatMap((name) => {
    const answer = stored.answers[name];
    return typeof answer === 'string' ? [[name, answer] as const] : [];
  });
  const next = String(Number(year) + 1);
  const offered = baoCaoNam.schema.shape.year.safeParse(next).success;
  putForm(document, offered ? [...pairs, ['year', next]] : pairs, {});
  for (const [name, answer] of answersOf(stored)) {
    const holder = document.querySelector(`[data-field="${name}"]`);
    if (holder) putNote(holder, note(document, name, year, answer));
  }
  const words = `Số liệu, lời báo cáo năm ${year} đứng cạnh từng câu; ô trả lời để trống cho năm nay. Tên đơn vị và người liên hệ điền sẵn, sửa được. Chỉ ai có khóa biên nhận của báo cáo năm ${year} mở được trang này.`;
  const intro = makeElement('p', words, document);
  intro.setAttribute('class', 'notice');
  const before = document.querySelector('.before-form');
  before?.prepend(intro);
  before?.setAttribute('data-stays', '');
  return written();
}

/**
 * `/bao-cao-nam/nam-truoc/?ma=…&khoa=…`: the form of the yearly report with the answers of an earlier report beside its questions, for
 * the holder of that receipt's key. 200; 303 to the page that opens a submission where the key does not fit, and to the empty form where
 * the code is of another form.
 */
export async function lastYearPage(request: Request, tools: LastYearTools): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const [read, key] = [readReceiptCode(query.get('ma') ?? ''), query.get('khoa') ?? ''];
  if (!read.ok || !tools.keys.fits(read.code, key))
    return seeOther(`/bo-sung/?${new URLSearchParams({ den: 'nam-truoc', ma: read.ok ? read.code : '' })}`);
  const stored = await tools.find(read.code);
  if (stored?.form !== baoCaoNam.id) return seeOther(baoCaoNam.path);
  return pageReply(200, withLastYear(await tools.readPage(baoCaoNam.path), stored), {
    ...secretAddress,
    'Cache-Control': 'private, no-store',
  });
}
