import { expect, test } from '@playwright/test';
import { SyntaxValidator } from 'fast-xml-validator';
import { DOMParser } from 'linkedom';
import { mainFeed, strandFeed } from '../../../../src/gallery/feeds/feeds.ts';
import { feedResponse } from '../../../../src/gallery/feeds/rss.ts';
import type { Story } from '../../../../src/gallery/story.ts';
import { strands } from '../../../../src/vocabulary/taxonomy.ts';
import { inventedStory } from '../../../fixtures/story.ts';
import { fullStory } from '../open-data/sources.ts';

const origin = new URL('https://example.gov.vn');
const pictureOf = ({ id }: Story) => `/anh/${id}.png`;
const story = (change: Partial<Story>): Story => ({ ...inventedStory, ...change });

async function channelOf(stories: readonly Story[], feed = mainFeed) {
  const xml = await (await feedResponse(feed, stories, { origin, pictureOf })).text();
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const textOf = (name: string) => [...document.querySelectorAll(name)].map(({ textContent }) => textContent);
  return { xml, document, textOf };
}

test('a feed says what it is and where it stands', async () => {
  const { document, textOf } = await channelOf([inventedStory]);
  expect(document.querySelector('rss')?.getAttribute('version')).toBe('2.0');
  expect(textOf('channel > title')).toEqual(['Thi đua Đổi mới – Đồng Nai: điển hình mới']);
  expect(textOf('channel > language')).toEqual(['vi']);
  expect(textOf('channel > link')).toEqual(['https://example.gov.vn/dien-hinh/']);
  const self = document.getElementsByTagName('atom:link')[0];
  expect(self?.getAttribute('href')).toBe('https://example.gov.vn/rss.xml');
  expect(self?.getAttribute('rel')).toBe('self');
});

test('an item is a story, by its permanent address, with the day it was published', async () => {
  const { textOf, document } = await channelOf([story({ name: 'Một “việc” & <một> lần' })]);
  const address = 'https://example.gov.vn/dien-hinh/to-may-so-hai/';
  expect(textOf('item > title')).toEqual(['Một “việc” & <một> lần']);
  expect(textOf('item > link')).toEqual([address]);
  expect(textOf('item > guid')).toEqual([address]);
  expect(document.querySelector('guid')?.getAttribute('isPermaLink')).toBe('true');
  expect(textOf('item > pubDate')).toEqual(['Sun, 20 Sep 2026 01:00:00 GMT']);
  expect(textOf('item > description')[0]).toContain(inventedStory.summary);
  expect(textOf('item > category')).toEqual([
    'Hạ tầng số, hạ tầng xanh',
    'Chuyển đổi xanh, chống biến đổi khí hậu',
  ]);
});

test('a feed has the fifty newest stories, newest first', async () => {
  const many = Array.from({ length: 60 }, (_, day) =>
    story({ name: `Số ${day}`, publishedAt: new Date(Date.UTC(2026, 8, 1 + day)).toISOString() }),
  );
  const titles = (await channelOf(many)).textOf('item > title');
  expect(titles).toHaveLength(50);
  expect([titles[0], titles.at(-1)]).toEqual(['Số 59', 'Số 10']);
});

test('a sample says so in its title', async () => {
  expect((await channelOf([story({ sample: true })])).textOf('item > title')).toEqual([
    '[Dữ liệu minh họa] Tổ máy số hai',
  ]);
});

test('a strand’s feed has its own stories, and is a feed when it has none', async () => {
  const counts = await Promise.all(
    strands.map(
      async (strand) => (await channelOf([inventedStory], strandFeed(strand))).textOf('item').length,
    ),
  );
  expect(counts).toEqual([0, 1, 0, 0, 1]);
  for (const strand of strands) {
    const { xml, textOf } = await channelOf([], strandFeed(strand));
    expect(xml).toContain('</channel></rss>');
    expect(textOf('channel > title')).toEqual([`Thi đua Đổi mới – Đồng Nai: ${strand.name}`]);
    expect(textOf('channel > link')).toEqual([`https://example.gov.vn/ke-hoach/${strand.id}/`]);
  }
});

test('an item carries the whole text with its results and corrections, and the photo with its credit', async () => {
  const { xml, document } = await channelOf([fullStory]);
  const content = document.getElementsByTagName('content:encoded')[0]?.textContent ?? '';
  for (const said of ['1.240 → 655 m³ (giảm 47,2%)', 'Tiết kiệm 1.240 kWh.', 'Sửa số nước, từ 650 thành 655'])
    expect(content).toContain(said);
  const photo = document.getElementsByTagName('media:content')[0];
  expect(photo?.getAttribute('url')).toMatch(/^https:\/\/example\.gov\.vn\/anh\/MH-0007-aaaaaaaa-1200\.jpg$/);
  expect(document.getElementsByTagName('media:credit')[0]?.textContent).toBe('Minh');
  expect(SyntaxValidator.validate(xml)).toBe(true);
});

test('an item has an image: the photo with its credit, or the social image', async () => {
  const { document } = await channelOf([inventedStory, fullStory]);
  const images = [...document.getElementsByTagName('media:content')].map((one) => one.getAttribute('url'));
  expect(images.toSorted()).toEqual([
    'https://example.gov.vn/anh/MH-0007-aaaaaaaa-1200.jpg',
    'https://example.gov.vn/anh/VD-0042.png',
  ]);
});
