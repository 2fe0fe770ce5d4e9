import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { builtSite, siteOrigin as origin } from '../fixtures/addresses.ts';
import { builtEnd, builtHead, builtPages, readPage } from '../fixtures/built-pages.ts';

const story = '/dien-hinh/tap-the-hoi-minh-hoa-08/';
const feeds = ['/rss.xml', ...[1, 2, 3, 4, 5].map((number) => `/rss/ii-${number}.xml`)];

/** What a page's head says of it to others. */
function headOf(path: string) {
  const document = builtHead(path);
  const contentOf = (name: string) =>
    document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ?? null;
  const href = (selector: string) => document.querySelector(selector)?.getAttribute('href') ?? null;
  return {
    contentOf,
    canonical: href('link[rel="canonical"]'),
    feed: href('link[type="application/rss+xml"]'),
  };
}

/** The second image of a page: a square one. */
const squareOf = (path: string) =>
  [...readPage(path).matchAll(/<meta property="og:image" content="([^"]+)"/g)][1]?.[1] ?? '';

const stories = builtPages.filter((path) =>
  readPage(path).includes('<meta property="og:type" content="article"'),
);

test('every page names an image of 1200 × 630 that is there, small, and says what it shows', () => {
  const shown = new Set<string>();
  for (const path of builtPages) {
    const { contentOf } = headOf(path);
    const image = new URL(contentOf('og:image') ?? '');
    expect(image.origin, path).toBe(origin);
    expect(contentOf('og:image:alt'), path).toBeTruthy();
    expect(contentOf('twitter:card'), path).toBe('summary_large_image');
    shown.add(image.pathname);
  }
  const squares = new Set(stories.map((path) => new URL(squareOf(path)).pathname));
  expect(squares.size, 'no story here has a photo').toBe(stories.length);
  for (const path of squares) {
    const png = readFileSync(join(builtSite, path));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([600, 600]);
    expect(png.length, path).toBeLessThan(40 * 1024);
  }
  for (const path of shown) {
    const png = readFileSync(join(builtSite, path));
    expect(png.subarray(1, 4).toString(), path).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([1200, 630]);
    expect(statSync(join(builtSite, path)).size, path).toBeLessThan(40 * 1024);
  }
  expect(
    readdirSync(join(builtSite, 'anh'))
      .map((name) => `/anh/${name}`)
      .toSorted(),
  ).toEqual([...shown, ...squares].toSorted());
});

test('every story has an image, a date and an address of its own, the same in its citation', () => {
  expect(stories).toHaveLength(16);
  for (const path of stories) {
    const { contentOf } = headOf(path);
    const { document } = parseHTML(readPage(path));
    const address = `${origin}${path}`;
    expect(contentOf('og:url')).toBe(address);
    expect(document.querySelector('[data-text]')?.textContent, path).toContain(address);
    const id = /mã ((?:MH|VD)-\d+)/.exec(document.querySelector('[data-text]')?.textContent ?? '')?.[1];
    expect(contentOf('og:image')).toContain(`/anh/${id?.toLowerCase()}-`);
    expect(contentOf('og:image:alt')).toMatch(/^Dữ liệu minh họa – /);
    expect(Date.parse(contentOf('article:published_time') ?? '')).not.toBeNaN();
    expect(Date.parse(contentOf('article:modified_time') ?? '')).not.toBeNaN();
  }
});

test('the address for sharing is the canonical one', () => {
  const listed = builtPages.map(headOf).filter(({ canonical }) => canonical !== null);
  expect(listed.length).toBeGreaterThan(50);
  for (const { contentOf, canonical } of listed) {
    if (contentOf('og:url') !== null) expect(contentOf('og:url')).toBe(canonical);
  }
});

