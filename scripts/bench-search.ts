import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { keepOpen } from './bench/search/browser.ts';
import { benchStories, buildSites } from './bench/search/build-sites.ts';
import { coldLines } from './bench/search/cold.ts';
import { generatedQueries } from './bench/search/generated.ts';
import { measureQuality, qualityLines } from './bench/search/quality.ts';
import { siteLines } from './bench/search/site-lines.ts';
import { serveSlowly } from './bench/search/slow-server.ts';
import { writtenQueries } from './bench/search/written.ts';
import { chromiumOptions } from './browser/chromium.ts';

// `npm run bench:search [stories …]`: the search of the site on what people type, and the gallery's search beside stock Pagefind on the same invented stories, in a browser.
// 1,000 and 10,000 stories unless told otherwise. Queries on stories of the second seed were never tuned on.
const sizes = process.argv.slice(2).map(Number);
const tunedSeed = 1;
const heldOutSeed = 2026;
const generatedOfEach = 40;

const at = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ??
  Number.NaN;
const median = (numbers: readonly number[]): number => at(numbers, 0.5);
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

async function measure(count: number, seed: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'search-bench-'));
  const stories = benchStories(count, seed);
  const times = await buildSites(folder, stories);
  const server = await serveSlowly(folder);
  const browser = await chromium.launch(chromiumOptions());
  try {
    say(`\n${count.toLocaleString('en')} stories, seed ${seed}`);
    say(
      `  indexing: names and summaries ${ms(times.stories)}, texts ${ms(times.texts)}; stock Pagefind ${ms(times.stock)}`,
    );
    say('  cold, slow line, until the first results, the middle of three');
    for (const line of await coldLines(browser, server)) say(`    ${line}`);
    const page = await keepOpen(browser, server);
    const typed = writtenQueries.filter(({ kind }) => kind === 'toned').slice(0, 30);
    for (const { query } of typed) await page.type(query);
    const keys: number[] = [];
    for (const { query } of typed) keys.push(...(await page.type(query)));
    say(
      `  warm, key to results: median ${ms(median(keys))}, p95 ${ms(at(keys, 0.95))}, most ${ms(Math.max(...keys))}`,
    );
    await page.ask('chuyển đổi số');
    const frequent = await page.ask('chuyển đổi số');
    await page.ask('chuyển đổi số', 'stock');
    const peers = await page.ask('chuyển đổi số', 'stock');
    say(
      `  warm, “chuyển đổi số”: ${ms(frequent.firstMs)}, with texts ${ms(frequent.ms)}; stock Pagefind ${ms(peers.ms)}`,
    );
    const queries = [
      ...(seed === tunedSeed ? writtenQueries : []),
      ...generatedQueries(stories, generatedOfEach, seed),
    ];
    const answer = async (query: string) => (await page.ask(query)).ids;
    const quality = await measureQuality(queries, answer);
    say(`  ${'quality'.padEnd(34)}    n  success@1  MRR`);
    for (const line of qualityLines(quality)) say(`  ${line}`);
    for (const { asked, got } of quality.get('all')?.missed ?? [])
      say(`    missed: ${asked.kind} “${asked.query}” ${asked.answer}, got ${got ?? 'nothing'}`);
    const urls = new Map(stories.map(({ slug, id }) => [`/dien-hinh/${slug}/`, id]));
    const peer = await measureQuality(queries, async (query) =>
      (await page.ask(query, 'stock')).ids.map((url) => urls.get(url) ?? url),
    );
    const all = peer.get('all');
    say(`  stock Pagefind, all: success@1 ${((all?.first ?? 0) / (all?.asked ?? 1)).toFixed(3)}`);
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true });
  }
}

for (const line of await siteLines()) say(line);
for (const count of sizes.length > 0 ? sizes : [1000, 10_000]) {
  await measure(count, tunedSeed);
  await measure(count, heldOutSeed);
}
