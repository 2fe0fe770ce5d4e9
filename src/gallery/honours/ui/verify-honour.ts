import { readKeys } from '../../../filing/receipts/signing/verify-signature.ts';
import { officialDate } from '../../../vietnamese/official-date.ts';
import { checkHonour, type HonourVerdict } from '../check-honour.ts';
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
    const file = this.querySelector<HTMLInputElement>('input[type="file"]');
    const pasted = this.querySelector('textarea');
    this.querySelector('[data-tool]')?.removeAttribute('hidden');
    file?.addEventListener(
      'change',
      () =>
        void file.files
          ?.item(0)
          ?.text()
          .then((text) => this.#check(text)),
    );
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#check(pasted?.value ?? '');
    });
  }

  async #check(brought: string): Promise<void> {
    this.#say(await checkHonour(brought, readKeys(JSON.parse(this.dataset['keys'] ?? '[]'))));
  }

  #say(verdict: HonourVerdict): void {
    for (const part of this.querySelectorAll<HTMLElement>('[data-verdict]'))
      part.hidden = part.dataset['verdict'] !== verdict.kind;
    if (verdict.kind === 'genuine') {
      const words: Record<string, string> = wordsOf(verdict.statement);
      for (const slot of this.querySelectorAll<HTMLElement>('[data-slot]'))
        slot.textContent = words[slot.dataset['slot'] ?? ''] ?? '';
      this.querySelector('[data-now]')?.setAttribute('href', `/xac-minh/?q=${verdict.statement.id}`);
    }
    this.querySelector<HTMLElement>('[role="status"]')?.focus();
  }
}

customElements.define('verify-honour', VerifyHonour);
