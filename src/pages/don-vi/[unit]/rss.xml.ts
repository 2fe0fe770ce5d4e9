import type { APIRoute, GetStaticPaths } from 'astro';
import { storyImage } from '../../../build/social-images/image-file.ts';
import { type Feed, unitFeed } from '../../../gallery/feeds/feeds.ts';
import { feedResponse } from '../../../gallery/feeds/rss.ts';
import { publishedStories } from '../../../gallery/published.ts';
import { unitRecords } from '../../../site/units/unit-records.ts';

export const getStaticPaths = (async () =>
  (await unitRecords()).map(({ path, name, unit: { code } }) => ({
    params: { unit: path.split('/')[2] },
    props: { feed: unitFeed({ path, name, code }) },
  }))) satisfies GetStaticPaths;

/** The newest stories of a unit. */
export const GET: APIRoute<{ feed: Feed }> = async ({ props, url, site = url }) =>
  feedResponse(props.feed, await publishedStories(), { origin: site, pictureOf: storyImage });
