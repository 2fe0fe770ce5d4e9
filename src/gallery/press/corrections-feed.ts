import rss from '@astrojs/rss';
import { site } from '../../vocabulary/site.ts';
import { storyPath } from '../stories/story-terms.ts';
import type { Story } from '../story.ts';

/** Address of the feed of corrections. */
export const correctionsFeedPath = '/rss/dinh-chinh.xml';

/** Most corrections in the feed. */
const maxItems = 50;

/** The corrections of published stories as RSS 2.0, latest first: what changed, where. */
export function correctionsFeed(stories: readonly Story[], origin: URL): Promise<Response> {
  const items = stories
    .flatMap((story) => story.corrections.map((said) => ({ story, ...said })))
    .toSorted((a, b) => b.day.localeCompare(a.day))
    .slice(0, maxItems)
    .map(({ story, day, text }) => ({
      title: `Đính chính: ${story.sample ? '[Dữ liệu minh họa] ' : ''}${story.name}`,
      description: text,
      link: storyPath(story),
      pubDate: new Date(`${day}T00:00:00+07:00`),
      customData: `<guid isPermaLink="false">${story.id}-${day}</guid>`,
    }));
  return rss({
    title: `${site.name}: đính chính`,
    description: 'Điều đã đổi trong các điển hình đã công bố.',
    site: new URL('/bao-chi/', origin),
    items,
    customData: '<language>vi</language>',
  });
}
