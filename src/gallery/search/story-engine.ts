import { SearchEngine } from '../../search/engine.ts';
import type { ExcerptPart } from '../../search/excerpt.ts';
import { SearchUnavailableError } from '../../search/unavailable.ts';
import { queryWords } from '../../vietnamese/words.ts';
import { countFacets, type FacetCounts, type Filters, filtered } from './facets.ts';
import type { Card } from './files.ts';
import { find } from './find.ts';
import { StoryIndex } from './index-reader.ts';
import { alone, comesFirst, type Merged, merge, type RankedStory } from './merge.ts';
import { inAnyOrder, TextTier } from './text-tier.ts';

/** What is asked of the gallery. */
export interface StoryQuestion {
  /** As typed, in any Unicode form; without a word in it, all stories answer, newest first. */
  text: string;
  filters?: Filters;
  /** `relevance` if not set; the others order all that answers. */
  sort?: 'relevance' | 'newest' | 'name';
  /** How many of the first to show, and how many to leave out before them. */
  count: number;
  from?: number;
  /** Whether to count for every filter what choosing it would leave. */
  counts?: boolean;
  /** Ask the texts too, though the names and summaries already fill a page. */
  deep?: boolean;
  /** Never ask the texts: for the keys of one who is still typing. */
  quick?: boolean;
}

/** A story found: its card, and where the words stand in its text when the card does not have them. */
export interface FoundStory extends Card {
  excerpt: ExcerptPart[];
}

/** The answer to one question. */
export interface StoryAnswer {
  /** How many answer, after the filters. */
  total: number;
  /** All that answer, in the order asked for, by their places in the list of all stories, newest first. */
  docs: readonly number[];
  found: FoundStory[];
  /**
   * `all`: each has every word (or there is no word). `meant`: they answer `meant` instead, of which nothing was found as typed.
   * `near`: none has every word. `none`: there is nothing.
   */
  how: Merged['how'];
  /** “Ý bạn là …”: the query with its slip mended; null when the answer is to what was typed. */
  meant: string | null;
  /** By filter and value; null when not asked for. */
  counts: FacetCounts | null;
  /** False while the texts were not asked: there may be more in them (`deep`). */
  textsAsked: boolean;
}

/** With so many stories found by name and summary, texts are only asked on demand. */
const fullPage = 20;

/** After so long, finding nothing may only mean that the site was rebuilt. */
const freshMs = 60_000;
/** Cards that a browser loads at a time over HTTP/1: they are shown while the others come. */
const firstPart = 5;

const hasFilters = (filters: Filters | undefined): boolean =>
  Object.values(filters ?? {}).some((values) => values.length > 0);

async function readFile(path: string, fresh: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const reply = await fetch(path, { cache: fresh ? 'no-cache' : 'default' });
  if (!reply.ok) throw new Error(`${reply.status} for ${reply.url}`);
  return new Uint8Array(await reply.arrayBuffer());
}

/**
 * The search of the gallery, in the browser. Names, units and summaries are in an index of our own (`/chi-muc/`), whose files a
 * query loads as it needs them; texts are in Pagefind's. Loads nothing before `open` or the first `ask`.
 */
export class StoryEngine {
  readonly #base: string;
  readonly #texts: TextTier;
  #index: Promise<StoryIndex> | null = null;
  #openedAt = 0;

  /**
   * @param pagefind the engine of the page, where it has one
   * @param base where the index was published, with slashes around
   */
  constructor(pagefind: SearchEngine = new SearchEngine('/pagefind/'), base = '/chi-muc/') {
    this.#base = base;
    this.#texts = new TextTier(pagefind);
  }

  /** Loads what every query needs: to be called when the reader turns to the search. */
  open(): Promise<StoryIndex> {
    if (!this.#index) this.#openedAt = performance.now();
    this.#index ??= StoryIndex.open((name, fresh) => readFile(this.#base + name, fresh)).catch(
      (cause: unknown) => {
        this.#index = null;
        throw new SearchUnavailableError(cause);
      },
    );
    return this.#index;
  }

