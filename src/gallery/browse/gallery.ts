import { DocumentEngine } from '../../search/document-engine.ts';
import { loadingMessage } from '../../search/messages.ts';
import { Pagefind } from '../../search/pagefind.ts';
import { tidied } from '../../search/query.ts';
import { exportMessage, failureMessage } from '../search/messages.ts';
import { type StoryAnswer, StoryEngine } from '../search/story-engine.ts';
import type { FacetValues } from '../stories/facet-values.ts';
import { part, wordsInput } from './dom-parts.ts';
import { doorsOf, paintDoors } from './doors.ts';
import { type ExportKind, exportList } from './export.ts';
import { FiltersView } from './filters-view.ts';
import { press } from './gallery-actions.ts';
import { type GalleryState, readState, writeState } from './gallery-state.ts';
import { searchQuestion } from './question.ts';
import { ResultsView } from './results-view.ts';

const pauseAfterKeyMs = 180;
const promptMs = 100;
const patienceMs = 500;
const page = 20;

/** The running gallery: asks the search what the address says and shows the answer. */
export class Gallery {
  readonly #root: HTMLElement;
  readonly #engine: StoryEngine;
  readonly #documents: DocumentEngine;
  readonly #values: FacetValues;
  readonly #filters: FiltersView;
  readonly #results: ResultsView;
  readonly #ended = new AbortController();
  #state: GalleryState;
  #answer: StoryAnswer | null = null;
  #turn = 0;
  #typing = false;
  #pause = 0;
  #failed = false;
  /** How long the last answer took. On a slow line the gallery does not search at each key, only after a pause. */
  #lastMs = Number.POSITIVE_INFINITY;