test('a story is described in data that breaks no policy', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      console.log(violatedDirective),
    );
  });
  for (const path of stories) {
    await page.goto(path);
    const data = await page.locator('script[type="application/ld+json"]').textContent();
    const [article, breadcrumbs] = JSON.parse(data ?? '')['@graph'];
    expect(article.headline).toBe(await page.getByRole('heading', { level: 1 }).textContent());
    expect(article.url).toBe(`${origin}${path}`);
    expect(article.creativeWorkStatus).toBe('Dữ liệu minh họa');
    expect(article.image.at(-1)).toBe(
      await page.locator('meta[property="og:image"]').first().getAttribute('content'),
    );
    expect(breadcrumbs.itemListElement).toHaveLength(3);
  }
  expect(said).toEqual([]);
});

test('an image may be shown by other sites and kept for a week', async ({ request }) => {
  const answer = await request.get(new URL(headOf(story).contentOf('og:image') ?? '').pathname);
  expect(answer.headers()['content-type']).toBe('image/png');
  expect(answer.headers()['cross-origin-resource-policy']).toBe('cross-origin');
  expect(answer.headers()['cache-control']).toContain('max-age=604800');
});

test('home and gallery lead to the feed, and every feed is well-formed RSS whose stories are there', async ({
  page,
  request,
}) => {
  for (const path of ['/', '/dien-hinh/']) expect(headOf(path).feed).toBe('/rss.xml');
  await page.goto('/404.html');
  const counts: number[] = [];
  for (const path of feeds) {
    const answer = await request.get(path);
    expect(answer.headers()['content-type'], path).toContain('xml');
    const feed = await page.evaluate(
      (xml) => {
        const document = new DOMParser().parseFromString(xml, 'text/xml');
        const all = (selector: string) =>
          [...document.querySelectorAll(selector)].map((found) => found.textContent ?? '');
        return {
          root: document.documentElement.tagName,
          self: document
            .getElementsByTagNameNS('http://www.w3.org/2005/Atom', 'link')[0]
            ?.getAttribute('href'),
          says: [...document.querySelectorAll('channel > *')].map(({ nodeName }) => nodeName),
          titles: all('item > title'),
          guids: all('item > guid'),
          dates: all('item > pubDate'),
        };
      },
      await answer.text(),
    );
    expect([feed.root, feed.self], path).toEqual(['rss', `${origin}${path}`]);
    expect(feed.says, path).toEqual(expect.arrayContaining(['title', 'link', 'description']));
    for (const title of feed.titles) expect(title).toMatch(/^\[Dữ liệu minh họa\] /);
    for (const guid of feed.guids) expect(stories).toContain(new URL(guid).pathname);
    const times = feed.dates.map((date) => Date.parse(date));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    counts.push(feed.titles.length);
  }
  expect(counts[0]).toBe(16);
  expect(Math.min(...counts)).toBeGreaterThan(0);
});

test('the sitemap lists exactly the pages that may be found, each with the day that it shows', async ({
  request,
}) => {
  const shown = builtPages.flatMap((path) => {
    const { canonical, contentOf } = headOf(path);
    if (contentOf('robots')?.includes('noindex') || path === '/404.html') return [];
    const day = builtEnd(path).querySelector('.end time')?.getAttribute('datetime') ?? null;
    return [{ address: canonical, day }];
  });
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toContain(`Sitemap: ${origin}/sitemap-index.xml`);
  const entriesOf = async (path: string, name: string) => {
    const { document } = parseHTML(await (await request.get(path)).text());
    return [...document.querySelectorAll(name)].map((entry) => ({
      address: entry.querySelector('loc')?.textContent ?? '',
      day: entry.querySelector('lastmod')?.textContent ?? null,
    }));
  };
  const files = await entriesOf('/sitemap-index.xml', 'sitemap');
  const listed = await Promise.all(files.map(({ address }) => entriesOf(new URL(address).pathname, 'url')));
  const byAddress = (a: { address: string | null }, b: { address: string | null }) =>
    String(a.address) < String(b.address) ? -1 : 1;
  expect(listed.flat().toSorted(byAddress)).toEqual(shown.toSorted(byAddress));
  for (const { address } of listed.flat()) expect(stories).not.toContain(new URL(address).pathname);
});
