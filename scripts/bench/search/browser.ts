import type { Browser, Page } from '@playwright/test';
import type { serveSlowly } from './slow-server.ts';

type Server = Awaited<ReturnType<typeof serveSlowly>>;

/** The slow line of the issue: 1.6 Mbit/s, 150 ms a response. */
const slowLine = { delayMs: 150, bytesPerSecond: 200_000 };

/** What one search says. */
export interface Shown {
  ms: number;
  firstMs: number;
  ids: string[];
}

const ours = (text: string): string =>
  `import('/page.js').then(() => window.show(${JSON.stringify(text)}, false))`;

const stock = (text: string): string => `(async () => {
  const start = performance.now();
  const pagefind = window.pagefind ??= await import('/stock/pagefind.js');
  await pagefind.init();
  const { results } = await pagefind.search(${JSON.stringify(text)});
  const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  document.querySelector('ol').replaceChildren(...pages.map(({ meta }) => {
    const row = document.createElement('li');
    row.textContent = meta.title;
    return row;
  }));
  const ms = performance.now() - start;
  return { ms, firstMs: ms, ids: pages.map(({ url }) => url) };
})()`;

/** How each engine is asked in a page. */
export const engines = { ours, stock } as const;

/** A page on which nothing is loaded yet. */
async function open(browser: Browser, server: Server): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.url);
  server.forget();
  return page;
}

/** What was loaded, and how long it took. */
export interface Loaded {
  ms: number;
  bytes: number;
  requests: number;
}

/** What one cold search took. */
export interface Cold {
  /** Until the first results stood there, or it was known that there are none. */
  first: Loaded;
  /** Until the whole answer did, with what the texts say where they are asked. */
  whole: Loaded;
}

/**
 * One cold search on the slow line, from the reader's turning to the search on. Our code comes with the page, as on the site;
 * Pagefind's own is loaded and counted.
 */
export async function searchCold(
  browser: Browser,
  server: Server,
  engine: keyof typeof engines,
  text: string,
): Promise<Cold> {
  const page = await open(browser, server);
  if (engine === 'ours') await page.evaluate(`import('/page.js')`);
  const loaded: Loaded[] = [];
  let start = 0;
  const note = (): number => loaded.push({ ms: performance.now() - start, ...server.sent() });
  await page.exposeFunction('shown', note);
  await page.evaluate(`new MutationObserver(() => window.shown())
    .observe(document.querySelector('ol'), { childList: true })`);
  server.forget();
  server.setLine(slowLine);
  start = performance.now();
  await page.evaluate<Shown>(engines[engine](text));
  note();
  server.setLine(null);
  await page.context().close();
  const [first, whole] = [loaded[0], loaded.at(-1)];
  if (!first || !whole) throw new Error('Nothing was loaded.');
  return { first, whole };
}

/** A page with an engine in use: asks as often as wanted. */
export async function keepOpen(browser: Browser, server: Server) {
  const page = await open(browser, server);
  return {
    ask: (text: string, engine: keyof typeof engines = 'ours') => page.evaluate<Shown>(engines[engine](text)),
    /** Types a query key by key, as fast as answers come; for each key milliseconds until the results stand there. */
    type: (text: string) =>
      page.evaluate<number[]>(`import('/page.js').then(async () => {
        const times = [];
        for (let end = 1; end <= ${text.length}; end += 1) {
          times.push((await window.show(${JSON.stringify(text)}.slice(0, end), true)).ms);
        }
        return times;
      })`),
    close: () => page.context().close(),
  };
}
