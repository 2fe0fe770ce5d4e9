import { expect, test } from '@playwright/test';
import { clothOf } from '../../../../src/gallery/cloth/cloth.ts';
import { homeCloth } from '../../../../src/gallery/cloth/home-cloth.ts';
import { posterSvg } from '../../../../src/gallery/cloth/poster.ts';
import { posterPdf } from '../../../../src/gallery/cloth/server/poster-pdf.ts';
import { listLength } from '../../../../src/gallery/stories/facets.ts';
import { newestFirst, termsOf } from '../../../../src/gallery/stories/story-terms.ts';
import { lozengeCells, radii, steppedPath } from '../../../../src/ui/weave/lozenge.ts';
import { generateStories } from '../../../fixtures/story-generator/generate.ts';

const origin = new URL('https://thi-du.invalid/');
const storiesOf = (count: number) => newestFirst(generateStories(count));

for (const count of [0, 1, 16, 300, 10_000])
  test(`every one of ${count} stories is in one lozenge of its year, and no year has more than 12`, () => {
    const stories = storiesOf(count);
    const { each, years } = clothOf(stories, 12);
    const woven = years.flatMap(({ year, lozenges }) =>
      lozenges.flatMap(({ stories: group }) => group.map((story) => ({ year, story }))),
    );
    expect(woven.map(({ story }) => story.id).toSorted()).toEqual(stories.map(({ id }) => id).toSorted());
    expect(woven.filter(({ year, story }) => story.year !== year)).toEqual([]);
    for (const { lozenges, total } of years) {
      expect(lozenges.length).toBe(Math.ceil(total / each));
      expect(lozenges.length).toBeLessThanOrEqual(12);
    }
  });

for (const count of [300, 10_000])
  test(`the cloth of ${count} stories takes at most 8 KB of the home page, words included`, () => {
    const bytes = Buffer.byteLength(homeCloth(storiesOf(count)).markup);
    if (process.env.SHOW_MEASURES) console.log(`${count} stories: ${bytes} bytes`);
    expect(bytes).toBeLessThanOrEqual((8 - 2) * 1024);
  });

test('a lozenge has the threads of its story, leading thread first, and opens it', () => {
  const [story] = storiesOf(1).map((only) => ({ ...only, strands: ['ii-3', 'ii-1'], year: 2028 }));
  const threads = story ? termsOf(story).threads : [];
  expect(threads.length).toBeGreaterThan(1);
  const { each, years } = clothOf(story ? [story] : [], 12);
  expect(each).toBe(1);
  expect(years[2]?.lozenges).toEqual([{ threads, href: `/d/${story?.id}`, stories: [story] }]);
});

test('a lozenge of many stories opens the page of the year’s list that has its newest', () => {
  const stories = storiesOf(2000);
  for (const { year, lozenges } of clothOf(stories, 12).years) {
    const list = stories.filter((story) => story.year === year);
    for (const { href, stories: group } of lozenges) {
      const page = Number(/\/(\d+)\/$/.exec(href.replace(/\/20\d\d\//, '/nam/'))?.[1] ?? 1);
      const shown = list.slice((page - 1) * listLength, page * listLength);
      expect(shown).toContain(group.at(-1));
    }
  }
});

test('the shape of a lozenge lies within its square and closes', () => {
  for (const radius of radii) {
    let [x, y] = [0, 0];
    const [, startX = '', startY = ''] = /^M(\d+) (\d+)/.exec(steppedPath(radius)) ?? [];
    [x, y] = [Number(startX), Number(startY)];
    for (const [, way, by] of steppedPath(radius).matchAll(/([hv])(-?\d+)/g)) {
      if (way === 'h') x += Number(by);
      else y += Number(by);
      for (const at of [x, y]) expect(at).toBeGreaterThanOrEqual(0);
      for (const at of [x, y]) expect(at).toBeLessThanOrEqual(lozengeCells);
    }
    expect([x, y]).toEqual([Number(startX), Number(startY)]);
  }
});

test('the poster is the same for the same stories, links each of them, and names those of the plan’s years', () => {
  const stories = storiesOf(300);
  const svg = posterSvg(stories, origin);
  expect(posterSvg(stories, origin)).toBe(svg);
  for (const { id } of stories) expect(svg).toContain(`href="https://thi-du.invalid/d/${id}"`);
  expect(svg.match(/<title>/g)).toHaveLength(301);
  expect(svg).toContain('width="420mm" height="594mm"');
});

test('the poster prints as one tagged page of A2 in vectors', () => {
  const pdf = Buffer.from(posterPdf(posterSvg(storiesOf(16), origin))).toString('latin1');
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 1190\.55\d* 1683\.77\d*\]/);
  expect(pdf).toContain('/MarkInfo');
  expect(pdf).not.toContain('/Subtype/Image');
  expect(pdf).not.toContain('/Subtype /Image');
});
