import { readKeys } from '../../../filing/receipts/signing/verify-signature.ts';
import { checkChosenFile, showVerdict } from '../../../platform/dom/show-verdict.ts';
import { officialDate, officialDateTime } from '../../../vietnamese/official-date.ts';
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
  off: signed.takenOff ? `${officialDate(signed.takenOff.on)}: ${signed.takenOff.reason}` : 'không',
  digest: signed.contentSha256,
});

/** `<verify-notice>`: checks a proof of publication with the keys that came with the page; nothing is sent anywhere. */
class VerifyNotice extends HTMLElement {
  connectedCallback(): void {
    checkChosenFile(this, (text) => this.#check(text));
  }

  async #check(brought: string): Promise<void> {
    const verdict = await checkNotice(brought, readKeys(JSON.parse(this.dataset['keys'] ?? '[]')));
    showVerdict(this, verdict.kind, verdict.kind === 'genuine' ? wordsOf(verdict.statement) : {});
  }
}

customElements.define('verify-notice', VerifyNotice);
