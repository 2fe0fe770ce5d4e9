import { createHmac } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { answerPing } from '../../../src/back-office/pings/answer-ping.ts';
import { isPollDue } from '../../../src/back-office/sync/poll-times.ts';

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

test('changes are asked for each minute by day, seldom at night and where pings tell of them', () => {
  const due = (
    at: string,
    agoS: number,
    told: { found?: number; pinged?: number } = {},
    everyMs = 60_000,
  ) => {
    const now = new Date(`2026-03-02T${at}:00+07:00`);
    const ago = (seconds: number | undefined) =>
      seconds === undefined ? null : new Date(now.getTime() - seconds * 1_000);
    return isPollDue({
      now,
      polledAt: ago(agoS),
      foundAt: ago(told.found),
      pingedAt: ago(told.pinged),
      everyMs,
    });
  };
  expect([due('10:00', 30), due('10:00', 60), due('23:00', 60), due('23:00', 300)]).toEqual([
    false,
    true,
    false,
    true,
  ]);
  // A ping asks at once; where pings come, a poll is a precaution; where a poll found what no ping told, they are not believed.
  expect([due('23:00', 20, { pinged: 5 }), due('10:00', 60, { found: 900, pinged: 910 })]).toEqual([
    true,
    false,
  ]);
  expect(due('10:00', 60, { found: 60, pinged: 3_600 })).toBe(true);
  // A system on a person's own machine asks at any hour: the row that was just published must be built within seconds.
  expect([due('10:00', 3, {}, 3_000), due('23:00', 3, {}, 3_000)]).toEqual([true, true]);
});
