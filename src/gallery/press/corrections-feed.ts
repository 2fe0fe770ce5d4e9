import rss from '@astrojs/rss';
import { digestOf } from '../../platform/files/digest.ts';
import { site } from '../../vocabulary/site.ts';
import { storyPath } from '../stories/story-terms.ts';
import type { Story, WithdrawnStory } from '../story.ts';

/** Address of the feed of corrections. */
export const correctionsFeedPath = '/rss/dinh-chinh.xml';

/** Most corrections in the feed. */
const maxItems = 50;

const guid = (id: string) => ({ customData: `<guid isPermaLink="false">${id}</guid>` });

/** Each correction is an item of its own, also where a story has several of one day. */
const corrected = (story: Story) =>
  story.corrections.map(({ day, text }) => ({
    title: `Đính chính: ${story.sample ? '[Dữ liệu minh họa] ' : ''}${story.name}`,
    description: text,
    link: storyPath(story),
    pubDate: new Date(`${day}T00:00:00+07:00`),
    ...guid(`${story.id}-${day}-${digestOf(text).slice(0, 12)}`),
  }));

/** A story that was taken down, by its code alone. One that comes back and goes again is another item. */
const withdrawal = ({ id, reason, isPostponed, withdrawnAt }: WithdrawnStory) => ({
  title: `${isPostponed ? 'Tạm gỡ' : 'Đã gỡ'}: ${id}`,
  description: reason ?? (isPostponed ? 'Nội dung đang được chuẩn bị lại.' : 'Chưa ghi lý do.'),
  link: `/da-go/${id}/`,
  pubDate: withdrawnAt,
  ...guid(`${id}-da-go-${withdrawnAt.toISOString()}`),
});

/** What changed in published stories as RSS 2.0, latest first: corrections, and stories that were taken down. */
export function correctionsFeed(
  stories: readonly Story[],
  withdrawn: readonly WithdrawnStory[],
  origin: URL,
): Promise<Response> {
  const items = [...stories.flatMap(corrected), ...withdrawn.map(withdrawal)]
    .toSorted((a, b) => b.pubDate.getTime() - a.pubDate.getTime())
    .slice(0, maxItems);
  return rss({
    title: `${site.name}: đính chính`,
    description: 'Điều đã đổi trong các điển hình đã công bố, và điển hình đã gỡ.',
    site: new URL('/bao-chi/', origin),
    items,
    customData: '<language>vi</language>',
  });
}
