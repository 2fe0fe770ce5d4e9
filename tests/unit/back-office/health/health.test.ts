import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { watchBounds } from '../../../../src/back-office/health/server/alerts.ts';
import {
  type HealthPageTools,
  healthData,
  healthPage,
} from '../../../../src/back-office/health/server/health-page.ts';
import { tellOperator } from '../../../../src/back-office/health/server/tell-operator.ts';
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
