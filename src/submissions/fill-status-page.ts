import { parseHTML } from 'linkedom';
import { putAnswers } from '../forms/put-answers.ts';
import { officialDateTime } from '../official-date.ts';
import { findForm } from '../schemas/forms/registry.ts';
import type { Filing } from './filing.ts';
import { proofPath } from './receipt-key.ts';
import type { PublicStatus } from './status.ts';

/** Parts of the built page, by the words of `data-part`; all that are not named are hidden. */
export type Part =
  | 'ask'
  | 'found'
  | 'filed'
  | 'repeat'
  | 'copy-waiting'
  | 'copy-sent'
  | 'copy-failed'
  | 'no-copy'
  | 'closed'
  | 'wrong-key'
  | 'asked'
  | 'unknown'
  | 'unavailable';

/** What a page about a code is filled with. */
interface Filling {
  typed: string;
  key: string;
  parts: readonly Part[];
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

/** The built page with what is known of a code put in. */
export function fillStatusPage(html: string, { typed, key, parts, status, filing }: Filling): string {
  const { document } = parseHTML(html);
  const shown = status?.questionsOpen ? [...parts, 'asked'] : parts;
  const isShown = (names: string) => shown.some((part) => names.split(' ').includes(part));
  for (const element of document.querySelectorAll('[data-part]')) {
    element.toggleAttribute('hidden', !isShown(element.getAttribute('data-part') ?? ''));
  }
  document.querySelector('input[name="ma"]')?.setAttribute('value', typed.slice(0, 40));
  if (parts.includes('unknown')) document.title = `Không tìm thấy mã – ${document.title}`;
  const texts = {
    ...(status ? textsOf(status) : { typed: typed.slice(0, 40) }),
    copy: filing?.copy?.isOfTable ? 'Một thư ghi mã hồ sơ của cả bảng' : 'Bản sao',
    'copy-to': filing?.copy?.to ?? '',
  };
  const textOf = new Map(Object.entries(texts));
  for (const slot of document.querySelectorAll('[data-slot]')) {
    slot.textContent = textOf.get(slot.getAttribute('data-slot') ?? '') ?? '';
  }
  for (const link of document.querySelectorAll('[data-code-link]')) {
    const to = link.getAttribute('data-code-link') ?? '';
    if (status) link.setAttribute('href', `${to}?ma=${status.code}`);
  }
  if (!filing) return document.toString();
  putAnswers(document, filing.answers);
  document.querySelector('[data-proof="pdf"]')?.setAttribute('href', proofPath(filing.code, key, 'pdf'));
  document.querySelector('[data-proof="json"]')?.setAttribute('href', proofPath(filing.code, key, 'json'));
  return document.toString();
}
