import { linkMeant, wrapWords } from '../../search/link-meant.ts';
import { countMessage } from '../search/messages.ts';
import type { FoundStory, StoryAnswer } from '../search/story-engine.ts';
import type { FacetValues } from '../stories/facet-values.ts';
import { cardOf } from './card.ts';
import { part } from './dom-parts.ts';
import { choicesOf, type GalleryState, sortOf } from './gallery-state.ts';

/** The list of the gallery, its status line and its controls. */
export class ResultsView {
  readonly #root: HTMLElement;
  readonly #values: FacetValues;
  /** The status text of the complete list. */
  readonly #usual: string;
  /** The stories that the list shows now, each as JSON. */
  #painted: readonly string[] = [];

  constructor(root: HTMLElement, values: FacetValues) {
    this.#root = root;
    this.#values = values;
    this.#usual = part(root, 'status').dataset.usual ?? part(root, 'status').textContent;
    part(root, 'status').dataset.usual = this.#usual;
  }

  /** The name of a value; the value itself where the value has no name. */
  #nameOf({ facet, value }: ReturnType<typeof choicesOf>[number]): string {
    return this.#values[facet].find(({ id }) => id === value)?.name ?? value;
  }

  /** Shows the chosen values, each with a way to remove it, and the order. */
  paintState(state: GalleryState): void {
    const choices = choicesOf(state);
    const chips = part(this.#root, 'chips');
    const rows = choices.map((choice) => {
      const row = this.#root.ownerDocument.importNode(
        part<HTMLTemplateElement>(this.#root, 'chip').content,
        true,
      );
      const button = row.querySelector('button');
      if (button) {
        Object.assign(button.dataset, choice);
        button.prepend(this.#nameOf(choice));
      }
      return row;
    });
    part(chips, 'chosen-values').replaceChildren(...rows);
    chips.hidden = choices.length === 0;
    this.#root.toggleAttribute('data-filtered', choices.length > 0);
    this.#root.toggleAttribute('data-typed', state.text !== '');
    const sort = sortOf(state);
    for (const button of this.#root.querySelectorAll<HTMLElement>('[data-sort]')) {
      button.setAttribute('aria-pressed', String(button.dataset.sort === sort));
      if (button.dataset.sort === 'lien-quan') button.hidden = state.text === '';
    }
  }

  /** Shows an answer, or with null the complete list. */
  paint(answer: StoryAnswer | null): void {
    delete this.#root.dataset.waiting;
    part(this.#root, 'all').hidden = answer !== null;
    part(this.#root, 'none').hidden = answer?.total !== 0;
    this.#root.toggleAttribute('data-nothing', answer?.total === 0);
    const found = part(this.#root, 'found');
    found.hidden = answer === null;
    this.#paintCards(found, answer?.found ?? []);
    part(this.#root, 'more').hidden = !answer || answer.total <= answer.found.length;
    part(this.#root, 'deep').hidden = true;
  }

  /** Keeps a card that is already in its place: the card must not change while a finger presses it. */
  #paintCards(list: HTMLElement, stories: readonly FoundStory[]): void {
    const { activeElement } = this.#root.ownerDocument;
    const focused = list.contains(activeElement) && activeElement?.closest<HTMLElement>('[data-story]');
    const painted = stories.map((story) => JSON.stringify(story));
    for (const [place, story] of stories.entries()) {
      const there = list.children[place];
      if (there && this.#painted[place] === painted[place]) continue;
      if (there) there.replaceWith(this.#cardOf(story));
      else list.append(this.#cardOf(story));
    }
    for (const card of [...list.children].slice(stories.length)) card.remove();
    this.#painted = painted;
    if (!focused || focused.isConnected) return;
    const again = [...list.querySelectorAll<HTMLElement>('[data-story]')].find(
      ({ dataset }) => dataset.story === focused.dataset.story,
    );
    again?.querySelector('a')?.focus({ preventScroll: true });
  }

  /** Offers to look in the texts too. */
  offerTexts(): void {
    part(this.#root, 'deep').hidden = false;
  }

  /** Sets the status text; null sets the text of the complete list. */
  say(message: string | null): void {
    const status = part(this.#root, 'status');
    const text = message ?? this.#usual;
    if (status.textContent !== text) status.textContent = text;
  }

  /**
   * Sets the status of an answer. A corrected query links to `hrefOf` it. Only screen readers get the chosen values, which stand
   * below.
   */
  sayFound(state: GalleryState, answer: StoryAnswer | null, hrefOf: (meant: string) => string): void {
    if (!answer) {
      this.say(null);
      return;
    }
    // Names have commas of their own.
    const names = choicesOf(state)
      .map((choice) => this.#nameOf(choice))
      .join('; ');
    this.say(countMessage(state.text, answer, names ? [names] : []));
    if (names) {
      wrapWords(part(this.#root, 'status'), `, lọc theo ${names}`, (document) => {
        const heard = document.createElement('span');
        heard.className = 'visually-hidden';
        return heard;
      });
    }
    const { meant } = answer;
    if (meant) linkMeant(part(this.#root, 'status'), meant, hrefOf(meant));
  }

  /** Moves the focus to the card of a number, or to the start of the list. */
  focus(at: number | null): void {
    const link = at === null ? null : part(this.#root, 'found').children[at]?.querySelector('a');
    (link ?? part(this.#root, 'results')).focus();
  }

  #cardOf(story: FoundStory): Node {
    return cardOf(part<HTMLTemplateElement>(this.#root, 'blank'), story, this.#values);
  }
}
