import { createHmac } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { answerPing } from '../../../src/back-office/pings/answer-ping.ts';
import { isMonthDear, isPollDue } from '../../../src/back-office/sync/poll-times.ts';

const secret = Buffer.from('bí mật của webhook').toString('base64');
const body = '{"base":{"id":"app1"},"webhook":{"id":"ach1"},"timestamp":"2026-02-01T21:25:05.663Z"}';
const mac = `hmac-sha256=${createHmac('sha256', Buffer.from(secret, 'base64')).update(body).digest('hex')}`;

async function ping(given: { mac?: string; isNew?: boolean; secret?: string | null }) {
  let started = 0;
  const request = new Request('https://thidua.example/api/base-pings', {
    method: 'POST',
    body,
    headers: { 'x-airtable-content-mac': given.mac ?? mac },
  });
  const tools = {
    secret: async () => (given.secret === undefined ? secret : given.secret),
    note: async () => given.isNew ?? true,
    start: () => {
      started += 1;
    },
  };
  const { status } = await answerPing(request, tools);
  return [status, started];
}

test('a signed ping starts a run, unless one has just begun; another one does nothing', async () => {
  expect(await ping({})).toEqual([204, 1]);
  expect(await ping({ isNew: false })).toEqual([204, 0]);
  expect(
    await ping({ mac: `${mac.slice(0, -1)}0` === mac ? `${mac.slice(0, -1)}1` : `${mac.slice(0, -1)}0` }),
  ).toEqual([403, 0]);
  expect(await ping({ mac: '' })).toEqual([403, 0]);
  expect(await ping({ secret: null })).toEqual([403, 0]);
});

test('changes are asked for each minute, seldom where pings tell of them and at night in a month of many calls', () => {
  const due = (
    at: string,
    agoS: number,
    told: { found?: number; pinged?: number; everyMs?: number; isDear?: boolean } = {},
  ) => {
    const now = new Date(`2026-03-02T${at}:00+07:00`);
    const ago = (seconds: number | undefined) =>
      seconds === undefined ? null : new Date(now.getTime() - seconds * 1_000);
    return isPollDue({
      now,
      polledAt: ago(agoS),
      foundAt: ago(told.found),
      pingedAt: ago(told.pinged),
      everyMs: told.everyMs ?? 60_000,
      isDear: told.isDear ?? true,
    });
  };
  expect([due('10:00', 30), due('10:00', 60), due('23:00', 60), due('23:00', 300)]).toEqual([
    false,
    true,
    false,
    true,
  ]);
  expect([due('23:00', 30, { isDear: false }), due('23:00', 60, { isDear: false })]).toEqual([false, true]);
  // Who works at night waits no longer than by day; a base that is asked at every run is asked at night, too.
  expect([due('23:00', 60, { found: 600 }), due('23:00', 60, { found: 1_200 })]).toEqual([true, false]);
  for (let hour = 0; hour < 24; hour += 1)
    expect(due(`${String(hour).padStart(2, '0')}:00`, 0, { everyMs: 0 }), `${hour}:00`).toBe(true);
  // A ping asks at once; where pings come, a poll is a precaution; where a poll found what no ping told, they are not believed.
  expect([due('23:00', 20, { pinged: 5 }), due('10:00', 60, { found: 900, pinged: 910 })]).toEqual([
    true,
    false,
  ]);
  expect(due('10:00', 60, { found: 60, pinged: 3_600 })).toBe(true);
});

test('a month is dear where its calls run ahead of its days', () => {
  const dear = (at: string, calls: number) => isMonthDear(new Date(`${at}+07:00`), calls, 100_000);
  expect([dear('2026-12-01T00:00:00', 0), dear('2026-12-01T06:00:00', 360)]).toEqual([false, false]);
  expect([dear('2026-12-16T12:00:00', 25_000), dear('2026-12-16T12:00:00', 30_000)]).toEqual([false, true]);
  expect([dear('2026-12-31T23:59:00', 53_900), dear('2026-12-31T23:59:00', 54_100)]).toEqual([false, true]);
  // Polls of each minute alone, with the schema each half hour, leave room for work.
  for (let day = 1; day <= 31; day += 1)
    expect(dear(`2026-12-${String(day).padStart(2, '0')}T23:59:00`, day * (1_440 + 48 + 200))).toBe(false);
});
