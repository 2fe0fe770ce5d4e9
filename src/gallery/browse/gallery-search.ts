import { failureMessage } from '../search/messages.ts';
import { part } from './dom-parts.ts';
import type { Gallery } from './gallery.ts';
import { loadFacetValues } from './load-facet-values.ts';

/** Controls that would leave the page, or do nothing, before the gallery's script is loaded. */
const acts = '[data-part="filters"] a[href^="/dien-hinh/loc/"], button';

/**
 * `<gallery-search>`: the page's list as a search. Loads gallery.ts when the address asks for something or when the reader
 * first uses the box or a filter, and then repeats what the reader did while gallery.ts was loading.
 */
class GallerySearch extends HTMLElement {
  #gallery: Promise<Gallery> | null = null;
  #awake = false;

  connectedCallback(): void {
    this.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLInputElement) void this.#wake().catch(() => undefined);
    });
    this.addEventListener('toggle', () => void this.#wake().catch(() => undefined), { capture: true });
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.#awake) void this.#wake().catch(() => undefined);
    });
    this.addEventListener('click', (event) => this.#hold(event), { capture: true });
    if (location.search === '') return;
    this.dataset.waiting = '';
    void this.#wake().catch(() => undefined);
  }

  disconnectedCallback(): void {
    void this.#gallery?.then((gallery) => gallery.end());
  }

  /** Holds a click back until gallery.ts can handle it. Without the script the link opens its page. */
  #hold(event: MouseEvent): void {
    if (this.#awake || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const act = event.target instanceof Element ? event.target.closest<HTMLElement>(acts) : null;
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    this.#wake().then(
      () => act.click(),
      () => act instanceof HTMLAnchorElement && location.assign(act.href),
    );
  }

  async #wake(): Promise<Gallery> {
    this.#gallery ??= Promise.all([import('./gallery.ts'), loadFacetValues()]).then(
      ([{ Gallery }, values]) => new Gallery(this, values),
    );
    try {
      const gallery = await this.#gallery;
      this.#awake = true;
      return gallery;
    } catch (error) {
      this.#gallery = null;
      delete this.dataset.waiting;
      part(this, 'status').textContent = failureMessage;
      throw error;
    }
  }
}

customElements.define('gallery-search', GallerySearch);
