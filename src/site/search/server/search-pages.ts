import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { part, wordsInput } from '../../../gallery/browse/dom-parts.ts';
import { doorsOf, paintDoors } from '../../../gallery/browse/doors.ts';
import { readState, writeState } from '../../../gallery/browse/gallery-state.ts';
import { searchQuestion } from '../../../gallery/browse/question.ts';
import { ResultsView } from '../../../gallery/browse/results-view.ts';
import { StoryEngine } from '../../../gallery/search/story-engine.ts';
import { facetValuesPath } from '../../../gallery/stories/facets.ts';
import { readFacetValues } from '../../../gallery/stories/read-facet-values.ts';
import { openPage } from '../../../platform/dom/server/open-page.ts';
import { asksNothing, builtPageReply, ofQuestion } from '../../../platform/http/built-page-reply.ts';
import { pageReply, seeElsewhere } from '../../../platform/http/replies.ts';
import { DocumentEngine } from '../../../search/document-engine.ts';
import { holdLines } from '../../../vietnamese/held-lines.ts';
import { showAnswer } from '../show-answer.ts';
import { readQuestion } from '../site-address.ts';
import { askSite, type SiteEngines } from '../site-answer.ts';

/** What the answers are made of. */
export interface SearchPageTools {
  /** Reads a built page by its address. */
  readPage: (path: string) => Promise<string>;
  /** Reads another file of the built site, by its address. */
  readFile: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** Names the build that is read now: a server of our own goes on when the next build is put in its place. */
  edition: () => Promise<string>;
}

/**
 * Reads files of the built site, which travel with the function.
 * @param folder the built site: SITE_FOLDER
 */
export const builtFiles = (folder: string): Pick<SearchPageTools, 'readFile' | 'edition'> => ({
  readFile: async (path) => new Uint8Array(await readFile(join(folder, path))),
  edition: () => realpath(folder),
});

const galleryPath = '/dien-hinh/';
const galleryPage = 30;
const mostOfGallery = 600;

/** Leads to the stories that are not shown, where a script has a button. */
function linkMore(root: HTMLElement, href: string): void {
  const link = root.ownerDocument.createElement('a');
  link.setAttribute('href', href);
  link.textContent = 'Xem thêm kết quả';
  part(root, 'more').replaceChildren(link);
}

/**
 * Answers `/tim-kiem/` and `/dien-hinh/`: the built page, with the results of `?q=` in it, so that both search without script as
 * they do with it. Where the index cannot be read, the page stands as it was built.
 */
export class SearchPages {
  readonly #tools: SearchPageTools;
  #edition: string | null = null;
  #engines: SiteEngines;

  constructor(tools: SearchPageTools) {
    this.#tools = tools;
    this.#engines = this.#newEngines();
  }

  /** Engines that have read nothing yet. */
  #newEngines(): SiteEngines {
    const read = (name: string) => this.#tools.readFile(`/chi-muc/${name}`);
    const decoder = new TextDecoder();
    return {
      docs: new DocumentEngine(async (name) => decoder.decode(await read(name))),
      stories: new StoryEngine(null, read),
    };
  }

  /** Forgets the index of an earlier build, which may name stories that were withdrawn since. */
  async #followBuild(): Promise<void> {
    const edition = await this.#tools.edition();
    if (edition !== this.#edition) this.#engines = this.#newEngines();
    this.#edition = edition;
  }

  /** The page for a request. */
  async answer(request: Request): Promise<Response> {
    await this.#followBuild();
    const { pathname, search, searchParams } = new URL(request.url);
    if (!pathname.endsWith('/')) return seeElsewhere(`${pathname}/${search}`);
    const isGallery = pathname.toLowerCase().startsWith('/dien-hinh');
    const html = await this.#tools.readPage(isGallery ? galleryPath : '/tim-kiem/');
    if (asksNothing(request)) return builtPageReply(request, html);
    const filled = await (isGallery
      ? this.#gallery(html, searchParams)
      : this.#site(html, searchParams)
    ).catch((error: unknown) => {
      console.error(error);
      return html;
    });
    return pageReply(200, filled, ofQuestion);
  }

  async #site(html: string, asked: URLSearchParams): Promise<string> {
    const question = readQuestion(asked);
    const page = openPage(html);
    const root = page.document.querySelector('site-search');
    if (!root || !question.text) return html;
    showAnswer(root, question, await askSite(this.#engines, question));
    root.setAttribute('data-answered', question.text);
    return holdLines(page.html());
  }

  async #gallery(html: string, asked: URLSearchParams): Promise<string> {
    const page = openPage(html);
    const root = page.document.querySelector<HTMLElement>('gallery-search');
    if (!root) return html;
    const file = await this.#tools.readFile(facetValuesPath);
    const values = readFacetValues(JSON.parse(new TextDecoder().decode(file)));
    const state = readState(asked, (facet, value) => values[facet].some(({ id }) => id === value));
    if (writeState({ ...state, deep: false }) === '') return html;
    const count = Math.min(Math.max(Number(asked.get('xem')) || 0, galleryPage), mostOfGallery);
    const answer = await this.#engines.stories.ask({ ...searchQuestion(state, count), counts: false });
    wordsInput(root).setAttribute('value', state.text);
    const results = new ResultsView(root, values);
    results.paintState(state);
    results.paint(answer);
    if (answer.total > count) linkMore(root, `${galleryPath}${writeState(state)}&xem=${count + galleryPage}`);
    results.sayFound(state, answer, (meant) => galleryPath + writeState({ ...state, text: meant }));
    paintDoors(root, await doorsOf(state, answer, values, this.#engines.docs));
    return holdLines(page.html());
  }
}
