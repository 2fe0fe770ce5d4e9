import { type Answer, SearchEngine } from '../../search/engine.ts';
import { readQuery } from '../../search/query.ts';
import { countMessage, failureMessage, loadingMessage } from './messages.ts';

const pauseAfterKeyMs = 180;
const patienceMs = 500;
const page = 20;

/**
 * `<gallery-search>`: searches the cards that the server wrote inside it. Parts are marked `data-part`:
 * `form`, `status`, `all` (the complete list), `found`, `none`, `more`, and a `<template>` for a page whose
 * card is not here. The query lives in the address as `?q=`.
 */
class GallerySearch extends HTMLElement {
  readonly #engine = new SearchEngine('/pagefind/');
  #turn = 0;
  #typing = false;
  #pause = 0;

  connectedCallback(): void {
    const form = this.#part('form');
    const input = this.#input();
    form.hidden = false;
    input.addEventListener('focus', () => void this.#engine.open().catch(() => undefined), { once: true });
    input.addEventListener('input', () => {
      clearTimeout(this.#pause);
      this.#pause = window.setTimeout(() => this.#typed(true), pauseAfterKeyMs);
    });
    input.addEventListener('change', () => this.#typed(false));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#typed(false);
    });
    this.#part('more').addEventListener('click', () => void this.#show(this.#shown() + page));
    this.addEventListener('click', (event) => this.#clear(event));
    window.addEventListener('popstate', this.#followAddress);
    this.#followAddress();
  }

  disconnectedCallback(): void {
    window.removeEventListener('popstate', this.#followAddress);
  }

  readonly #followAddress = (): void => {
    this.#input().value = new URLSearchParams(location.search).get('q') ?? '';
    this.#typing = false;
    void this.#show(page);
  };

  /** A first key after a pause starts a new step of history; the keys after it change that step. */
  #typed(more: boolean): void {
    clearTimeout(this.#pause);
    const text = readQuery(this.#input().value)?.text ?? '';
    const address = new URL(location.href);
    if ((address.searchParams.get('q') ?? '') !== text) {
      if (text) address.searchParams.set('q', text);
      else address.searchParams.delete('q');
      history[this.#typing ? 'replaceState' : 'pushState'](null, '', address);
      void this.#show(page);
    }
    this.#typing = more;
  }

  #clear(event: MouseEvent): void {
    if (!(event.target instanceof Element) || !event.target.closest('[data-clear]')) return;
    event.preventDefault();
    this.#input().value = '';
    this.#typed(false);
    this.#input().focus();
  }

  async #show(count: number): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const query = readQuery(this.#input().value);
    if (!query) return this.#paint(null, '');
    const waiting = window.setTimeout(() => this.#say(loadingMessage), patienceMs);
    try {
      const answer = await this.#engine.ask(query, count);
      if (turn === this.#turn) this.#paint(answer, countMessage(query.text, answer));
    } catch (error) {
      if (turn === this.#turn) this.#paint(null, failureMessage);
      console.error(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  /** Shows an answer, or with null the complete list. */
  #paint(answer: Answer | null, message: string): void {
    this.#say(message);
    this.#part('all').hidden = answer !== null;
    this.#part('none').hidden = answer?.total !== 0;
    this.#part('found').hidden = answer === null;
    this.#part('found').replaceChildren(...(answer?.found ?? []).map((each) => this.#cardOf(each)));
    this.#part('more').hidden = !answer || answer.total <= answer.found.length;
  }

  #cardOf({ url, title }: Answer['found'][number]): Node {
    const card = this.#part('all').querySelector(`[data-story="${CSS.escape(url)}"]`);
    if (card) return card.cloneNode(true);
    const blank = this.querySelector('template');
    const row = blank ? document.importNode(blank.content, true) : document.createDocumentFragment();
    const link = row.querySelector('a');
    link?.setAttribute('href', url);
    link?.append(title);
    return row;
  }

  #say(message: string): void {
    this.#part('status').textContent = message;
  }

  #shown(): number {
    return this.#part('found').childElementCount;
  }

  #input(): HTMLInputElement {
    const input = this.querySelector('input');
    if (!input) throw new Error('<gallery-search> needs an input: see GallerySearch.astro.');
    return input;
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`<gallery-search> needs a part “${name}”: see GallerySearch.astro.`);
    return part;
  }
}

customElements.define('gallery-search', GallerySearch);
