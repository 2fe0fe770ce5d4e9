import type { APIRoute, GetStaticPaths } from 'astro';
import { builtYearPages } from '../../../progress/years/read-years.ts';
import { zipOfPages } from '../../../progress/years/server/year-pages.ts';
import type { PublishablePages } from '../../../progress/years/year-pages.ts';

/** For each closed year, its pages as they were served then, as far as all that they name is still public. */
export const getStaticPaths = (async () =>
  [...(await builtYearPages())].map(([year, pages]) => ({
    params: { year: String(year) },
    props: { pages },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ pages: PublishablePages }> = ({ props: { pages } }) =>
  new Response(zipOfPages(pages), { headers: { 'content-type': 'application/zip' } });
