import type { APIRoute, GetStaticPaths } from 'astro';
import { readLiveCollection } from '../../../gallery/live-collection.ts';
import { publishedStories } from '../../../gallery/published.ts';
import { zipOfPages } from '../../../progress/years/server/year-pages.ts';
import { publishablePages, type YearPage } from '../../../progress/years/year-pages.ts';

/** For each closed year, its pages as they were served then. */
export const getStaticPaths = (async () => {
  const [pages, stories] = [await readLiveCollection('yearPages'), await publishedStories()];
  return [...new Set(pages.map(({ year }) => year))].map((year) => ({
    params: { year: String(year) },
    props: { pages: publishablePages(pages, year, stories) },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ pages: readonly YearPage[] }> = ({ props: { pages } }) =>
  new Response(zipOfPages(pages), { headers: { 'content-type': 'application/zip' } });
