import type { APIRoute } from 'astro';
import { withCacheKeys } from '../../build/page-cache/with-cache-keys.ts';
import { storyPlainText } from '../../gallery/press/plain-text.ts';
import { publishedStories } from '../../gallery/published.ts';
import type { Story } from '../../gallery/story.ts';

export const getStaticPaths = async () =>
  withCacheKeys(
    (await publishedStories()).map((story) => ({ params: { id: story.id }, props: { story } })),
    ({ props }) => props,
  );

/** A story as plain text. */
export const GET: APIRoute<{ story: Story }> = ({ props, site, url }) =>
  new Response(storyPlainText(props.story, site ?? url), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
