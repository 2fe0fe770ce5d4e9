import rss from '@astrojs/rss';
import { storyPath, termsOf } from '../stories/story-terms.ts';
import type { Story } from '../story.ts';
import type { Feed } from './feeds.ts';

/** Most stories in a feed. Feed readers keep the older ones that they have seen. */
const maxItems = 50;

const newestFirst = (a: Story, b: Story) =>
  Date.parse(b.publishedAt) - Date.parse(a.publishedAt) || a.id.localeCompare(b.id);

const item = (story: Story) => ({
  title: story.sample ? `[Dữ liệu minh họa] ${story.name}` : story.name,
  description: `${story.unitName}: ${story.summary}`,
  // The link is also the guid, because the address of a story never changes.
  link: storyPath(story),
  pubDate: new Date(story.publishedAt),
  categories: termsOf(story).strands.map(({ name }) => name),
});

/**
 * A feed as RSS 2.0, the newest stories first. https://www.rssboard.org/rss-specification
 * @param stories all that are published
 * @param origin where the site stands
 */
export function feedResponse(feed: Feed, stories: readonly Story[], origin: URL): Promise<Response> {
  const own = stories.filter(feed.has).toSorted(newestFirst).slice(0, maxItems);
  return rss({
    title: feed.title,
    description: feed.description,
    site: new URL(feed.page, origin),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    items: own.map(item),
    customData: [
      `<atom:link href="${new URL(feed.path, origin)}" rel="self" type="application/rss+xml"/>`,
      '<language>vi</language>',
    ].join(''),
  });
}
