import { temporaryFolder } from '../tests/fixtures/temporary-folder.ts';
import { forgetfulFlags, freePort, startPostgres } from './local-system/postgres.ts';
import { playSeason } from './season/play.ts';
import { brokenYear } from './season/year-invariants.ts';
import { yearSteps } from './season/year-steps.ts';

// `npm run season`: a year of the back office against the strict stand-in and PostgreSQL, on a clock of its own, with every fault
// at random minutes. `-- 7` plays it with another seed; `-- --year` adds comments on lists, a decision, plans, reports, coverage and the
// close of the year.
// SEASON_SIZE=short plays a small one; SEASON_DATABASE names an empty database.
const words = process.argv.slice(2);
const isYear = words.includes('--year');
const seed = Number(words.find((word) => /^\d+$/.test(word)) ?? 1);
const isShort = process.env.SEASON_SIZE === 'short';
const size = isShort
  ? { nominations: 12, stories: 8, comments: 8, honours: 6, units: 10 }
  : { nominations: 200, stories: 60, comments: 90, honours: 60, units: 125 };

const folder = await temporaryFolder();
const own = process.env.SEASON_DATABASE
  ? null
  : await startPostgres(folder.path, await freePort(), forgetfulFlags);
const broken = await playSeason({
  databaseUrl: process.env.SEASON_DATABASE ?? String(own?.url),
  seed,
  size,
  rounds: isShort ? 1 : 3,
  ...(isYear && { more: { steps: yearSteps, broken: brokenYear } }),
  say: (line) => console.log(line),
});
for (const line of broken) console.error(`BROKEN: ${line}`);
console.log(
  broken.length === 0 ? `Season ${seed}: everything agrees.` : `Season ${seed}: ${broken.length} faults.`,
);
await own?.stop();
await folder.remove();
process.exit(broken.length === 0 ? 0 : 1);
