import { DraftBox } from '../../drafts/draft-box.ts';
import { showErrors, showNotice } from '../show-errors.ts';
import { followChoices } from './follow-choices.ts';
import { newKey } from './new-key.ts';
import { ifItCan, orPlainly } from './plain-way.ts';
import type { Reply, Settled } from './read-reply.ts';
import { sendForm, unreachable } from './send-form.ts';

function renewKey(form: HTMLFormElement): void {
  const key = form.querySelector<HTMLInputElement>('[name="submissionKey"]');
  if (key) key.value = newKey();
}

function say(form: HTMLFormElement, words: string): void {
  const status = form.querySelector('[data-sending]');
  if (status) status.textContent = words;
}

/** Loads scripts for the next steps when a person begins to type. The page works without them if loading fails. */
function prepare(form: HTMLFormElement): void {
  import('./count-characters.ts').then(
    ({ countCharacters }) => countCharacters(form),
    () => undefined,
  );
  // Until `repeat-rows` loads, or if it fails to load, all rows are visible.
  if (form.querySelector('repeat-rows')) import('./repeat-rows.ts').catch(() => undefined);
  if (form.querySelector('evidence-files'))
    import('../../evidence/ui/evidence-files.ts').catch(() => undefined);
  if (form.querySelector('unit-finder'))
    import('./unit-finder.ts').catch(() => form.querySelector('unit-finder')?.remove());
}

/**
 * Solves the server's challenge and sends the submission once more. Loads the solver only when the server asks. Rejects where this
 * browser cannot solve it; the plain form post then gets a short wait instead.
 */
async function prove(form: HTMLFormElement, challenge: Record<string, unknown>): Promise<Settled> {
  const loaded = await import('./prove-and-post.ts').catch((error: unknown) => {
    if (navigator.onLine) throw error;
  });
  return loaded ? loaded.proveAndPost(form, challenge, (words) => say(form, words)) : unreachable;
}

const kept = 'Nội dung đã nhập vẫn còn nguyên trên trang, và chỉ được nhận một lần.';
const pressAgain = `${kept} Khi có mạng, hoặc sau ít phút, hãy bấm gửi lại.`;
const filesFailed = { title: 'Chưa gửi được vì chưa tải lên được tệp', detail: pressAgain };
const sentByItself = `${kept} Cứ để trang mở: trang sẽ tự gửi khi gửi được. Cũng có thể bấm gửi bất cứ lúc nào.`;

/**
 * Sends the form in the background, so that nothing typed is lost when the connection breaks or a field is wrong. Every try of one
 * filing has the same key, so a retry finds the first receipt. Without script the browser posts the form.
 */
class FilingForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.send(form);
    });
    ifItCan(() => renewKey(form));
    // After Back from the receipt, the draft box says that this was filed. The next submission needs a new key.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (!persisted || !this.isReceived) return;
      renewKey(form);
      this.isReceived = false;
      this.isSending = false;
    });
    ifItCan(() => followChoices(form));
    // Not every browser focuses a control when it is clicked.
    const begun = new AbortController();
    const begin = () => {
      begun.abort();
      prepare(form);
    };
    for (const event of ['focusin', 'change']) form.addEventListener(event, begin, { signal: begun.signal });
  }

  private isSending = false;
  private isReceived = false;

  /** `isRetry`: an automatic try. It must not move the reader's focus or scroll position. */
  private async send(form: HTMLFormElement, isRetry = false): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    await orPlainly(form, () => this.sendHere(form, isRetry));
    if (!this.isReceived) this.isSending = false;
  }

  /** Rejects where this script cannot send; the browser then posts the form. */
  private async sendHere(form: HTMLFormElement, isRetry: boolean): Promise<void> {
    // Wait for running uploads. If an upload fails, its own message says why nothing is sent.
    const waits: Promise<boolean>[] = [];
    form.dispatchEvent(new CustomEvent('before-sending', { detail: waits }));
    // Never send without a chosen file: if waiting for uploads fails, send nothing.
    const settled = await Promise.all(waits).catch(() => showNotice(document, form, filesFailed));
    if (!settled || settled.includes(false)) {
      say(form, '');
      this.leadToSummary(form);
      return;
    }
    say(form, 'Đang gửi…');
    const box = this.querySelector('draft-box');
    // A draft that cannot be saved does not stop the submission.
    const desk = box instanceof DraftBox ? await box.desk().catch(() => undefined) : undefined;
    ifItCan(() => desk?.sending());
    let reply = await sendForm(form);
    if (reply.kind === 'asked') reply = await prove(form, reply.challenge);
    say(form, '');
    // The page is about to open the receipt: a second click must not send again.
    if (reply.kind === 'receipt') {
      this.isReceived = true;
      const { receiptUrl, code, at } = reply;
      ifItCan(() => desk?.received({ receiptUrl, code, at }));
      location.assign(receiptUrl);
      return;
    }
    if (reply.kind === 'later') {
      const { askedMs } = reply;
      const pause = ifItCan(() => desk?.later(askedMs, () => void this.send(form, true)));
      if (pause) say(form, `Chưa gửi. Tự gửi lại sau ${pause}.`);
      showNotice(document, form, { title: reply.title, detail: pause ? sentByItself : pressAgain });
    } else {
      this.show(form, reply);
      ifItCan(() => desk?.refused());
    }
    if (!isRetry || reply.kind !== 'later') this.leadToSummary(form);
  }

  private show(form: HTMLFormElement, reply: Extract<Reply, { kind: 'errors' | 'notice' }>): void {
    if (reply.kind === 'notice') {
      showNotice(document, form, reply.notice);
      return;
    }
    showErrors(document, form, reply.errors);
    form.dispatchEvent(new CustomEvent('refused', { detail: reply.body }));
    // The first try was stored after all, so the next submission needs a new key.
    if (reply.errors.some(({ field }) => field === 'submissionKey')) renewKey(form);
  }

  private leadToSummary(form: HTMLFormElement): void {
    const summary = form.querySelector<HTMLElement>('[data-error-summary]');
    summary?.focus({ preventScroll: true });
    summary?.scrollIntoView({ block: 'start' });
  }
}

customElements.define('filing-form', FilingForm);
