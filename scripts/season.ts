import { temporaryFolder } from '../tests/fixtures/temporary-folder.ts';
import { forgetfulFlags, freePort, startPostgres } from './local-system/postgres.ts';
import { playSeason } from './season/play.ts';

// `npm run season`: a year of the back office against the strict stand-in and PostgreSQL, on a clock of its own, with every fault
// at random minutes. `-- 7` plays it with another seed. SEASON_SIZE=short plays a small one; SEASON_DATABASE names an empty database.
const seed = Number(process.argv[2] ?? 1);
const isShort = process.env.SEASON_SIZE === 'short';
const size = isShort ? { nominations: 12, stories: 8 } : { nominations: 200, stories: 60 };

const folder = await temporaryFolder();
const own = process.env.SEASON_DATABASE
  ? null
  : await startPostgres(folder.path, await freePort(), forgetfulFlags);
const broken = await playSeason({
  databaseUrl: process.env.SEASON_DATABASE ?? String(own?.url),
  seed,
  size,
  rounds: isShort ? 1 : 3,
  say: (line) => console.log(line),
});
for (const line of broken) console.error(`BROKEN: ${line}`);
console.log(
  broken.length === 0 ? `Season ${seed}: everything agrees.` : `Season ${seed}: ${broken.length} faults.`,
);
await own?.stop();
await folder.remove();
process.exit(broken.length === 0 ? 0 : 1);
