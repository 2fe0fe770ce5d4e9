import type { Browser } from '@playwright/test';
import { type Cold, type engines, type Loaded, searchCold } from './browser.ts';
import type { serveSlowly } from './slow-server.ts';

type Engine = keyof typeof engines;

/**
 * Short and long, with and without tones, of rare and of frequent words, with a place, with an abbreviation, and of words that only a
 * text has.
 */
const queries = [
  'tưới nhỏ giọt tiết kiệm nước',
  'chuyen doi so',
  'truy xuat nguon goc phuong Trảng Dài',
  'trạm sạc xe buýt',
  'UBND xã không in giấy mời',
  'trạm lặp trên bờ kè',
];
const runs = 3;

const say = ({ ms, bytes, requests }: Loaded): string =>
  `${ms.toFixed(0).padStart(5)} ms ${(bytes / 1000).toFixed(0).padStart(4)} kB ${String(requests).padStart(3)} requests`;

/** The run of the middle time. */
function middle(cold: readonly Cold[]): Cold {
  const run = cold.toSorted((a, b) => a.first.ms - b.first.ms)[Math.floor(cold.length / 2)];
  if (!run) throw new Error('There is no run.');
  return run;
}

/** The cold searches as lines: for each query what ours takes, what stock Pagefind takes, and ours of stock's time. */
export async function coldLines(
  browser: Browser,
  server: Awaited<ReturnType<typeof serveSlowly>>,
): Promise<string[]> {
  const lines: string[] = [];
  for (const text of queries) {
    const times: Record<Engine, Cold[]> = { ours: [], stock: [] };
    for (let run = 0; run < runs; run += 1) {
      for (const engine of ['ours', 'stock'] as const)
        times[engine].push(await searchCold(browser, server, engine, text));
    }
    const [ours, stock] = [middle(times.ours), middle(times.stock)];
    const share = (ours.first.ms / stock.first.ms).toFixed(2);
    lines.push(
      `${share} ×  ${say(ours.first)}, with texts ${say(ours.whole)}; stock ${say(stock.first)}  “${text}”`,
    );
  }
  return lines;
}
