import { forgetPasses } from '../../../../src/filing/abuse/pass.ts';
import { openGate } from '../../../../src/filing/abuse/server/gate.ts';
import { senderAt } from '../../../../src/filing/abuse/server/submission-limit.ts';
import { openDatabase } from '../../../../src/platform/postgres.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { gatedTools, gateSecret, solutionOf } from '../../../fixtures/gate.ts';
import { countStored, file } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

/** A submission of a page with script, by default one that was filled too fast; each with words of its own. */
function fromPage(changes: Record<string, unknown> = {}) {
  const submissionKey = crypto.randomUUID();
  return goodNomination({ submissionKey, summary: `Sơ lược ${submissionKey}`, tookMs: 900, ...changes });
}

test('a submission filled too fast is asked for a proof of work, and filed with it once, marked for staff', async ({
  db,
}) => {
  const tools = gatedTools(db);
  const submission = fromPage();
  const asked = await file(tools, submission);
  expect(asked.status).toBe(428);
  expect(asked.headers.get('content-type')).toContain('application/problem+json');
  const problem = await asked.json();
  expect(problem).toMatchObject({ status: 428, title: 'Còn một bước nữa' });
  expect(await countStored(db)).toBe(0);

  const altcha = await solutionOf(problem.challenge);
  const tries = await Promise.all([1, 2, 3].map(() => file(tools, { ...submission, altcha })));
  expect(tries.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(await Promise.all(tries.map(async (answer) => (await answer.json()).code))).size).toBe(1);
  const { rows } = await db.query('select filed_fast from submissions');
  expect(rows).toEqual([{ filed_fast: true }]);
});

test('a person who took some time and a program that reports none get no challenge', async ({ db }) => {
  const tools = gatedTools(db);
  expect((await file(tools, fromPage({ tookMs: 3_000 }))).status).toBe(201);
  expect((await file(tools, fromPage({ tookMs: undefined }))).status).toBe(201);
  for (const tookMs of [2_999, -1, 'nhanh', '']) {
    const isTold = tookMs !== '';
    expect((await file(tools, fromPage({ tookMs }))).status, String(tookMs)).toBe(isTold ? 428 : 201);
  }
});

test('mistakes are told before any work is asked for', async ({ db }) => {
  expect((await file(gatedTools(db), fromPage({ name: '' }))).status).toBe(422);
});

test('a solution is good for one submission, at whichever instance it is shown', async ({
  db,
  databaseUrl,
}) => {
  const other = openDatabase(databaseUrl);
  const [here, there] = [gatedTools(db), gatedTools(other)];
  const { challenge } = await (await file(here, fromPage())).json();
  const altcha = await solutionOf(challenge);
  const answers = await Promise.all(
    [here, there, here, there].map((tools) => file(tools, fromPage({ altcha }))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 428, 428, 428]);
  expect(await countStored(db)).toBe(1);
  await other.end();
});

test('a solution that is forged, unsolved, expired, of another form or another server opens nothing', async ({
  db,
}) => {
  const tools = gatedTools(db);
  const ask = async (with_ = tools) => (await (await file(with_, fromPage())).json()).challenge;
  const challenge = await ask();
  const good = await solutionOf(challenge);
  const { solution } = JSON.parse(Buffer.from(good, 'base64').toString());
  const written = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString('base64');
  const parameters = { ...challenge.parameters, cost: 1 };
  const old = gatedTools(db, { gate: openGate(gateSecret, () => Date.now() - 11 * 60_000) });
  const foreign = gatedTools(db, { gate: openGate(`${gateSecret} khác`) });
  const elsewhere = await openGate(gateSecret).challenge('phan-hoi');
  const bad = {
    'no base64': '%%%',
    'no payload': written({ challenge }),
    'another solution': written({ challenge, solution: { ...solution, derivedKey: 'ab'.repeat(32) } }),
    'easier parameters': written({ challenge: { ...challenge, parameters }, solution }),
    'no signature': written({ challenge: { ...challenge, signature: '' }, solution }),
    expired: await solutionOf(await ask(old)),
    'another server': await solutionOf(await ask(foreign)),
    'another form': await solutionOf(elsewhere),
  };
  for (const [what, altcha] of Object.entries(bad))
    expect((await file(tools, fromPage({ altcha }))).status, what).toBe(428);
  expect(await countStored(db)).toBe(0);
  expect((await file(tools, fromPage({ altcha: good }))).status).toBe(201);
});

