import { randomUUID } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { postForm } from '../../../../src/filing/intake/post-form.ts';
import { openDatabase } from '../../../../src/platform/postgres.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { countStored, file, intakeTools } from '../../../fixtures/intake.ts';
import { asForm, goodNomination } from '../../../fixtures/nominations.ts';

test('a good nomination gets 201, its code, and one row', async ({ db }) => {
  const answer = await file(intakeTools(db), goodNomination());
  expect(answer.status).toBe(201);
  const { code, form, statusUrl } = await answer.json();
  expect(form).toBe('de-cu-tap-the');
  expect(statusUrl).toBe(`http://localhost:8888/api/submissions/${code}`);
  const { rows } = await db.query('select code, answers from submissions');
  expect(rows).toMatchObject([{ code, answers: { unitCode: 'so-noi-vu', periodFrom: '2026-07' } }]);
});

test('a browser gets 303 to the receipt', async ({ db }) => {
  const answer = await file(intakeTools(db), asForm(goodNomination()));
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toMatch(/^\/de-cu\/da-nhan\/\?ma=DN\d\d-/);
});

test('mistakes get 422: all of them, in the order of the form, and no row', async ({ db }) => {
  const answer = await file(
    intakeTools(db),
    goodNomination({ contactName: '', contactPhone: null, periodTo: 'mai' }),
  );
  expect(answer.status).toBe(422);
  const { errors } = await answer.json();
  expect(errors.map(({ field }: { field: string }) => field)).toEqual([
    'contactName',
    'contactEmail',
    'periodTo',
  ]);
  expect(await countStored(db)).toBe(0);
});

test('a browser with mistakes gets its page back, with what was typed, escaped', async ({ db }) => {
  const nasty = '"></textarea><script>alert(1)</script>';
  const answer = await file(
    intakeTools(db),
    asForm(goodNomination({ unitCode: '', contactName: nasty, achievements: `\n${nasty}` })),
  );
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain(
    'name="achievements">\n\n">&lt;/textarea>&lt;script>alert(1)&lt;/script></textarea>',
  );
  const { document } = parseHTML(html);
  expect(document.querySelector('#contactName')?.getAttribute('value')).toBe(nasty);
  expect(document.querySelector('script')).toBeNull();
  expect(document.querySelector('[data-summary-list]')?.textContent).toContain('Chọn “Đơn vị đề cử”.');
});

test('the same key gives the first receipt again, also for twenty tries at once', async ({ db }) => {
  const answers = goodNomination({ submissionKey: randomUUID() });
  const tries = await Promise.all(Array.from({ length: 20 }, () => file(intakeTools(db), answers)));
  const codes = await Promise.all(tries.map(async (answer) => (await answer.json()).code));
  expect(new Set(codes).size).toBe(1);
  expect(await countStored(db)).toBe(1);
});

test('the same key with other answers is no retry: the first receipt is named, the change is not dropped in silence', async ({
  db,
}) => {
  const submissionKey = randomUUID();
  const first = await file(intakeTools(db), goodNomination({ submissionKey }));
  const { code } = await first.json();
  const second = await file(intakeTools(db), goodNomination({ submissionKey, name: 'Tập thể đã sửa tên' }));
  expect(second.status).toBe(422);
  const { errors } = await second.json();
  expect(errors).toEqual([{ field: 'submissionKey', message: expect.stringContaining(code) }]);
  expect(await countStored(db)).toBe(1);
});

test('a connection that died while the instance slept costs the visitor nothing', async ({
  db,
  postgres,
}) => {
  await db.query('select 1');
  const admin = openDatabase(postgres.url);
  db.removeAllListeners('error').on('error', () => undefined);
  const name = new URL(String(db.options.connectionString)).pathname.slice(1);
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  expect((await file(intakeTools(db), goodNomination())).status).toBe(201);
  await admin.end();
});

test('without a key the same answers, in NFC or NFD, are one submission; other answers are another', async ({
  db,
}) => {
  const tools = intakeTools(db);
  const [one, same, other] = await Promise.all([
    file(tools, asForm(goodNomination())),
    file(tools, asForm(goodNomination({ name: 'Tập thể thử'.normalize('NFD') }))),
    file(tools, asForm(goodNomination({ name: 'Tập thể khác' }))),
  ]);
  expect(same.headers.get('location')).toBe(one.headers.get('location'));
  expect(other.headers.get('location')).not.toBe(one.headers.get('location'));
  expect(await countStored(db)).toBe(2);
});

test('the filled trap is told, not punished: 422 at its field', async ({ db }) => {
  const answer = await file(intakeTools(db), goodNomination({ website: 'http://example.com' }));
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ errors: [{ field: 'website' }] });
});

test('a key that is no UUID is refused', async ({ db }) => {
  const answer = await file(intakeTools(db), goodNomination({ submissionKey: 'abc' }));
  expect(await answer.json()).toMatchObject({ errors: [{ field: 'submissionKey' }] });
});

test('pages of other sites are refused, programs and our own page are not', async ({ db }) => {
  const tools = intakeTools(db);
  for (const headers of [
    { origin: 'https://example.com' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]) {
    expect((await file(tools, goodNomination(), headers)).status).toBe(403);
  }
  for (const headers of [{ origin: 'http://localhost:8888' }, { 'sec-fetch-site': 'same-origin' }]) {
    expect((await file(tools, goodNomination(), headers)).status).toBe(201);
  }
});

test('unknown forms, other methods and other content are problem documents', async ({ db }) => {
  const tools = intakeTools(db);
  const url = 'http://localhost:8888/api/forms/x';
  const unknown = await postForm(new Request(url, { method: 'POST' }), 'khong-co', tools);
  const get = await postForm(new Request(url), 'de-cu-tap-the', tools);
  const text = await file(tools, goodNomination(), {
    'content-type': 'text/plain',
    accept: 'application/json',
  });
  expect([unknown.status, get.status, text.status]).toEqual([404, 405, 415]);
  expect(get.headers.get('allow')).toBe('POST');
  for (const answer of [unknown, get, text]) {
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: answer.status });
  }
});

test('too much text gets 413 and says so', async ({ db }) => {
  const answer = await file(intakeTools(db), goodNomination({ achievements: 'x'.repeat(70_000) }));
  expect(answer.status).toBe(413);
  expect((await answer.json()).detail).toContain('64 KB');
});

test('with PostgreSQL down there is no receipt, and the answers come back', async () => {
  const nowhere = openDatabase('postgres://postgres@127.0.0.1:1/postgres');
  const silent = console.error;
  console.error = () => undefined;
  const [page, problem] = await Promise.all([
    file(intakeTools(nowhere), asForm(goodNomination())),
    file(intakeTools(nowhere), goodNomination()),
  ]);
  console.error = silent;
  expect([page.status, problem.status]).toEqual([503, 503]);
  const html = await page.text();
  expect(html).toContain('value="Người liên hệ thử"');
  expect(html).not.toMatch(/DN\d\d-[0-9A-Z]{4}-/);
  await nowhere.end();
});
