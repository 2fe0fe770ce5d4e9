import { makeElement } from '../../../platform/dom/make-element.ts';
import { faultLine } from '../../../platform/http/fault-line.ts';
import { fileReply, pageReply, problemReply, secretAddress } from '../../../platform/http/replies.ts';
import { writeCsv } from '../../../platform/spreadsheet/csv.ts';
import { writeWorkbook } from '../../../platform/spreadsheet/write-workbook.ts';
import { officialDateTime } from '../../../vietnamese/official-date.ts';
import { batchAnswer } from '../../answers/answer-pages.ts';
import { fillPage } from '../../answers/server/fill-page.ts';
import { findForm } from '../../definitions/registry.ts';
import { dossierFile } from '../../dossier/dossier-file.ts';
import { type ReceiptKeys, receiptPath } from '../../receipts/server/receipt-key.ts';
import { firstState, stateById } from '../../states.ts';
import { answerWords } from '../../status/answer-day.ts';
import { type LookUpWithin, tooManyLookUps } from '../../status/server/status.ts';
import type { Submission } from '../../submission.ts';
import { emptyNote, type Note, noteWords } from '../note.ts';
import { showOutcomes } from '../show-outcomes.ts';
import { withBatchKey } from './batch-address.ts';
import type { BatchRow } from './store.ts';

const { path: batchReceiptPage, selectors } = batchAnswer;

/** Services that the pages of a batch need. */
export interface BatchReceiptTools {
  find: (batch: string) => Promise<BatchRow[]>;
  /** Finds the note of what the table left out; absent: pages say nothing about it. */
  findNote?: (batch: string) => Promise<Note>;
  /** Finds the current answers of submissions, in the order of the codes; absent: no dossiers. */
  findAnswers?: (codes: readonly string[]) => Promise<Submission['answers'][]>;
  readPage: (path: string) => Promise<string>;
  keys: ReceiptKeys;
  /** Counts a download of a batch; absent: downloads are unlimited. */
  withinLimit?: LookUpWithin;
}

/** The batch that the rows of a corrected table join; undefined unless the sender holds its key. */
export function joinedBatch(answers: Record<string, unknown>, keys: ReceiptKeys): string | undefined {
  const { lo, khoa } = answers;
  return typeof lo === 'string' && typeof khoa === 'string' && keys.tables.fits(lo, khoa) ? lo : undefined;
}

/** The rows of the batch that an address opens; none for an unknown batch or a wrong key. */
async function open(request: Request, { find, keys }: BatchReceiptTools) {
  const asked = new URL(request.url).searchParams;
  const [batch, key] = [asked.get('lo') ?? '', asked.get('khoa') ?? ''];
  return { batch, rows: keys.tables.fits(batch, key) ? await find(batch) : [] };
}

/** The letter that the page reports on: one that waits, else one that failed, else any. */
const letterOf = (rows: readonly BatchRow[]): BatchRow | undefined =>
  ['waiting', 'failed', 'sent', 'copied']
    .map((state) => rows.findLast(({ copy, copyTo, isOwn }) => isOwn && copy === state && copyTo !== null))
    .find(Boolean);

/** “Đã nhận 6 hồ sơ”; submissions of another contact are counted separately. */
function countWords(rows: readonly BatchRow[]): string {
  const own = rows.filter(({ isOwn }) => isOwn).length;
  if (own === rows.length) return `Đã nhận ${own} hồ sơ`;
  const before = `${rows.length - own} hồ sơ đã nhận từ trước`;
  return own > 0 ? `Đã nhận ${own} hồ sơ, ${before}` : `Không có hồ sơ mới, ${before}`;
}

/** The note beside a receipt code. */
const noteOf = ({ isWithdrawn, isOwn }: BatchRow): string =>
  [isWithdrawn ? 'đã rút' : '', isOwn ? '' : 'đã nhận từ trước, do người liên hệ khác gửi']
    .filter((words) => words !== '')
    .map((words) => `(${words})`)
    .join(' ');

/** Fills the part of the page that lists what was not filed. */
function showNote(document: Document, note: Note): void {
  const words = noteWords(note);
  document
    .querySelector(selectors.leftOutLines)
    ?.replaceChildren(...words.map((each) => makeElement('li', each, document)));
  document.querySelector(selectors.leftOut)?.toggleAttribute('hidden', words.length === 0);
}

/** The page that lists the codes of a batch. */
interface Shown {
  batch: string;
  rows: readonly BatchRow[];
  note: Note;
}

