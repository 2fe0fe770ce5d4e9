import rss from '@astrojs/rss';
import { officialDate } from '../../vietnamese/official-date.ts';
import { photoFiles } from '../photos/photo-files.ts';
import { figureLine } from '../stories/figure-line.ts';
import { modelText } from '../stories/sections.ts';
import { storyPath, termsOf } from '../stories/story-terms.ts';
import { storyHtml } from '../stories/story-text.ts';
import { storyFigures } from '../stories/sureness.ts';
import type { ListedStory } from '../story.ts';
import type { Feed } from './feeds.ts';

/** Most stories in a feed. Feed readers keep the older ones that they have seen. */
const maxItems = 50;

const newestFirst = (a: ListedStory, b: ListedStory) =>
  Date.parse(b.publishedAt) - Date.parse(a.publishedAt) || a.id.localeCompare(b.id);

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Path of the social image of a story. */
export type PictureOf = (story: ListedStory) => string;

/**
 * The photo in the words of Media RSS, with its credit; the social image where there is none.
 * https://www.rssboard.org/media-rss
 */
function media(story: ListedStory, origin: URL, pictureOf: PictureOf): string {
  const { id, photo } = story;
  if (!photo)
    return `<media:content url="${new URL(pictureOf(story), origin).href}" medium="image" type="image/png"/>`;
  const address = new URL(photoFiles(id, photo).at(-1)?.path ?? '', origin).href;
  const size = `width="${photo.width}" height="${photo.height}"`;
  return (
    `<media:content url="${address}" medium="image" type="image/jpeg" ${size}>` +
    `<media:description type="plain">${escaped(photo.alt)}</media:description>` +
    `<media:credit>${escaped(photo.credit)}</media:credit></media:content>`
  );
}

/** The whole text: results first, as on the page. */
const content = (story: ListedStory): string =>
  [
    `<p>${escaped(story.summary)}</p>`,
    ...storyFigures(story, story.adoptions ?? []).map((figure) => `<p>${escaped(figureLine(figure))}</p>`),
    storyHtml(story.kind === 'mo-hinh' ? modelText(story.body).markdown : story.body),
    ...story.corrections.map(({ day, text }) => `<p>Đính chính ${officialDate(day)}: ${escaped(text)}</p>`),
  ].join('');

const item = (story: ListedStory, origin: URL, pictureOf: PictureOf) => ({
  content: content(story),
  customData: media(story, origin, pictureOf),
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
export function feedResponse(
  feed: Feed,
  stories: readonly ListedStory[],
  { origin, pictureOf }: { origin: URL; pictureOf: PictureOf },
): Promise<Response> {
  const own = stories.filter(feed.has).toSorted(newestFirst).slice(0, maxItems);
  return rss({
    title: feed.title,
    description: feed.description,
    site: new URL(feed.page, origin),
    xmlns: { atom: 'http://www.w3.org/2005/Atom', media: 'http://search.yahoo.com/mrss/' },
    items: own.map((story) => item(story, origin, pictureOf)),
    customData: [
      `<atom:link href="${new URL(feed.path, origin)}" rel="self" type="application/rss+xml"/>`,
      '<language>vi</language>',
    ].join(''),
  });
}
