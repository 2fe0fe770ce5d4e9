import { makeElement } from '../../../platform/dom/make-element.ts';
import { isObject } from '../../../platform/json.ts';
import { putAnswers } from '../../forms/put-answers.ts';
import { checkReceipt, type Verdict } from '../signing/check-receipt.ts';
import { type BroughtReceipt, readBroughtReceipt } from '../signing/read-receipt.ts';
import { statementWords } from '../signing/statement-words.ts';
import { type Ed25519Key, readKeys } from '../signing/verify-signature.ts';

const keysAddress = '/api/v1/receipt-key.json';

/** Results that the page can show, each in its `[data-verdict]`. `no-keys-read`: the keys could not be fetched. */
type Said = Verdict['kind'] | 'unreadable' | 'no-keys-read';

/** Fetches the keys that the site publishes. Throws if they cannot be read. */
async function fetchKeys(): Promise<Ed25519Key[]> {
  const answer = await fetch(keysAddress);
  const body: unknown = await answer.json();
  if (!answer.ok || !isObject(body) || !Array.isArray(body['keys'])) throw new TypeError('No list of keys.');
  return readKeys(body['keys']);
}

/** `<verify-receipt>`: checks a file or a pasted signature in the browser; nothing of it is sent anywhere. */
class VerifyReceipt extends HTMLElement {
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
      const receipt = readBroughtReceipt(brought);
      if (!receipt) return this.#say('unreadable');
      const verdict = await checkReceipt(receipt, await fetchKeys());
      if (verdict.kind === 'genuine') this.#fill(receipt, verdict);
      this.#say(verdict.kind);
    } catch {
      this.#say('no-keys-read');
    }
  }

  /** The name of a form. Only its id is signed; the name comes from the site. */
  #titleOf(form: string): string {
    const titles: unknown = JSON.parse(this.dataset['titles'] ?? '{}');
    const title = isObject(titles) && Object.hasOwn(titles, form) ? titles[form] : undefined;
    return typeof title === 'string' ? title : form;
  }

  /** Shows what was signed and nothing else from the file: only answers that match a signed digest. */
  #fill(brought: BroughtReceipt, { statements }: Extract<Verdict, { kind: 'genuine' }>): void {
    const last = statements.at(-1) ?? statements[0];
    const texts: Record<string, string> = {
      code: last.code,
      form: this.#titleOf(last.form),
      version: `${last.form}, phiên bản ${last.formVersion}`,
      digest: last.answersSha256,
    };
    for (const slot of this.querySelectorAll<HTMLElement>('[data-slot]')) {
      slot.textContent = texts[slot.dataset['slot'] ?? ''] ?? '';
    }
    for (const list of this.querySelectorAll('[data-statements]'))
      list.replaceChildren(...statements.map((statement) => makeElement('li', statementWords(statement))));
    for (const link of this.querySelectorAll('[data-status-link]')) {
      link.setAttribute('href', `/tra-cuu/?ma=${encodeURIComponent(last.code)}`);
    }
    for (const part of this.querySelectorAll<HTMLElement>('[data-with-answers]')) {
      part.hidden = (part.dataset['withAnswers'] === 'yes') !== (brought.is === 'file');
    }
    putAnswers(document, brought.is === 'file' ? (brought.statements.at(-1)?.answers ?? []) : []);
  }

  #say(said: Said): void {
    for (const part of this.querySelectorAll<HTMLElement>('[data-verdict]')) {
      part.hidden = part.dataset['verdict'] !== said;
    }
    this.querySelector<HTMLElement>('[data-verdicts]')?.focus();
  }
}

customElements.define('verify-receipt', VerifyReceipt);