  constructor(root: HTMLElement, values: FacetValues) {
    this.#root = root;
    this.#engine = new StoryEngine(new Pagefind());
    this.#documents = new DocumentEngine();
    this.#values = values;
    this.#filters = new FiltersView(root, values);
    this.#results = new ResultsView(root, values);
    this.#state = this.#read();
    const { signal } = this.#ended;
    const input = wordsInput(root);
    const early = input.value; // Typed while this script was loading.
    void this.#engine.open().catch(() => undefined);
    input.addEventListener('input', () => this.#key(), { signal });
    input.addEventListener('change', () => this.#typed(false), { signal });
    root.addEventListener('click', (event) => this.#click(event), { signal });
    part(root, 'form').addEventListener('submit', () => this.#typed(false, this.#failed), { signal });
    window.addEventListener('popstate', () => this.#follow(this.#read()), { signal });
    this.#follow(this.#state);
    if (!early || early === input.value) return;
    input.value = early;
    this.#typed(true);
  }

  /** Stops listening. */
  end(): void {
    this.#ended.abort();
  }

  #read(): GalleryState {
    return readState(new URLSearchParams(location.search), (facet, value) =>
      this.#values[facet].some(({ id }) => id === value),
    );
  }

  /** Shows what an address asks for. A change of the fragment alone starts no new search. */
  #follow(state: GalleryState): void {
    if (this.#turn > 0 && writeState(state) === writeState(this.#state)) return;
    this.#state = state;
    wordsInput(this.#root).value = this.#state.text;
    this.#typing = false;
    void this.#show();
  }

  /** Moves to another state. Adds a history entry, or with `more` replaces the current one. */
  #go(state: GalleryState, more = false): void {
    const address = location.pathname + writeState(state);
    if (address === location.pathname + location.search) return;
    history[more ? 'replaceState' : 'pushState'](null, '', address);
    this.#state = state;
    void this.#show();
  }

  #key(): void {
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => this.#typed(true), pauseAfterKeyMs);
    if (this.#lastMs < promptMs) void this.#preview();
  }

  /** The first key after a pause adds a history entry; the keys after that replace the entry. */
  #typed(more: boolean, again = false): void {
    clearTimeout(this.#pause);
    const text = tidied(wordsInput(this.#root).value);
    if (text !== this.#state.text) this.#go({ ...this.#state, text, deep: false }, this.#typing);
    else if (again) void this.#show();
    this.#typing = more;
  }

  #click(event: MouseEvent): void {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const { target } = event;
    if (!(target instanceof Element)) return;
    if (target.closest('[data-story] a')) clearTimeout(this.#pause);
    const file = target.closest<HTMLElement>('[data-export]')?.dataset.export;
    if (target.closest('[data-part="more"] button')) void this.#showMore();
    else if ((file === 'csv' || file === 'json') && this.#answer)
      void this.#export(file).catch((error: unknown) => this.#fail(exportMessage, error));
    else {
      const pressed = press(target, this.#state, this.#filters);
      if (!pressed) return;
      this.#go(pressed.state);
      wordsInput(this.#root).value = this.#state.text;
      if (pressed.focus === 'words') wordsInput(this.#root).focus();
      if (pressed.focus === 'results') this.#results.focus(null);
    }
    event.preventDefault();
  }

  /** Shows more results and moves the focus to the first new one. */
  async #showMore(): Promise<void> {
    const before = this.#answer?.found.length ?? 0;
    await this.#show(before + page);
    this.#results.focus(before);
  }

  async #export(kind: ExportKind): Promise<void> {
    const { docs } = await this.#engine.ask(searchQuestion(this.#state, 0));
    const [first] = docs;
    await exportList({ kind, docs, firstId: first === undefined ? undefined : this.#answer?.found[0]?.id });
  }

  /** Searches names and summaries at each key, and shows the results without an announcement. */
  async #preview(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const text = tidied(wordsInput(this.#root).value);
    if (!text) return;
    const state = { ...this.#state, text };
    const question = searchQuestion(state, page);
    const answer = await this.#engine.ask({ ...question, counts: false, quick: true }).catch(() => null);
    if (!answer?.total || turn !== this.#turn) return;
    this.#results.paint(answer);
    this.#paintDoors(state, answer);
  }

  /** The ways on stand above the list, so they come with its first results: a card must not move away from a finger. */
  #paintDoors(state: GalleryState, answer: StoryAnswer | null): void {
    const turn = this.#turn;
    const doors = answer && doorsOf(state, answer, this.#values, this.#documents).catch(() => null);
    void Promise.resolve(doors).then((found) => turn === this.#turn && paintDoors(this.#root, found));
  }

  #fail(words: string, error: unknown): void {
    this.#results.say(words);
    console.error(error);
  }

  async #show(count = page): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const state = this.#state;
    this.#results.paintState(state);
    if (writeState({ ...state, deep: false }) === '') return this.#paint(null);
    const waiting = window.setTimeout(() => this.#results.say(loadingMessage), patienceMs);
    try {
      const start = performance.now();
      const answer = await this.#engine.ask(searchQuestion(state, count), (first) => {
        this.#lastMs = performance.now() - start;
        if (turn !== this.#turn) return;
        this.#results.paint(first);
        this.#results.say(loadingMessage);
      });
      this.#lastMs = Math.min(this.#lastMs, performance.now() - start);
      if (turn === this.#turn) this.#paint(answer);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#paint(null);
      this.#failed = true;
      this.#fail(failureMessage, error);
    } finally {
      clearTimeout(waiting);
    }
  }

  /** Shows an answer, or with null the complete list. */
  #paint(answer: StoryAnswer | null): void {
    const state = this.#state;
    this.#failed = false;
    this.#answer = answer;
    this.#results.paint(answer);
    this.#filters.paint(state, answer?.counts ?? null);
    this.#results.sayFound(
      state,
      answer,
      (meant) => location.pathname + writeState({ ...state, text: meant }),
    );
    if (answer && !answer.textsAsked) this.#results.offerTexts();
    this.#paintDoors(state, answer);
  }
}
