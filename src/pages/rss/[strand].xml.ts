import type { APIRoute, GetStaticPaths } from 'astro';
import { storyImage } from '../../build/social-images/image-file.ts';
import { type Feed, strandFeed } from '../../gallery/feeds/feeds.ts';
import { feedResponse } from '../../gallery/feeds/rss.ts';
import { publishedStories } from '../../gallery/published.ts';
import { strands } from '../../vocabulary/taxonomy.ts';

export const getStaticPaths = (() =>
  strands.map((strand) => ({
    params: { strand: strand.id },
    props: { feed: strandFeed(strand) },
  }))) satisfies GetStaticPaths;

/** The newest stories of a strand. */
export const GET: APIRoute<{ feed: Feed }> = async ({ props, url, site = url }) =>
  feedResponse(props.feed, await publishedStories(), { origin: site, pictureOf: storyImage });
