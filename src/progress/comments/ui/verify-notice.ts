import { officialDateTime } from '../../../vietnamese/official-date.ts';
import { readKeys } from '../../../filing/receipts/signing/verify-signature.ts';
import { checkNotice } from '../check-notice.ts';
import type { NoticeStatement } from '../statement.ts';

const moment = (at: string) => officialDateTime(new Date(at));

/** The words of a statement, for the page. */
const wordsOf = (signed: NoticeStatement): Record<string, string> => ({
  name: signed.sample ? `${signed.name} (dữ liệu minh họa)` : signed.name,
  address: signed.address,
  from: signed.from,
  lastDay: signed.lastDay,
  seen: `từ ${moment(signed.firstSeenAt)} đến ${moment(signed.lastSeenAt)}, ${signed.times} lần`,
  earlier: signed.earlierVersions === 0 ? 'không có' : String(signed.earlierVersions),
  digest: signed.contentSha256,
});

/** `<verify-notice>`: checks a proof of publication with the keys that came with the page; nothing is sent anywhere. */
class VerifyNotice extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('[data-tool]')?.removeAttribute('hidden');
    const file = this.querySelector('input');
    file?.addEventListener(
      'change',
      () =>
        void file.files
          ?.item(0)
          ?.text()
          .then((text) => this.#check(text)),
    );
  }

  async #check(brought: string): Promise<void> {
    const verdict = await checkNotice(brought, readKeys(JSON.parse(this.dataset['keys'] ?? '[]')));
    for (const part of this.querySelectorAll<HTMLElement>('[data-verdict]'))
      part.hidden = part.dataset['verdict'] !== verdict.kind;
    const words = verdict.kind === 'genuine' ? wordsOf(verdict.statement) : {};
    for (const slot of this.querySelectorAll<HTMLElement>('[data-slot]'))
      slot.textContent = words[slot.dataset['slot'] ?? ''] ?? '';
    this.querySelector<HTMLElement>('[role="status"]')?.focus();
  }
}

customElements.define('verify-notice', VerifyNotice);
