import { readQuery } from '../../search/query.ts';
import { type FoundStory, type StoryAnswer, StoryEngine } from '../../search/stories/story-engine.ts';
import { countMessage, failureMessage, loadingMessage } from './messages.ts';
import { showExcerpt } from './show-excerpt.ts';

const pauseAfterKeyMs = 180;
const promptMs = 100;
const patienceMs = 500;
const page = 20;

/**
 * `<gallery-search>`: searches the cards that the server wrote inside it. Parts are marked `data-part`:
 * `form`, `status`, `all` (the complete list), `found`, `none`, `more`, and a `<template>` for a page whose
 * card is not here. The query lives in the address as `?q=`.
 */
class GallerySearch extends HTMLElement {
  readonly #engine = new StoryEngine();
  #turn = 0;
  #typing = false;
  #pause = 0;
  #failed = false;
  /** How long the last answer took: on a slow line the keys before a pause are not asked. */
  #lastMs = Number.POSITIVE_INFINITY;

  connectedCallback(): void {
    const form = this.#part('form');
    const input = this.#input();
    input.addEventListener('focus', () => void this.#engine.open().catch(() => undefined), { once: true });
    input.addEventListener('input', () => {
      clearTimeout(this.#pause);
      this.#pause = window.setTimeout(() => this.#typed(true), pauseAfterKeyMs);
      if (this.#lastMs < promptMs) void this.#preview();
    });
    input.addEventListener('change', () => this.#typed(false));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#typed(false);
      if (this.#failed) void this.#show(page);
    });
    this.#part('more').addEventListener('click', () => void this.#showMore());
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

  /** The keyboard goes on from the first of the new results. */
  async #showMore(): Promise<void> {
    const before = this.#part('found').childElementCount;
    await this.#show(before + page);
    this.#part('found').children[before]?.querySelector('a')?.focus();
  }

  /** At each key what names and summaries say, at once and without a word to the reader. */
  async #preview(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const query = readQuery(this.#input().value);
    if (!query) return;
    const answer = await this.#engine.ask({ text: query.text, count: page, quick: true }).catch(() => null);
    if (answer && answer.total > 0 && turn === this.#turn) this.#paint(answer, '');
  }

  async #show(count: number): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const query = readQuery(this.#input().value);
    if (!query) return this.#paint(null, '');
    const waiting = window.setTimeout(() => this.#say(loadingMessage), patienceMs);
    try {
      const asked = { text: query.text, count };
      const start = performance.now();
      const answer = await this.#engine.ask(asked, (first) => {
        this.#lastMs = performance.now() - start;
        if (turn === this.#turn) this.#paint(first, loadingMessage);
      });
      this.#lastMs = Math.min(this.#lastMs, performance.now() - start);
      if (turn !== this.#turn) return;
      this.#failed = false;
      this.#paint(answer, countMessage(query.text, answer));
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#failed = true;
      this.#paint(null, failureMessage);
      console.error(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  /** Shows an answer, or with null the complete list. */
  #paint(answer: StoryAnswer | null, message: string): void {
    this.#say(message);
    this.#part('all').hidden = answer !== null;
    this.#part('none').hidden = answer?.total !== 0;
    this.#part('found').hidden = answer === null;
    this.#part('found').replaceChildren(...(answer?.found ?? []).map((each) => this.#rowOf(each)));
    this.#part('more').hidden = !answer || answer.total <= answer.found.length;
  }

  /** The server's card, or a plain row; with the words found in the story's text where the card lacks them. */
  #rowOf({ url, name, excerpt }: FoundStory): Node {
    const card = this.#part('all').querySelector(`[data-story="${CSS.escape(url)}"]`);
    if (card instanceof HTMLElement) return showExcerpt(document.importNode(card, true), excerpt);
    const blank = this.querySelector('template');
    const row = blank ? document.importNode(blank.content, true) : document.createDocumentFragment();
    const link = row.querySelector('a');
    if (link) {
      link.href = url;
      link.textContent = name;
    }
    return row;
  }

  #say(message: string): void {
    this.#part('status').textContent = message;
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
