import { showErrors, showNotice } from '../../forms/show-errors.ts';
import { DraftBox } from '../drafts/draft-box.ts';
import { followChoices } from './follow-choices.ts';
import { postFiling, unreachable } from './post-filing.ts';
import type { Reply, Settled } from './read-reply.ts';

function renewKey(form: HTMLFormElement): void {
  const key = form.querySelector<HTMLInputElement>('[name="submissionKey"]');
  if (key) key.value = crypto.randomUUID();
}

function say(form: HTMLFormElement, words: string): void {
  const status = form.querySelector('[data-sending]');
  if (status) status.textContent = words;
}

/** A person begins: loads what the next moments need. Where it cannot be loaded, the page does without. */
function prepare(form: HTMLFormElement): void {
  import('./count-characters.ts').then(
    ({ countCharacters }) => countCharacters(form),
    () => undefined,
  );
  if (form.querySelector('evidence-files')) import('../evidence/evidence-files.ts').catch(() => undefined);
  if (form.querySelector('unit-finder'))
    import('./unit-finder.ts').catch(() => form.querySelector('unit-finder')?.remove());
}

/** Solves what the server asks before it takes the filing, and sends it again, once; loaded by who is asked alone. */
const prove = (form: HTMLFormElement, challenge: Record<string, unknown>): Promise<Settled> =>
  import('./proof/prove-and-post.ts').then(
    ({ proveAndPost }) => proveAndPost(form, challenge, (words) => say(form, words)),
    () => unreachable,
  );

const kept = 'Nội dung đã nhập vẫn còn nguyên trên trang, và chỉ được nhận một lần.';
const pressAgain = `${kept} Khi có mạng, hoặc sau ít phút, hãy bấm gửi lại.`;
const sentByItself = `${kept} Cứ để trang mở: trang sẽ tự gửi khi gửi được. Cũng có thể bấm gửi bất cứ lúc nào.`;

/**
 * Sends the form in the background, so that nothing typed is lost when the line is cut or a field is wrong. The same
 * key goes with every try of one filing: a retry finds the first receipt. Without script the form posts by itself.
 */
class FilingForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    renewKey(form);
    // Back from the receipt: what is sent next is another filing.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (!persisted || !this.isReceived) return;
      renewKey(form);
      this.isReceived = false;
      this.isSending = false;
    });
    followChoices(form);
    // Not every browser moves the focus to a control that is pressed.
    const begun = new AbortController();
    const begin = () => {
      begun.abort();
      prepare(form);
    };
    for (const event of ['focusin', 'change']) form.addEventListener(event, begin, { signal: begun.signal });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.send(form);
    });
  }

  private isSending = false;
  private isReceived = false;

  /** `isRetry` when nobody pressed: then nothing takes the reader away from where he is. */
  private async send(form: HTMLFormElement, isRetry = false): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    // Files still on their way are waited for; what they say themselves is why nothing is sent.
    const waits: Promise<boolean>[] = [];
    form.dispatchEvent(new CustomEvent('before-sending', { detail: waits }));
    if ((await Promise.all(waits)).includes(false)) {
      this.isSending = false;
      this.leadToSummary(form);
      return;
    }
    say(form, 'Đang gửi…');
    const box = this.querySelector('draft-box');
    const desk = box instanceof DraftBox ? await box.desk() : undefined;
    desk?.sending();
    let reply = await postFiling(form);
    if (reply.kind === 'asked') reply = await prove(form, reply.challenge);
    say(form, '');
    // A receipt leaves the page: a second press on the way out sends nothing.
    if (reply.kind === 'receipt') {
      this.isReceived = true;
      desk?.received();
      location.assign(reply.receiptUrl);
      return;
    }
    this.isSending = false;
    if (reply.kind === 'later') {
      const pause = desk?.later(reply.askedMs, () => void this.send(form, true));
      if (pause) say(form, `Chưa gửi. Tự gửi lại sau ${pause}.`);
      showNotice(document, form, { title: reply.title, detail: pause ? sentByItself : pressAgain });
    } else {
      this.show(form, reply);
      desk?.refused();
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
    // The first try had arrived after all: what is sent next is a filing of its own.
    if (reply.errors.some(({ field }) => field === 'submissionKey')) renewKey(form);
  }

  private leadToSummary(form: HTMLFormElement): void {
    const summary = form.querySelector<HTMLElement>('[data-error-summary]');
    summary?.focus({ preventScroll: true });
    summary?.scrollIntoView({ block: 'start' });
  }
}

customElements.define('filing-form', FilingForm);
