import type { FacetCounts } from '../search/facets.ts';
import type { FacetValues } from '../stories/facet-values.ts';
import { type FacetName, facetNames, facetPath } from '../stories/facets.ts';
import { part } from './dom-parts.ts';
import { findValues } from './find-values.ts';
import { choicesOf, type GalleryState } from './gallery-state.ts';

/** Matches the facet and the value in a link to a list. */
const listed = /\/dien-hinh\/loc\/([\w-]+)\/([\w-]+)\/$/;

/** A link of the filters, and the value that the link chooses. */
interface Choice {
  link: HTMLAnchorElement;
  facet: FacetName;
  value: string;
}

const number = (count: number): string => count.toLocaleString('vi');

/** The filters of the gallery: turns the server's links into switches with current counts. */
export class FiltersView {
  readonly #root: HTMLElement;
  readonly #values: FacetValues;
  readonly #finders: readonly HTMLElement[];
  #counts: FacetCounts | null = null;
  #choices: readonly Choice[];

  constructor(root: HTMLElement, values: FacetValues) {
    this.#root = root;
    this.#values = values;
    this.#finders = [...root.querySelectorAll<HTMLElement>('[data-values]')];
    for (const finder of this.#finders) this.#fill(finder);
    this.#choices = this.#readChoices();
  }

  /** The value that a click on an element chooses; null for any other element. */
  choiceOf(element: Element): Choice | null {
    const link = element.closest('a');
    return this.#choices.find((choice) => choice.link === link) ?? null;
  }

  /** Shows the chosen values, and how many stories each value would leave. Without `counts`, counts all stories. */
  paint(state: GalleryState, counts: FacetCounts | null): void {
    this.#counts = counts;
    const chosen = choicesOf(state).length;
    part(this.#root, 'chosen').textContent = chosen > 0 ? `(${chosen})` : '';
    for (const { link, facet, value } of this.#choices) {
      const count = this.#countOf(facet, value);
      if (state.chosen[facet].includes(value)) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      link.toggleAttribute('data-nothing', count === 0);
      link.querySelector('.numeric')?.replaceChildren(number(count));
    }
    // Where the words find no story, every value would leave none.
    this.#root.toggleAttribute(
      'data-no-value',
      this.#choices.every(({ link }) => link.hasAttribute('data-nothing')),
    );
    for (const finder of this.#finders) this.#sift(finder);
  }

  #countOf(facet: FacetName, value: string): number {
    if (this.#counts) return this.#counts[facet][value] ?? 0;
    return this.#values[facet].find(({ id }) => id === value)?.count ?? 0;
  }

  #readChoices(): Choice[] {
    return [...part(this.#root, 'filters').querySelectorAll('a')].flatMap((link) => {
      const [, name, value] = listed.exec(link.pathname) ?? [];
      const facet = facetNames.find((each) => each === name);
      return facet && value ? [{ link, facet, value }] : [];
    });
  }

  /** Loads the values of a facet that has too many for the page. */
  #fill(finder: HTMLElement): void {
    const facet = facetNames.find((each) => each === finder.dataset.values);
    const list = finder.querySelector('ul');
    if (!facet || !list) return;
    const rows = this.#values[facet].map(({ id, name }) => {
      const link = document.createElement('a');
      link.href = facetPath(facet, id);
      const words = document.createElement('span');
      words.append(name, ' ', document.createElement('small'));
      const count = document.createElement('span');
      count.className = 'numeric';
      link.append(words, ' ', count);
      const row = document.createElement('li');
      row.append(link);
      return row;
    });
    list.replaceChildren(...rows);
    finder.hidden = false;
    finder.addEventListener('input', () => this.#sift(finder));
  }

  /** Shows those values of a finder that match the typed words and would leave at least one story. */
  #sift(finder: HTMLElement): void {
    const input = finder.querySelector('input');
    const facet = facetNames.find((each) => each === finder.dataset.values);
    if (!facet) return;
    const found = new Map(
      findValues(this.#values[facet], input?.value ?? '').map(({ value, former }) => [value.id, former]),
    );
    let shown = 0;
    for (const choice of this.#choices.filter((each) => each.facet === facet)) {
      const row = choice.link.parentElement;
      const former = found.get(choice.value);
      const isChosen = choice.link.hasAttribute('aria-current');
      const isShown = former !== undefined && (isChosen || this.#countOf(facet, choice.value) > 0);
      row?.toggleAttribute('hidden', !isShown);
      choice.link.querySelector('small')?.replaceChildren(former ? `trước 1/7/2025: ${former}` : '');
      if (isShown) shown += 1;
    }
    const none = finder.querySelector('[data-none]');
    none?.toggleAttribute('hidden', shown > 0);
  }
}
