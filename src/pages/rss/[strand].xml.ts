import type { APIRoute, GetStaticPaths } from 'astro';
import { type Feed, strandFeed } from '../../feeds/feeds.ts';
import { feedResponse } from '../../feeds/rss.ts';
import { publishedStories } from '../../published-stories.ts';
import { strands } from '../../schemas/taxonomy.ts';

export const getStaticPaths = (() =>
  strands.map((strand) => ({
    params: { strand: strand.id },
    props: { feed: strandFeed(strand) },
  }))) satisfies GetStaticPaths;

/** The newest stories of a strand. */
export const GET: APIRoute<{ feed: Feed }> = async ({ props, url, site = url }) =>
  feedResponse(props.feed, await publishedStories(), site);
