import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { watchBounds } from '../../../../src/back-office/health/server/alerts.ts';
import {
  type HealthPageTools,
  healthData,
  healthPage,
} from '../../../../src/back-office/health/server/health-page.ts';
import { noteRun } from '../../../../src/back-office/health/server/measure.ts';
import { tellOperator } from '../../../../src/back-office/health/server/tell-operator.ts';
import { databaseWatch } from '../../../../src/back-office/health/server/watch-database.ts';
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

test('an alert is told once, told again when the first try failed, and once when it is well', async ({
  db,
}) => {
  const told: string[] = [];
  const tell = async (words: string) => void told.push(words);
  const fault = { name: 'queue', words: '7 phiếu chưa chuyển.' } as const;
  const failing = watchBounds(db, [fault], async () => {
    throw new Error('The webhook is down.');
  });
  await expect(failing).rejects.toThrow('webhook');
  await watchBounds(db, [fault], tell);
  await watchBounds(db, [{ ...fault, words: '9 phiếu chưa chuyển.' }], tell);
  await watchBounds(db, [], tell);
  await watchBounds(db, [], tell);
  expect(told).toEqual([
    'Cần xử lý: 7 phiếu chưa chuyển.',
    'Đã trở lại bình thường. Trước đó: 9 phiếu chưa chuyển.',
  ]);
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

test('what a run was telling when it was cut off is told by a later one, passed or well again', async ({
  db,
}) => {
  const told: string[] = [];
  const tell = async (words: string) => void told.push(words);
  const fault = { name: 'queue', words: '7 phiếu chưa chuyển.' } as const;
  const cutOff = async (faults: readonly (typeof fault)[]) => {
    const begun = Promise.withResolvers<void>();
    void watchBounds(db, faults, () => {
      begun.resolve();
      return new Promise(() => undefined);
    });
    await begun.promise;
    await watchBounds(db, faults, tell);
    await db.query(`update health_alerts set claimed_at = claimed_at - interval '3 minutes'`);
    await watchBounds(db, faults, tell);
  };
  await cutOff([fault]);
  expect(told).toEqual(['Cần xử lý: 7 phiếu chưa chuyển.']);
  await cutOff([]);
  expect(told.slice(1)).toEqual(['Đã trở lại bình thường. Trước đó: 7 phiếu chưa chuyển.']);
  expect((await db.query('select 1 from health_alerts')).rowCount).toBe(0);
});

test('what is well again before anybody was told of it, and what is passed once more meanwhile, is not told as new', async ({
  db,
}) => {
  const told: string[] = [];
  const tell = async (words: string) => void told.push(words);
  const failing = () => Promise.reject(new Error('The webhook is down.'));
  const fault = { name: 'queue', words: '7 phiếu chưa chuyển.' } as const;
  await expect(watchBounds(db, [fault], failing)).rejects.toThrow('webhook');
  await watchBounds(db, [], tell);
  expect(told).toEqual([]);
  await watchBounds(db, [fault], tell);
  await expect(watchBounds(db, [], failing)).rejects.toThrow('webhook');
  await watchBounds(db, [fault], tell);
  expect(told).toEqual(['Cần xử lý: 7 phiếu chưa chuyển.']);
});

test('a database that is away for five minutes is told of once, and once when it is back', async () => {
  const told: string[] = [];
  let [isThere, isHeard] = [true, false];
  const look = databaseWatch(
    async () => isThere,
    async (words) => {
      if (!isHeard) throw new Error('The webhook is down.');
      told.push(words);
    },
  );
  const at = (minutes: number) => look(new Date(Date.parse('2027-03-01T08:00:00+07:00') + minutes * 60_000));
  await at(0);
  isThere = false;
  await at(1);
  await at(5);
  isThere = true;
  await at(5.5);
  isThere = false;
  await at(6);
  await expect(at(11)).rejects.toThrow('webhook');
  isHeard = true;
  await at(11.5);
  await at(12);
  isThere = true;
  await at(13);
  await at(14);
  expect(told).toEqual([
    'Cần xử lý: Cơ sở dữ liệu không trả lời từ 08:06 ngày 01 tháng 3 năm 2027; chưa nhận được phiếu.',
    'Đã trở lại bình thường. Trước đó: Cơ sở dữ liệu không trả lời từ 08:06 ngày 01 tháng 3 năm 2027.',
  ]);
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

test('the webhook and the letter carry the words and the address of the page', async () => {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(await text(request));
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const letters: string[] = [];
  const deliver = async ({ subject, text: words }: { subject: string; text: string }) => {
    letters.push(`${subject} ${words}`);
    return { ok: true } as const;
  };
  const channels = {
    webhookUrl: `http://127.0.0.1:${port}/`,
    mail: { deliver, to: 'truc@vi-du.invalid' },
    siteUrl: 'https://vi-du.invalid',
  };
  await tellOperator(channels)('Cần xử lý: một phiếu.');
  expect(JSON.parse(bodies[0] ?? '')).toEqual({
    text: 'Cần xử lý: một phiếu.\nhttps://vi-du.invalid/suc-khoe/',
  });
  expect(letters[0]).toContain('Cần xử lý: một phiếu.');
  server.close();
  await expect(tellOperator({ ...channels, mail: null })('x')).rejects.toThrow('not told');
});
