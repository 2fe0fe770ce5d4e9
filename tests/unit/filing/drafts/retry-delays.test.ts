import { expect, test } from '@playwright/test';
import { pauseBefore, retryAfterMs, sayPause } from '../../../../src/filing/drafts/retry-delays.ts';

test('pauses grow up to five minutes and are never shorter than the server asked', () => {
  expect([0, 1, 2, 9].map((tries) => pauseBefore(tries))).toEqual([5_000, 10_000, 20_000, 300_000]);
  expect(pauseBefore(0, 60_000)).toBe(60_000);
  expect(pauseBefore(99, 400_000)).toBe(400_000);
});

test('Retry-After is read as seconds, as a date, or as nothing', () => {
  const now = new Date('2026-11-25T02:00:00Z');
  expect(retryAfterMs('60', now)).toBe(60_000);
  expect(retryAfterMs('Wed, 25 Nov 2026 02:02:00 GMT', now)).toBe(120_000);
  for (const nothing of [null, '', 'soon', '-5', '99999999', 'Wed, 25 Nov 2020 02:02:00 GMT']) {
    expect(retryAfterMs(nothing, now)).toBe(0);
  }
});

test('a pause is said in words', () => {
  expect([5_000, 60_000, 300_000].map(sayPause)).toEqual(['5 giây', '60 giây', '5 phút']);
});
