import { parseHTML } from 'linkedom';
import { pageHtml } from '../../forms/server/page-html.ts';
import { putAnswers } from '../../forms/put-answers.ts';
import { officialDateTime } from '../../../vietnamese/official-date.ts';
import { findForm } from '../../definitions/registry.ts';
import type { Filing } from '../../receipts/server/filing.ts';
import { makeElement } from '../../../platform/dom/make-element.ts';
import { statementWords } from '../../receipts/signing/statement-words.ts';
import { dossierPath } from '../../dossier/dossier-file.ts';
import { wordsOfStaff } from '../next-step.ts';
import { proofPath } from '../../receipts/server/receipt-key.ts';
import type { PublicStatus } from './status.ts';

/** Parts of the built page, by the words of `data-part`; all that are not named are hidden. */
export type Part =
  | 'ask'
  | 'found'
  | 'filed'
  | 'repeat'
  | 'copy-waiting'
  | 'copy-sent'
  | 'copy-copied'
  | 'copy-failed'
  | 'no-copy'
  | 'closed'
  | 'wrong-key'
  | 'staff-words'
  | 'asked'
  | 'may-correct'
  | 'may-withdraw'
  | 'may-draft'
  | 'waits'
  | 'ended'
  | 'mistyped'
  | 'unknown'
  | 'too-many'
  | 'unavailable';

/** What a page about a code is filled with. */
interface Filling {
  typed: string;
  key: string;
  parts: readonly Part[];
  /** What is wrong with the code as it was typed, or with how often it was. */
  problem?: string;
  status?: PublicStatus | null;
  filing?: Filing | null;
}

function textsOf(status: PublicStatus): Record<string, string> {
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

/** Longest stretch of what was typed that is repeated. */
const longestRepeated = 40;

/** What a filing says to who holds its key. */
function textsOfFiling({ copy, state, guidance }: Filing): Record<string, string> {
  const said = wordsOfStaff(state, guidance);
  return {
    copy: copy?.isOfTable ? 'Thư ghi mã hồ sơ của cả bảng' : 'Thư ghi mã hồ sơ',
    'copy-to': copy?.to ?? '',
    'staff-title': said?.title ?? '',
    'staff-words': said?.text ?? '',
  };
}

function putStatements(document: Document, { statements }: Filing): void {
  for (const list of document.querySelectorAll('[data-statements]'))
    list.replaceChildren(
      ...statements.map(({ statement }) => makeElement('li', statementWords(statement), document)),
    );
}

/** The built page with what is known of a code put in. */
export function fillStatusPage(
  html: string,
  { typed, key, parts, problem = '', status, filing }: Filling,
): string {
  const { document } = parseHTML(html);
  const isShown = (names: string) => parts.some((part) => names.split(' ').includes(part));
  for (const element of document.querySelectorAll('[data-part]')) {
    element.toggleAttribute('hidden', !isShown(element.getAttribute('data-part') ?? ''));
  }
  const input = document.querySelector('input[name="ma"]');
  input?.setAttribute('value', typed.slice(0, longestRepeated));
  if (problem) input?.setAttribute('aria-invalid', 'true');
  for (const slot of document.querySelectorAll('[data-code-problem]'))
    slot.toggleAttribute('hidden', !problem);
  if (parts.includes('unknown')) document.title = `Không tìm thấy mã – ${document.title}`;
  if (parts.includes('mistyped')) document.title = `Mã chưa đúng – ${document.title}`;
  const texts = {
    ...(status ? textsOf(status) : { typed: typed.slice(0, longestRepeated) }),
    ...(filing && textsOfFiling(filing)),
    problem,
  };
  const textOf = new Map(Object.entries(texts));
  for (const slot of document.querySelectorAll('[data-slot]')) {
    slot.textContent = textOf.get(slot.getAttribute('data-slot') ?? '') ?? '';
  }
  for (const link of document.querySelectorAll('[data-code-link], [data-key-link]')) {
    // What the key opens is led to with the key; what the code shows may be passed on.
    const open = filing && link.hasAttribute('data-key-link') ? `&khoa=${key}` : '';
    const to = link.getAttribute('data-key-link') ?? link.getAttribute('data-code-link') ?? '';
    const more = to.includes('?') ? '&' : '?';
    if (status) link.setAttribute('href', `${to}${more}ma=${status.code}${open}`);
  }
  if (!filing) return pageHtml(document);
  putStatements(document, filing);
  putAnswers(document, filing.answers);
  document.querySelector('[data-proof="pdf"]')?.setAttribute('href', proofPath(filing.code, key, 'pdf'));
  document.querySelector('[data-dossier]')?.setAttribute('href', dossierPath(filing.code, key));
  document.querySelector('[data-proof="json"]')?.setAttribute('href', proofPath(filing.code, key, 'json'));
  return pageHtml(document);
}
