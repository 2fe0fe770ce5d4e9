import { StoryEngine } from '../../gallery/search/story-engine.ts';
import { DocumentEngine } from '../../search/document-engine.ts';
import { loadingMessage } from '../../search/messages.ts';
import { tidied } from '../../search/query.ts';
import { showAnswer } from './show-answer.ts';
import { addressOf, readQuestion } from './site-address.ts';
import { askSite, type SiteEngines } from './site-answer.ts';
import { siteFailureMessage } from './site-messages.ts';

const patienceMs = 500;

/** `<site-search>`: answers the question of the address (`?q=`, `muc` for one section, `xem` for how many) in the page. */
class SiteSearch extends HTMLElement {
  readonly #engines: SiteEngines;
  #turn = 0;

  constructor() {
    super();
    this.#engines = { docs: new DocumentEngine(), stories: new StoryEngine(null) };
  }

  connectedCallback(): void {
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go(form);
    });
    form?.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'radio') this.#go(form);
    });
    form?.addEventListener('focusin', () => void this.#engines.docs.open().catch(() => undefined), {
      once: true,
    });
    window.addEventListener('popstate', this.#follow);
    // Without a question, what somebody typed before this script came stays.
    if (readQuestion(new URLSearchParams(location.search)).text) this.#follow();
    const input = this.querySelector<HTMLInputElement>('[name="q"]');
    if (input && !input.value) input.focus();
  }

  disconnectedCallback(): void {
    window.removeEventListener('popstate', this.#follow);
  }

  #go(form: HTMLFormElement): void {
    const data = new FormData(form);
    const section = data.get('muc');
    const typed = data.get('q');
    const address = addressOf({
      text: tidied(typeof typed === 'string' ? typed : ''),
      section: typeof section === 'string' && section !== '' ? section : null,
    });
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
    this.#follow();
  }

  readonly #follow = (): void => {
    void this.#show();
  };

  async #show(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const question = readQuestion(new URLSearchParams(location.search));
    const say = (message: string): void =>
      this.querySelector('[data-part="status"]')?.replaceChildren(message);
    const answered = this.querySelector('[data-part="status"]')?.textContent ?? '';
    const waiting = window.setTimeout(() => say(loadingMessage), patienceMs);
    try {
      const answer = question.text ? await askSite(this.#engines, question) : null;
      if (turn === this.#turn) showAnswer(this, question, answer);
    } catch (error) {
      if (turn !== this.#turn) return;
      console.error(error);
      // The server's answer stands. A later question goes to the server.
      if (this.dataset.answered === question.text) return say(answered);
      if (turn > 1) return location.reload();
      showAnswer(this, question, null);
      say(siteFailureMessage);
    } finally {
      clearTimeout(waiting);
    }
  }
}

customElements.define('site-search', SiteSearch);
