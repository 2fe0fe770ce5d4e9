import { putAnswers } from '../../forms/put-answers.ts';
import { officialDateTime } from '../../official-date.ts';
import { checkProof, type Verdict } from '../../proof/check-proof.ts';
import { type BroughtProof, readProof } from '../../proof/read-proof.ts';
import type { Ed25519Key } from '../../proof/verify-signature.ts';

const keysAddress = '/api/v1/receipt-key.json';

/** What the page says; each has its `[data-verdict]`. `no-keys-read`: the keys could not be fetched. */
type Said = Verdict['kind'] | 'unreadable' | 'no-keys-read';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The keys that the site publishes. Throws when they cannot be read. */
async function readKeys(): Promise<Ed25519Key[]> {
  const answer = await fetch(keysAddress);
  const body: unknown = await answer.json();
  if (!answer.ok || !isObject(body) || !Array.isArray(body['keys'])) throw new TypeError('No list of keys.');
  return body['keys'].filter(isObject).map(({ kid, x }) => ({ kid: String(kid), x: String(x) }));
}

/** `<verify-proof>`: checks a file or a pasted signature in the browser; nothing of it is sent anywhere. */
class VerifyProof extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const file = this.querySelector<HTMLInputElement>('input[type="file"]');
    const pasted = this.querySelector('textarea');
    if (!form || !file || !pasted) return;
    this.querySelector('[data-tool]')?.removeAttribute('hidden');
    this.querySelector('[data-without-script]')?.remove();
    file.addEventListener('change', () => {
      void file.files
        ?.item(0)
        ?.text()
        .then(
          (text) => this.#check(text),
          () => this.#say('unreadable'),
        );
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#check(pasted.value);
    });
  }

  async #check(brought: string): Promise<void> {
    try {
      const proof = readProof(brought);
      if (!proof) return this.#say('unreadable');
      const verdict = await checkProof(proof, await readKeys());
      if (verdict.kind === 'genuine') this.#fill(proof, verdict);
      this.#say(verdict.kind);
    } catch {
      this.#say('no-keys-read');
    }
  }

  #fill({ file }: BroughtProof, { statement }: Extract<Verdict, { kind: 'genuine' }>): void {
    const texts: Record<string, string> = {
      code: statement.code,
      form: `${file?.title ?? statement.form} (phiên bản ${statement.formVersion})`,
      received: officialDateTime(new Date(statement.receivedAt)),
      digest: statement.answersSha256,
    };
    for (const slot of this.querySelectorAll<HTMLElement>('[data-slot]')) {
      slot.textContent = texts[slot.dataset['slot'] ?? ''] ?? '';
    }
    for (const link of this.querySelectorAll('[data-status-link]')) {
      link.setAttribute('href', `/tra-cuu/?ma=${statement.code}`);
    }
    for (const part of this.querySelectorAll<HTMLElement>('[data-with-answers]')) {
      part.hidden = (part.dataset['withAnswers'] === 'yes') !== (file !== null);
    }
    putAnswers(document, file?.answers ?? []);
  }

  #say(said: Said): void {
    for (const part of this.querySelectorAll<HTMLElement>('[data-verdict]')) {
      part.hidden = part.dataset['verdict'] !== said;
    }
    this.querySelector<HTMLElement>('[data-verdicts]')?.focus();
  }
}

customElements.define('verify-proof', VerifyProof);
