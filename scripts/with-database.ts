import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from './migrations.ts';
import { freePort, startPostgres } from './postgres.ts';

// `node scripts/with-database.ts <tool> …`: runs a tool of node_modules/.bin against an empty, migrated database, which
// is gone afterwards. Astro reads the stories for its types, too.
const [tool = '', ...words] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'thi-dua-'));
await chmod(folder, 0o755);
const postgres = await startPostgres(folder, await freePort());
try {
  await migrate(postgres.url);
  const { status } = spawnSync(join('node_modules', '.bin', tool), words, {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: postgres.url },
  });
  process.exitCode = status ?? 1;
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
