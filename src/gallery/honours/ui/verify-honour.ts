import { readKeys } from '../../../filing/receipts/signing/verify-signature.ts';
import { checkChosenFile, showVerdict } from '../../../platform/dom/show-verdict.ts';
import { officialDate } from '../../../vietnamese/official-date.ts';
import { checkHonour } from '../check-honour.ts';
import type { HonourStatement } from '../statement.ts';

/** The words of a statement, for the page. */
const wordsOf = ({ id, name, unit, award, decisionNumber, decisionDate, decisionBody }: HonourStatement) => ({
  id,
  name,
  unit,
  award: award ?? '',
  decision: [
    `số ${decisionNumber}`,
    decisionDate && officialDate(decisionDate),
    decisionBody && `của ${decisionBody}`,
  ]
    .filter(Boolean)
    .join(' '),
});

/** `<verify-honour>`: checks a signed honour with the keys that came with the page; nothing is sent anywhere. */
class VerifyHonour extends HTMLElement {
  connectedCallback(): void {
    const pasted = this.querySelector('textarea');
    checkChosenFile(this, (text) => this.#check(text));
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#check(pasted?.value ?? '');
    });
  }

  async #check(brought: string): Promise<void> {
    const verdict = await checkHonour(brought, readKeys(JSON.parse(this.dataset['keys'] ?? '[]')));
    if (verdict.kind !== 'genuine') return showVerdict(this, verdict.kind);
    this.querySelector('[data-now]')?.setAttribute('href', `/xac-minh/?q=${verdict.statement.id}`);
    showVerdict(this, verdict.kind, wordsOf(verdict.statement));
  }
}

customElements.define('verify-honour', VerifyHonour);
