import { SearchEngine } from '../../search/engine.ts';
import { readQuery } from '../../search/query.ts';
import { type SectionId, sections } from '../../search/sections.ts';
import { StoryEngine } from '../../gallery/search/story-engine.ts';
import { loadingMessage } from '../../search/messages.ts';
import { joinAnswers, type SiteAnswer } from './site-answer.ts';
import { siteFailureMessage, totalMessage } from './site-messages.ts';
import { resultGroup } from './site-results.ts';
import { askStories } from './story-section.ts';

const patienceMs = 500;
const shownOfEach = 5;
const shownOfOne = 20;

/**
 * `<site-search>`: answers the query of the address (`?q=`, `muc` for one section, `xem` for how many) with
 * results in sections. Parts are marked `data-part`: `form`, `status`, `found`, `ways` (what to do where
 * there is no answer), and the templates `group` and `row`.
 */
class SiteSearch extends HTMLElement {
  readonly #engine: SearchEngine;
  readonly #stories: StoryEngine;
  #turn = 0;

  constructor() {
    super();
    this.#engine = new SearchEngine('/pagefind/');
    this.#stories = new StoryEngine(this.#engine);
  }

  connectedCallback(): void {
    const form = this.#part('form', HTMLFormElement);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go(form);
    });
    form.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'radio') this.#go(form);
    });
    form.addEventListener('focusin', () => void this.#engine.open().catch(() => undefined), { once: true });
    window.addEventListener('popstate', this.#followAddress);
    this.#followAddress();
    if (!this.#input().value) this.#input().focus();
  }

  disconnectedCallback(): void {
    window.removeEventListener('popstate', this.#followAddress);
  }

  readonly #followAddress = (): void => {
    const asked = new URLSearchParams(location.search);
    this.#input().value = asked.get('q') ?? '';
    const wanted = asked.get('muc') ?? '';
    for (const radio of this.querySelectorAll<HTMLInputElement>('[name="muc"]')) {
      radio.checked = radio.value === wanted;
    }
    void this.#show(sections.find(({ id }) => id === wanted)?.id ?? null, Number(asked.get('xem')) || 0);
  };

  #go(form: HTMLFormElement): void {
    const query = readQuery(this.#input().value)?.text ?? '';
    const section = new FormData(form).get('muc');
    const address = this.#address(query, typeof section === 'string' ? section : '');
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
    this.#followAddress();
  }

  #address(query: string, section: string, count = 0): string {
    const asked = new URLSearchParams();
    if (query) asked.set('q', query);
    if (section) asked.set('muc', section);
    if (count) asked.set('xem', String(count));
    const question = asked.toString();
    return `/tim-kiem/${question ? `?${question}` : ''}`;
  }

  async #show(only: SectionId | null, count: number): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const query = readQuery(this.#input().value);
    if (!query) return this.#paint(null, '', '');
    const waiting = window.setTimeout(() => this.#say(loadingMessage), patienceMs);
    const asked = sections.filter(({ id }) => only === null || id === only);
    const shown = only ? Math.max(count, shownOfOne) : shownOfEach;
    try {
      const answers = await Promise.all(
        asked.map(async ({ id }) => ({
          section: id,
          answer: await (id === 'dien-hinh'
            ? askStories(this.#stories, query, shown)
            : this.#engine.ask(query, shown, id)),
        })),
      );
      if (turn !== this.#turn) return;
      const all = joinAnswers(answers);
      this.#paint(all, query.text, totalMessage(query.text, all.total, all.near), only ? shown : 0);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#paint(null, '', siteFailureMessage);
      console.error(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  /** Shows an answer, or with null only the other ways. */
  #paint(answer: SiteAnswer | null, text: string, message: string, shown = 0): void {
    this.#say(message);
    const blanks = {
      group: this.#part('group', HTMLTemplateElement),
      row: this.#part('row', HTMLTemplateElement),
    };
    const more = (section: SectionId) => this.#address(text, section, shown && shown + shownOfOne);
    const groups = (answer?.groups ?? []).map((each) => resultGroup(each, more(each.section), blanks));
    this.#part('found', HTMLElement).replaceChildren(...groups);
    this.#part('ways', HTMLElement).hidden = (answer?.total ?? 0) > 0;
  }

  #say(message: string): void {
    this.#part('status', HTMLElement).textContent = message;
  }

  #input(): HTMLInputElement {
    const input = this.querySelector<HTMLInputElement>('[name="q"]');
    if (!input) throw new Error('<site-search> needs an input: see SiteSearch.astro.');
    return input;
  }

  #part<E extends HTMLElement>(name: string, kind: new () => E): E {
    const part = this.querySelector(`[data-part="${name}"]`);
    if (part instanceof kind) return part;
    throw new Error(`<site-search> needs a part “${name}”: see SiteSearch.astro.`);
  }
}

customElements.define('site-search', SiteSearch);