  /**
   * Answers a question. Before the promise resolves to the whole answer, `onFirst` may be given what is there already: first a few
   * stories, then, where texts have to be asked too, all that names, units and summaries find. An index that was rebuilt under an
   * open page is opened again once.
   * @throws SearchUnavailableError
   */
  async ask(question: StoryQuestion, onFirst?: (answer: StoryAnswer) => void): Promise<StoryAnswer> {
    try {
      const answer = await this.#ask(question, onFirst).catch((error: unknown) => {
        if (error instanceof SearchUnavailableError) throw error;
        return null;
      });
      const isOld = performance.now() - this.#openedAt > freshMs;
      if (answer && (answer.total > 0 || !isOld)) return answer;
      this.#index = null;
      return await this.#ask(question, onFirst);
    } catch (cause) {
      throw cause instanceof SearchUnavailableError ? cause : new SearchUnavailableError(cause);
    }
  }

  async #ask(question: StoryQuestion, onFirst?: (answer: StoryAnswer) => void): Promise<StoryAnswer> {
    const index = await this.open();
    if (queryWords(question.text).length === 0) {
      const shown = Array.from({ length: index.root.stories }, (_, doc): RankedStory => ({
        doc,
        excerpt: null,
      }));
      return this.#answer(
        index,
        question,
        { shown, how: shown.length > 0 ? 'all' : 'none', meant: null },
        true,
      );
    }
    const findings = await find(index, question.text);
    const exact = findings.hits.filter((hit) => hit.exact).length;
    const enough =
      (findings.how === 'all' && exact >= fullPage) || (findings.how === 'meant' && !findings.known);
    const cannot = !findings.known && findings.how !== 'all';
    const spare = question.quick || (enough && !question.deep);
    if (onFirst && comesFirst(findings) && question.count > firstPart) {
      onFirst(await this.#answer(index, { ...question, count: firstPart }, alone(findings), false));
    }
    if (cannot || spare) return this.#answer(index, question, alone(findings), cannot);
    const reading = await this.#texts.read(index, question.text);
    const known = reading ? merge(findings, inAnyOrder(reading)) : alone(findings);
    const own = known.shown.length > 0 ? await this.#answer(index, question, known, false) : null;
    if (own) onFirst?.(own);
    if (!reading && own) return { ...own, textsAsked: true };
    // The texts are asked when the first answer stands there: on a slow line both would wait for each other.
    const said = await this.#texts.find(index, question.text, reading).catch((cause: unknown) => ({ cause }));
    if ('hits' in said) return this.#answer(index, question, merge(findings, said), true);
    if (own) return own;
    throw said.cause;
  }

  async #answer(
    index: StoryIndex,
    question: StoryQuestion,
    merged: Merged,
    textsAsked: boolean,
  ): Promise<StoryAnswer> {
    const { filters = {}, from = 0, count } = question;
    const byDoc = new Map(merged.shown.map((each) => [each.doc, each]));
    const all = [...byDoc.keys()];
    const table = hasFilters(filters) || question.counts ? await index.facets() : null;
    const docs = await sorted(index, table ? filtered(all, table, filters) : all, question.sort);
    const page = docs.slice(from, from + count);
    const [cards, excerpts] = await Promise.all([
      index.cards(page),
      Promise.all(page.map((doc) => byDoc.get(doc)?.excerpt?.() ?? [])),
    ]);
    return {
      total: docs.length,
      docs,
      found: cards.map((card, at) => ({ ...card, excerpt: excerpts[at] ?? [] })),
      how: docs.length > 0 ? merged.how : 'none',
      meant: merged.meant,
      counts: table && question.counts ? countFacets(all, table, filters) : null,
      textsAsked,
    };
  }
}

async function sorted(index: StoryIndex, docs: number[], sort: StoryQuestion['sort']): Promise<number[]> {
  if (sort === 'newest') return [...docs].sort((a, b) => a - b);
  if (sort !== 'name') return docs;
  const ranks = await index.nameRanks();
  return [...docs].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
}