test('an address that files more than an office is challenged; with solutions it can file up to the hard limit', async ({
  db,
}) => {
  const sender = senderAt(db, '192.0.2.1', new Date());
  const tools = gatedTools(db, { sender, submissionsAnHour: 3 });
  const slow = () => fromPage({ tookMs: 60_000 });
  const first = await Promise.all([1, 2, 3].map(() => file(tools, slow())));
  expect(first.map(({ status }) => status)).toEqual([201, 201, 201]);
  const asked = await file(tools, slow());
  expect(asked.status).toBe(428);
  const altcha = await solutionOf((await asked.json()).challenge);
  expect((await file(tools, { ...slow(), altcha })).status).toBe(201);
  const another = gatedTools(db, { sender: senderAt(db, '192.0.2.2', new Date()), submissionsAnHour: 3 });
  expect((await file(another, slow())).status).toBe(201);
  await db.query('update filing_counts set filings = 300');
  const { challenge } = await (await file(gatedTools(db), fromPage())).json();
  expect((await file(tools, { ...slow(), altcha: await solutionOf(challenge) })).status).toBe(429);
});

test('while more is stored in a minute than the city files, every instance asks, and stops when it is over', async ({
  db,
  databaseUrl,
}) => {
  const other = openDatabase(databaseUrl);
  const [here, there] = [
    gatedTools(db, { submissionsAMinute: 4 }),
    gatedTools(other, { submissionsAMinute: 4 }),
  ];
  const slow = () => fromPage({ tookMs: 60_000 });
  for (const tools of [here, there, here, there]) expect((await file(tools, slow())).status).toBe(201);
  const asked = await Promise.all([here, there].map((tools) => file(tools, slow())));
  expect(asked.map(({ status }) => status)).toEqual([428, 428]);
  const [problem] = await Promise.all(asked.map((answer) => answer.json()));
  const altcha = await solutionOf(problem.challenge);
  expect((await file(there, { ...slow(), altcha })).status).toBe(201);
  await db.query(`update submissions set received_at = received_at - interval '1 minute'`);
  expect((await file(here, slow())).status).toBe(201);
  await other.end();
});

test('a retry of a stored submission needs no second pass, even while everybody is challenged', async ({
  db,
}) => {
  const submission = fromPage({ tookMs: 60_000 });
  const first = await file(gatedTools(db), submission);
  const again = await file(gatedTools(db, { submissionsAMinute: 1 }), submission);
  expect([first.status, again.status]).toEqual([201, 201]);
  expect((await again.json()).code).toBe((await first.json()).code);
});

test('used passes are deleted once they have expired', async ({ db }) => {
  const tools = gatedTools(db);
  const { challenge } = await (await file(tools, fromPage())).json();
  await file(tools, fromPage({ altcha: await solutionOf(challenge) }));
  const kept = async () => (await db.query('select 1 from used_passes')).rowCount;
  await forgetPasses(db);
  expect(await kept()).toBe(1);
  await db.query(`update used_passes set expires_at = now() - interval '1 second'`);
  await forgetPasses(db);
  expect(await kept()).toBe(0);
});

test('a burst between two looks at the load is asked from the limit on', async ({ db }) => {
  const tools = gatedTools(db, { submissionsAMinute: 20, lookEveryMs: 60_000 });
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, at) => file(tools, fromPage({ tookMs: 60_000, name: `Tập thể ${at}` }))),
  );
  const stored = answers.filter(({ status }) => status === 201).length;
  expect(stored).toBeLessThanOrEqual(20);
  expect(stored).toBeGreaterThanOrEqual(10);
  expect(answers.filter(({ status }) => status === 428)).toHaveLength(60 - stored);
});
