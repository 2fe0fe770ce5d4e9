import { expect, test } from '@playwright/test';
import { announcedDowntimes } from '../../../src/site/downtime.ts';
import { readDowntimes } from '../../../src/site/downtime-schema.ts';
import { isWorkingDay, workingDaysBetween } from '../../../src/vietnamese/working-days.ts';
import { holidays as ownerHolidays } from '../../../src/vocabulary/holidays.ts';

const holidays = ownerHolidays();
const what = 'Phiếu đề cử và tra cứu tạm ngừng để nâng cấp.';
const stops = (...entries: [announced: string, from: string, until: string][]) =>
  readDowntimes({ planned: entries.map(([announced, from, until]) => ({ announced, from, until, what })) });
const now = new Date('2026-11-24T00:00:00Z');

test('weekends and public holidays are no working days', () => {
  const days = ['2026-04-29', '2026-04-30', '2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04'];
  expect(days.map((day) => isWorkingDay(day, holidays))).toEqual([true, false, false, false, false, true]);
  expect(isWorkingDay('2027-02-08', { ...holidays, years: ['2027-02-08'] })).toBe(false);
});

test('neither the first day nor the last is counted', () => {
  expect(workingDaysBetween('2026-11-23', '2026-11-24', holidays)).toBe(0);
  expect(workingDaysBetween('2026-11-23', '2026-12-03', holidays)).toBe(7);
});

test('downtime is announced until it ends, the nearest first', () => {
  const planned = stops(
    ['2026-11-24', '2026-12-20T22:00:00+07:00', '2026-12-21T05:00:00+07:00'],
    ['2026-11-02', '2026-11-14T22:00:00+07:00', '2026-11-15T05:00:00+07:00'],
    ['2026-11-10', '2026-11-23T22:00:00+07:00', '2026-11-24T12:00:00+07:00'],
  );
  expect(announcedDowntimes(planned, now, holidays).map(({ announced }) => announced)).toEqual([
    '2026-11-10',
    '2026-11-24',
  ]);
});

test('a stop that was announced under seven working days ahead fails the build, with the rule', () => {
  const late = stops(['2026-11-24', '2026-12-03T22:00:00+07:00', '2026-12-04T05:00:00+07:00']);
  expect(() => announcedDowntimes(late, now, holidays)).toThrow(/6 working days ahead.*Điều 13 asks for 7/);
});

test('downtime that ends before it begins fails the build', () => {
  const wrong = stops(['2026-11-02', '2026-12-20T22:00:00+07:00', '2026-12-20T05:00:00+07:00']);
  expect(() => announcedDowntimes(wrong, now, holidays)).toThrow('ends before it begins');
});
