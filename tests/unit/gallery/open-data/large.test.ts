import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { dataSets } from '../../../../src/gallery/open-data/catalogue.ts';
import { jsonOf } from '../../../../src/gallery/open-data/files.ts';
import { generateStories } from '../../../fixtures/story-generator/generate.ts';
import { inventedSources } from './sources.ts';

const megabyte = 1_000_000;

test('10,000 stories as JSON are at most 1.2 MB compressed, and take at most a second of work', () => {
  const set = dataSets.find(({ id }) => id === 'dien-hinh');
  if (!set) throw new RangeError('dien-hinh');
  const sources = { ...inventedSources, stories: generateStories(10_000, 1), adoptions: [] };
  const before = process.cpuUsage();
  const text = JSON.stringify(jsonOf(set, sources, new Date(0)));
  const { user } = process.cpuUsage(before);
  const sent = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
  if (process.env.SHOW_MEASURES)
    console.log(`${Math.round(user / 1000)} ms of work, ${sent} bytes compressed`);
  expect(sent).toBeLessThanOrEqual(1.2 * megabyte);
  expect(user).toBeLessThanOrEqual(1_000_000);
});
