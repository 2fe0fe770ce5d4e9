import { showErrors, showNotice } from '../../forms/show-errors.ts';
import { countCharacters } from './count-characters.ts';
import { followChoices } from './follow-choices.ts';
import { readReply, type Reply } from './read-reply.ts';

const unreachable = {
  title: 'Chưa gửi được vì mất kết nối',
  detail:
    'Nội dung đã nhập vẫn còn nguyên trên trang. Khi có mạng, hãy bấm gửi lại: phiếu chỉ được nhận một lần.',
};

function renewKey(form: HTMLFormElement): void {
  const key = form.querySelector<HTMLInputElement>('[name="submissionKey"]');
  if (key) key.value = crypto.randomUUID();
}

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
      if (!persisted) return;
      renewKey(form);
      this.isSending = false;
    });
    followChoices(form);
    countCharacters(form);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.send(form);
    });
  }

  private isSending = false;

  private async send(form: HTMLFormElement): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    const status = form.querySelector('[data-sending]');
    if (status) status.textContent = 'Đang gửi…';
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])),
      });
      this.show(form, await readReply(answer));
    } catch {
      this.show(form, { kind: 'notice', notice: unreachable });
    } finally {
      if (status) status.textContent = '';
    }
  }

  private show(form: HTMLFormElement, reply: Reply): void {
    // A receipt leaves the page: a second press on the way out sends nothing.
    if (reply.kind === 'receipt') {
      location.assign(reply.receiptUrl);
      return;
    }
    this.isSending = false;
    if (reply.kind === 'errors') {
      showErrors(document, form, reply.errors);
      // The first try had arrived after all: what is sent next is a filing of its own.
      if (reply.errors.some(({ field }) => field === 'submissionKey')) renewKey(form);
    }
    if (reply.kind === 'notice') showNotice(document, form, reply.notice);
    const summary = form.querySelector<HTMLElement>('[data-error-summary]');
    summary?.focus({ preventScroll: true });
    summary?.scrollIntoView({ block: 'start' });
  }
}

customElements.define('filing-form', FilingForm);
