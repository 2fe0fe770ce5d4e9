import { readFileSync } from 'node:fs';
import {
  type HealthPageTools,
  healthData,
  healthPage,
} from '../../../../src/back-office/health/server/health-page.ts';
import { noteRun } from '../../../../src/back-office/health/server/measure.ts';
import { watchHealth } from '../../../../src/back-office/health/server/watch.ts';
import { type Database, openDatabase } from '../../../../src/platform/postgres.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { fileMany } from '../../../fixtures/intake.ts';

const key = 'khoa-van-hanh-cua-bai-thu-0123456789';
const page = `<html><body><p data-part="well">tốt</p><p data-part="unwell">trục trặc</p><ul data-services></ul><b data-slot="checked"></b>
<section data-part="details"><ul data-measures></ul><ul data-rows></ul></section><p data-part="ask">hỏi</p><p data-part="wrong-key">sai</p></body></html>`;
const toolsOf = (db: Database, changes: Partial<HealthPageTools> = {}): HealthPageTools => ({
  db,
  monthlyCalls: 100_000,
  freeDisk: async () => 0.5,
  key,
  readAddresses: async () => () => null,
  readPage: async () => page,
  withinLimit: async () => true,
  ...changes,
});
const data = (tools: HealthPageTools, headers: Record<string, string> = {}) =>
  healthData(new Request('http://localhost/api/v1/health.json', { headers }), tools);
const post = (typed: string) =>
  new Request('http://localhost/suc-khoe/', { method: 'POST', body: new URLSearchParams({ khoa: typed }) });

test('a visitor learns which service works and since when not, and nothing else', async ({ db }) => {
  await noteRun(db, new Date());
  await watchHealth(toolsOf(db), async () => undefined, new Date());
  expect(await (await data(toolsOf(db))).json()).toMatchObject({ ok: true });
  await fileMany(db, 2);
  await db.query(`update submissions set received_at = now() - interval '2 hours'`);
  await watchHealth(toolsOf(db), async () => undefined, new Date());
  const answer = await data(toolsOf(db));
  expect(answer.status).toBe(200);
  const health = await answer.json();
  expect(Object.keys(health)).toEqual(['ok', 'checkedAt', 'services']);
  expect(health.services).toMatchObject([
    { id: 'filing', ok: true, since: null },
    { id: 'forwarding', ok: false, since: expect.stringMatching(/^\d{4}-/) },
    { id: 'publishing', ok: true },
  ]);
});

test('the details open with the key alone, on the page and in the data', async ({ db }) => {
  await fileMany(db, 1);
  const right = await data(toolsOf(db), { authorization: `Bearer ${key}` });
  expect((await right.json()).details.measures).toMatchObject({ waitingSubmissions: 1 });
  for (const typed of ['', `${key}x`, 'undefined'])
    expect(await (await data(toolsOf(db), { authorization: `Bearer ${typed}` })).json()).not.toHaveProperty(
      'details',
    );
  const unset = await data(toolsOf(db, { key: undefined }), { authorization: 'Bearer undefined' });
  expect(await unset.json()).not.toHaveProperty('details');
  const opened = await (await healthPage(post(key), toolsOf(db))).text();
  expect(opened).toContain('Phiếu chờ chuyển: 1');
  const refused = await (await healthPage(post('sai'), toolsOf(db))).text();
  expect(refused).not.toContain('Phiếu chờ chuyển');
  expect(refused).toMatch(/data-part="wrong-key">/);
  expect((await healthPage(post(key), toolsOf(db, { withinLimit: async () => false }))).status).toBe(429);
});

test('a store that does not answer is 503 for monitors, and said on the page', async () => {
  const gone = openDatabase('postgres://nobody:none@127.0.0.1:1/none');
  gone.on('error', () => undefined);
  const answer = await data(toolsOf(gone));
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('60');
  const shown = await healthPage(new Request('http://localhost/suc-khoe/'), toolsOf(gone));
  expect(shown.status).toBe(503);
  expect(await shown.text()).toContain('Nhận phiếu: đang trục trặc');
  await gone.end();
});

test('a sync that stopped is told of by the watch, and `/suc-khoe/` says since when without any alert', async ({
  db,
}) => {
  const told: string[] = [];
  const stoppedAt = new Date(Date.now() - 20 * 60_000);
  await noteRun(db, stoppedAt);
  const { services } = await (await data(toolsOf(db))).json();
  expect(services).toMatchObject([
    { id: 'filing', ok: true },
    { id: 'forwarding', ok: false, since: stoppedAt.toISOString() },
    { id: 'publishing', ok: false, since: stoppedAt.toISOString() },
  ]);
  for (let times = 0; times < 2; times += 1)
    await watchHealth(toolsOf(db), async (words) => void told.push(words), new Date());
  expect(told).toEqual([expect.stringContaining('Đồng bộ với Airtable không chạy từ')]);
  await noteRun(db, new Date());
  await watchHealth(toolsOf(db), async (words) => void told.push(words), new Date());
  expect(told[1]).toContain('Đã trở lại bình thường');
});

test('every queue of letters counts: what waits, what was given up, and the rows of those', async ({
  db,
}) => {
  const { rows } = await db.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'given_up_at' and table_name in
       (select table_name from information_schema.columns where column_name = 'next_attempt_at') order by 1`,
  );
  const queues = rows.map(({ name }) => name);
  expect(queues).toEqual(expect.arrayContaining(['receipt_copies', 'unit_letters']));
  const source = ['measure.ts', '../../waiting-rows.ts'].map((file) =>
    readFileSync(`src/back-office/health/server/${file}`, 'utf8'),
  );
  for (const name of queues)
    for (const text of source) expect(text, name).toMatch(new RegExp(`from ${name}\\b`));
});
