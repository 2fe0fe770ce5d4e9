import { makeElement } from '../../../platform/dom/make-element.ts';
import { officialDateTime } from '../../../vietnamese/official-date.ts';
import type { PartOf, SlotOf } from '../../answers/answer-page.ts';
import { receiptAnswer } from '../../answers/look-up-answers.ts';
import { fillPage } from '../../answers/server/fill-page.ts';
import { findForm } from '../../definitions/registry.ts';
import { dossierPath } from '../../dossier/dossier-file.ts';
import { putAnswers } from '../../forms/put-answers.ts';
import type { OpenedSubmission } from '../../receipts/server/open-submission.ts';
import { receiptFilePath } from '../../receipts/server/receipt-key.ts';
import { statementWords } from '../../receipts/signing/statement-words.ts';
import { replyOfStaff, wordsOfStaff } from '../next-step.ts';
import type { PublicStatus } from './status.ts';

/** Part names of the pages about a code. The receipt page has every part of the status page. */
export type StatusPart = PartOf<typeof receiptAnswer>;
type Texts = Partial<Record<SlotOf<typeof receiptAnswer>, string>>;

/** What a page about a code is filled with. */
interface Filling {
  typed: string;
  key: string;
  parts: readonly StatusPart[];
  /** What is wrong with the typed code, or that it was looked up too often. */
  problem?: string;
  status?: PublicStatus | null;
  submission?: OpenedSubmission | null;
}

function textsOf(status: PublicStatus): Texts {
  return {
    code: status.code,
    form: findForm(status.form)?.title ?? status.form,
    state: status.stateLabel,
    received: officialDateTime(new Date(status.receivedAt)),
    changed: officialDateTime(new Date(status.changedAt)),
    next: status.nextStep,
    turn: status.turn,
    'answer-by': status.answerByLabel,
  };
}

/** The page repeats at most this many characters of the typed code. */
const longestRepeated = 40;

/** The texts that only the holder of the receipt key reads. */
function textsOfSubmission({ copy, state, guidance, reply }: OpenedSubmission): Texts {
  const said = wordsOfStaff(state, guidance);
  const answered = replyOfStaff(state, reply);
  return {
    copy: copy?.isOfTable ? 'Thư ghi mã hồ sơ của cả bảng' : 'Thư ghi mã hồ sơ',
    'copy-to': copy?.to ?? '',
    'staff-title': said?.title ?? '',
    'staff-words': said?.text ?? '',
    'reply-title': answered?.title ?? '',
    'reply-words': answered?.text ?? '',
  };
}

const {
  code,
  problem: problemSlot,
  codeLinks,
  keyLinks,
  statements,
  storyLink,
  storyFix,
  storyKit,
  pdf,
  json,
  dossier,
} = receiptAnswer.selectors;

/** Links to protected pages carry the key; links that people may pass on carry only the code. */
function putLinks(document: Document, status: PublicStatus, key: string): void {
  for (const link of document.querySelectorAll(`${codeLinks}, ${keyLinks}`)) {
    const open = key !== '' && link.matches(keyLinks) ? `&khoa=${key}` : '';
    const to = link.getAttribute('data-key-link') ?? link.getAttribute('data-code-link') ?? '';
    const more = to.includes('?') ? '&' : '?';
    link.setAttribute('href', `${to}${more}ma=${status.code}${open}`);
  }
}

function putSubmission(document: Document, submission: OpenedSubmission, key: string): void {
  for (const list of document.querySelectorAll(statements))
    list.replaceChildren(
      ...submission.statements.map(({ statement }) => makeElement('li', statementWords(statement), document)),
    );
  document.querySelector(storyLink)?.setAttribute('href', submission.storyPath ?? '/dien-hinh/');
  const { storyId, storyPath } = submission;
  document.querySelector(storyKit)?.setAttribute('href', `${storyPath ?? '/dien-hinh/'}#vinh-danh`);
  document
    .querySelector(storyFix)
    ?.setAttribute('href', storyId === null ? '/xin-sua/' : `/xin-sua/?chon=${storyId}`);
  putAnswers(document, submission.answers);
  document.querySelector(pdf)?.setAttribute('href', receiptFilePath(submission.code, key, 'pdf'));
  document.querySelector(json)?.setAttribute('href', receiptFilePath(submission.code, key, 'json'));
  document.querySelector(dossier)?.setAttribute('href', dossierPath(submission.code, key));
}

/** Fills the built page with what the code and key show. */
export function fillStatusPage(
  html: string,
  { typed, key, parts, problem = '', status, submission }: Filling,
): string {
  const texts = {
    ...(status ? textsOf(status) : { typed: typed.slice(0, longestRepeated) }),
    ...(submission && textsOfSubmission(submission)),
    problem,
  };
  return fillPage<typeof receiptAnswer>(html, { parts, texts }, (document) => {
    const input = document.querySelector(code);
    input?.setAttribute('value', typed.slice(0, longestRepeated));
    if (problem) input?.setAttribute('aria-invalid', 'true');
    for (const slot of document.querySelectorAll(problemSlot)) slot.toggleAttribute('hidden', !problem);
    if (parts.includes('unknown')) document.title = `Không tìm thấy mã – ${document.title}`;
    if (parts.includes('mistyped')) document.title = `Mã chưa đúng – ${document.title}`;
    if (status) putLinks(document, status, submission ? key : '');
    if (submission) putSubmission(document, submission, key);
  });
}