function fill(html: string, { batch, rows, note }: Shown, keys: ReceiptKeys): string {
  const [first] = rows;
  if (!first)
    return fillPage<typeof batchAnswer>(html, { parts: ['unknown'] }, (document) => {
      document.title = `Không tìm thấy danh sách – ${document.title}`;
    });
  const letter = letterOf(rows);
  const withdrawn = rows.filter(({ isWithdrawn }) => isWithdrawn).length;
  const latest = rows.at(-1)?.receivedAt ?? first.receivedAt;
  const filling = {
    parts: ['found', letter?.copy ? (`copy-${letter.copy}` as const) : 'no-copy'],
    texts: {
      count: countWords(rows),
      form: findForm(first.form)?.title ?? first.form,
      received: `${officialDateTime(latest)}${withdrawn > 0 ? `; ${withdrawn} hồ sơ đã rút` : ''}`,
      next: stateById(firstState).nextStep,
      'answer-by': answerWords(firstState, latest),
      'copy-to': letter?.copyTo ?? '',
    },
  } as const;
  const shown = rows.map((row) => ({
    row: row.number,
    name: row.name,
    receipt: {
      code: row.code,
      path: row.isOwn ? receiptPath(row.code, keys.of(row.code)) : `/tra-cuu/?ma=${row.code}`,
      note: noteOf(row),
    },
  }));
  return fillPage<typeof batchAnswer>(html, filling, (document) => {
    for (const link of document.querySelectorAll(selectors.lists)) {
      const file = link.getAttribute('data-list') ?? '';
      link.setAttribute('href', withBatchKey(`/api/batch-receipts/${file}`, batch, keys));
    }
    showOutcomes(document, shown);
    showNote(document, note);
  });
}

/** `/de-cu/nhieu/da-nhan/?lo=&khoa=`: the codes of a batch, without script. 200, 404, 503. Stores nothing. */
export async function batchReceipt(request: Request, tools: BatchReceiptTools): Promise<Response> {
  const html = await tools.readPage(batchReceiptPage);
  try {
    const { batch, rows } = await open(request, tools);
    const note = (rows.length > 0 && (await tools.findNote?.(batch))) || emptyNote;
    // Without parameters the address asks for no list.
    const status = rows.length > 0 || batch === '' ? 200 : 404;
    return pageReply(status, fill(html, { batch, rows, note }, tools.keys), secretAddress);
  } catch (error) {
    console.error(`Batch look-up failed: ${faultLine(error)}`);
    const detail = 'Chưa mở được danh sách. Hồ sơ đã có mã vẫn còn nguyên; hãy tải lại trang sau ít phút.';
    return problemReply(503, detail, { 'Retry-After': '60', ...secretAddress });
  }
}

/** One dossier for the submissions of the list that its reader filed and did not withdraw. */
async function dossierOf(rows: readonly BatchRow[], { findAnswers }: BatchReceiptTools) {
  const codes = rows.filter(({ isOwn, isWithdrawn }) => isOwn && !isWithdrawn).map(({ code }) => code);
  const { filedDossier } = await import('../../dossier/filed-dossier.ts');
  return filedDossier(rows[0]?.form ?? '', (await findAnswers?.(codes)) ?? []);
}

const attachment = (name: string) => `attachment; filename="${name}"`;

/**
 * `/api/batch-receipts/ma-ho-so.csv|xlsx?lo=&khoa=`: the same list as a file; `ho-so-de-nghi.zip`: one proposal and one record of
 * the meeting with the list, and a report for each row. 200, 404, 405, 429, 503.
 */
export async function batchList(request: Request, file: string, tools: BatchReceiptTools): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return problemReply(405, 'Hãy tải bằng GET.', { Allow: 'GET, HEAD' });
  }
  try {
    const { batch, rows } = await open(request, tools);
    if (rows.length === 0) return problemReply(404, 'Không có danh sách nào ở địa chỉ này.', secretAddress);
    if (tools.withinLimit && !(await tools.withinLimit(batch)))
      return problemReply(429, tooManyLookUps, { 'Retry-After': '3600' });
    if (file === dossierFile) {
      const dossier = await dossierOf(rows, tools);
      return dossier ?? problemReply(404, 'Không soạn hồ sơ đề nghị từ bảng này.', secretAddress);
    }
    const table = [
      ['Dòng', 'Tên', 'Mã hồ sơ', 'Nhận lúc', 'Tra cứu', 'Ghi chú'],
      ...rows.map(({ number, name, code, receivedAt, isWithdrawn, isOwn }) => [
        String(number),
        name,
        code,
        officialDateTime(receivedAt),
        new URL(`/tra-cuu/?ma=${code}`, request.url).href,
        [isWithdrawn ? 'Đã rút' : '', isOwn ? '' : 'Người liên hệ khác gửi từ trước']
          .filter(Boolean)
          .join('; '),
      ]),
    ];
    if (file === 'ma-ho-so.csv') {
      return fileReply(writeCsv(table), 'text/csv; charset=utf-8', attachment(file), secretAddress);
    }
    if (file !== 'ma-ho-so.xlsx') return problemReply(404, 'Không có tệp này.', secretAddress);
    const sheet = { name: 'Mã hồ sơ', widths: [8, 48, 24, 32, 48, 16], rows: table };
    return fileReply(writeWorkbook([sheet]), workbookType, attachment(file), secretAddress);
  } catch (error) {
    console.error(`Batch list failed: ${faultLine(error)}`);
    return problemReply(503, 'Chưa tải được danh sách. Hãy thử lại sau ít phút.', { 'Retry-After': '60' });
  }
}

/** Media type of a workbook. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
