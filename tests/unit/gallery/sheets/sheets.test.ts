import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { centresOf, kmBetween } from '../../../../src/gallery/map/centres.ts';
import { modelsFor } from '../../../../src/gallery/sheets/models-for.ts';
import { sheetTypesetter } from '../../../../src/gallery/sheets/server/sheet-pdf.ts';
import { sheetOf } from '../../../../src/gallery/sheets/sheet.ts';
import { newestFirst } from '../../../../src/gallery/stories/story-terms.ts';
import { communes } from '../../../../src/vocabulary/units.ts';
import { pagesOf } from '../../../fixtures/pdf-pages.ts';
import { generateStories } from '../../../fixtures/story-generator/generate.ts';
import { aStory } from '../stories/a-story.ts';

const centres = centresOf(readFileSync('content/units/communes.topojson', 'utf8'));
const origin = new URL('https://thi-du.invalid');
const [here, ...away] = communes;
if (!here) throw new Error('No commune.');
const byDistance = away.toSorted(
  (a, b) =>
    kmBetween(centres.get(here.code) ?? [0, 0], centres.get(a.code) ?? [0, 0]) -
    kmBetween(centres.get(here.code) ?? [0, 0], centres.get(b.code) ?? [0, 0]),
);
const modelOf = (id: string, unitCode: string | null, unitName: string) => aStory({ id, unitCode, unitName });

test('the sheet of a commune has the models of the nearest communes, not its own and not those that it applies', () => {
  const [near, nearer, far] = [byDistance[1], byDistance[0], byDistance.at(-1)];
  const stories = [
    modelOf('MH-0001', far?.code ?? '', 'Xa'),
    modelOf('MH-0002', near?.code ?? '', 'Gần'),
    modelOf('MH-0003', nearer?.code ?? '', 'Gần nhất'),
    modelOf('MH-0004', nearer?.code ?? '', 'Gần nhất'),
    modelOf('MH-0005', here.code, 'Của mình'),
    modelOf('MH-0006', null, 'Không rõ nơi'),
    modelOf('MH-0007', near?.code ?? '', 'Đã áp dụng'),
  ];
  const adoptions = [{ model: 'MH-0007', unitCode: here.code, indicators: [] }];
  const ids = (all: typeof stories) =>
    modelsFor(here.code, all, adoptions, centres).map(({ story }) => story.id);
  expect(ids(stories)).toEqual(['MH-0003', 'MH-0002', 'MH-0001']);
  expect(ids(stories.filter(({ id }) => id !== 'MH-0001'))).toEqual(['MH-0003', 'MH-0002', 'MH-0006']);
  expect(ids(stories.slice(2, 4))).toEqual(['MH-0003', 'MH-0004']);
});

test('each of the 95 sheets is one page of at most 300 KB, in A4 and in A3, in a minute', () => {
  const stories = newestFirst(generateStories(200));
  for (const paper of ['a4', 'a3'] as const) {
    const set = sheetTypesetter(paper);
    const before = process.cpuUsage();
    let largest = 0;
    for (const commune of communes) {
      const sheet = sheetOf(commune, modelsFor(commune.code, stories, [], centres), origin);
      expect(sheet.models).toHaveLength(3);
      const pdf = set(sheet);
      largest = Math.max(largest, pdf.length);
      expect(pdf.length).toBeLessThanOrEqual(300 * 1024);
      expect(pagesOf(pdf), commune.name).toBe(1);
    }
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    if (process.env.SHOW_MEASURES) console.log(`${paper}: ${seconds} s of work, largest ${largest} bytes`);
    expect(seconds).toBeLessThan(60);
  }
});

test('a sheet without models says so, and the longest texts stay on one page', () => {
  const set = sheetTypesetter('a4');
  expect(pagesOf(set(sheetOf(here, [], origin)))).toBe(1);
  const long = 'Mô hình có tên rất dài để thử xem tờ tin còn vừa một trang hay không. '.repeat(20);
  const story = aStory({
    name: long.slice(0, 300),
    summary: long.slice(0, 1000),
    contact: long.slice(0, 500),
    conditions: long.slice(0, 1000),
    people: long.slice(0, 500),
    cost: long.slice(0, 500),
    duration: long.slice(0, 500),
    indicators: [{ name: 'Thời gian', before: '1.240', after: '655', unit: 'm³' }],
  });
  const models = [1, 2, 3].map(() => ({ story, km: 12, adoptions: Array(3).fill({ indicators: [] }) }));
  expect(pagesOf(set(sheetOf(here, models, origin)))).toBe(1);
});
