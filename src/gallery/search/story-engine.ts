import type { ExcerptPart } from '../../search/excerpt.ts';
import { fileNames } from '../../search/files.ts';
import { find } from '../../search/find.ts';
import { comesFirst, type Merged, merge, type RankedDoc, withoutText } from '../../search/merge.ts';
import type { Pagefind } from '../../search/pagefind.ts';
import { isNumber, listOf } from '../../search/shapes.ts';
import { type ReadFile, ShardedIndex } from '../../search/sharded-index.ts';
import { beforeTexts, bestReading, inAnyOrder, TextTier } from '../../search/text-tier.ts';
import { SearchUnavailableError } from '../../search/unavailable.ts';
import { queryWords } from '../../vietnamese/words.ts';
import { type Card, isCard } from './card.ts';
import { countFacets, type FacetCounts, type Filters, filtered, isFacetTable } from './facets.ts';

/** A question to the search of the gallery. */
export interface StoryQuestion {
  /** As typed, in any Unicode form. A text without a word finds all stories, newest first. */
  text: string;
  filters?: Filters;
  /** Defaults to `relevance`. The other orders sort all stories found. */
  sort?: 'relevance' | 'newest' | 'name' | 'adopted';
  /** How many of the first to show, and how many to leave out before them. */
  count: number;
  from?: number;
  /** Whether to count how many stories each value of each filter would leave. */
  counts?: boolean;
  /** Search the texts too, even where names and summaries already fill a page. */
  deep?: boolean;
  /** Never search the texts. For queries of a reader who is still typing. */
  quick?: boolean;
}

/** A story found: its card, and an excerpt of its text when the card lacks the words. */
export interface FoundStory extends Card {
  excerpt: ExcerptPart[];
}

/** The answer to one question. */
export interface StoryAnswer {
  /** How many stories match, after the filters. */
  total: number;
  /** All matches in the requested order, as positions in the list of all stories, newest first. */
  docs: readonly number[];
  found: FoundStory[];
  /** `all`: each story has every word, or no word was asked. `near`: no story has every word. `none`: nothing found. */
  how: Merged['how'];
  /** “Ý bạn là …”: the query without its slip; null where nothing is a slip. The stories never answer it. */
  meant: string | null;
  /** Counts by filter and value; null unless the question asks for counts. */
  counts: FacetCounts | null;
  /** False while the texts were not searched: they may have more stories (`deep`). */
  textsAsked: boolean;
}

/** From this many stories found by name and summary on, texts are searched only on demand. */
const fullPage = 20;

/** Age of the open index after which an empty result may mean that the site was rebuilt. */
const freshMs = 60_000;
/** Cards that a browser loads at a time over HTTP/1. They are shown while the others load. */
const firstPart = 5;

const hasFilters = (filters: Filters | undefined): boolean =>
  Object.values(filters ?? {}).some((values) => values.length > 0);

/** Reads the published index. */
const readPublished: ReadFile = async (name, fresh) => {
  const reply = await fetch(`/chi-muc/${name}`, { cache: fresh ? 'no-cache' : 'default' });
  if (!reply.ok) throw new Error(`${reply.status} for ${reply.url}`);
  return new Uint8Array(await reply.arrayBuffer());
};

/**
 * The search of the gallery. Names, units and summaries are in this project's own index (`/chi-muc/`), and a query loads only the
 * files that it needs. Texts are in Pagefind's index. Loads nothing before `open` or the first `ask`.
 */
export class StoryEngine {
  readonly #read: ReadFile;
  readonly #texts: TextTier | null;
  #index: Promise<ShardedIndex<Card>> | null = null;
  #openedAt = 0;

  /**
   * @param pagefind searches the texts; with null, a story that only its text answers is found, but without excerpt
   * @param read reads a file of the index
   */
  constructor(pagefind: Pagefind | null, read: ReadFile = readPublished) {
    this.#read = read;
    this.#texts = pagefind && new TextTier(pagefind);
  }

  /** Loads the data that every query needs. Call this when the reader turns to the search. */
  open(): Promise<ShardedIndex<Card>> {
    if (!this.#index) this.#openedAt = performance.now();
    this.#index ??= ShardedIndex.open(this.#read, isCard).catch((cause: unknown) => {
      this.#index = null;
      throw new SearchUnavailableError(cause);
    });
    return this.#index;
  }

  /**
   * Answers a question. Before the promise resolves to the whole answer, `onFirst` may receive partial answers: first a few
   * stories, then, where texts must be searched too, all hits in names, units and summaries. An index that was rebuilt while
   * the page is open is reopened once.
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
      const shown = Array.from({ length: index.size }, (_, doc): RankedDoc => ({ doc, excerpt: null }));
      return this.#answer(
        index,
        question,
        { shown, how: shown.length > 0 ? 'all' : 'none', meant: null },
        true,
      );
    }
    const findings = await find(index, question.text);
    const exact = findings.hits.filter((hit) => hit.exact).length;
    const enough = findings.how === 'all' && exact >= fullPage;
    const cannot = !findings.known && findings.how !== 'all';
    const spare = question.quick || (enough && !question.deep);
    const showFew = async (merged: Merged): Promise<void> => {
      if (onFirst && question.count > firstPart && merged.shown.length > 0)
        onFirst(await this.#answer(index, { ...question, count: firstPart }, merged, false));
    };
    const isLast = cannot || spare;
    if (isLast || comesFirst(findings)) await showFew(withoutText(findings));
    if (isLast) return this.#answer(index, question, withoutText(findings), cannot);
    const reading = await bestReading(index, question.text);
    const listedFirst = this.#texts ? beforeTexts : inAnyOrder;
    const known = reading ? merge(findings, listedFirst(reading)) : withoutText(findings);
    if (!comesFirst(findings)) await showFew(known);
    const own = known.shown.length > 0 ? await this.#answer(index, question, known, false) : null;
    if (own) onFirst?.(own);
    if ((!reading && own) || !this.#texts)
      return { ...(own ?? (await this.#answer(index, question, known, true))), textsAsked: true };
    // The texts are searched after the first answer is shown: on a slow line both would delay each other.
    const said = await this.#texts.find(index, question.text, reading).catch((cause: unknown) => ({ cause }));
    if ('hits' in said) return this.#answer(index, question, merge(findings, said), true);
    if (own) return own;
    throw said.cause;
  }

  async #answer(
    index: ShardedIndex<Card>,
    question: StoryQuestion,
    merged: Merged,
    textsAsked: boolean,
  ): Promise<StoryAnswer> {
    const { filters = {}, from = 0, count } = question;
    const byDoc = new Map(merged.shown.map((each) => [each.doc, each]));
    const all = [...byDoc.keys()];
    const table =
      hasFilters(filters) || question.counts ? await index.json(fileNames.facets, isFacetTable) : null;
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

async function sorted(
  index: ShardedIndex<Card>,
  docs: number[],
  sort: StoryQuestion['sort'],
): Promise<number[]> {
  if (sort === 'newest') return [...docs].sort((a, b) => a - b);
  if (sort !== 'name' && sort !== 'adopted') return docs;
  const ranks = await index.json(sort === 'name' ? fileNames.names : fileNames.adopted, listOf(isNumber));
  return [...docs].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
}
