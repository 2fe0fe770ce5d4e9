import { expect, test } from '@playwright/test';
import {
  periodOf,
  quarterOf,
  standingOn,
  UnknownPeriodError,
  yearsPeriod,
} from '../../../../src/plan/timetable/period.ts';
import { phases } from '../../../../src/vocabulary/taxonomy.ts';

test('a quarter and a year cover their days, up to the first day that is not theirs', () => {
  expect(periodOf('Quý II/2026')).toEqual({ from: '2026-04-01', before: '2026-07-01' });
  expect(periodOf('Quý IV/2026')).toEqual({ from: '2026-10-01', before: '2027-01-01' });
  expect(periodOf('Năm 2027')).toEqual({ from: '2027-01-01', before: '2028-01-01' });
  expect(yearsPeriod(2028, 2030)).toEqual({ from: '2028-01-01', before: '2031-01-01' });
});

test('words that name no quarter or year are refused', () => {
  for (const words of ['', 'Quý V/2026', 'Tháng 6/2026', 'năm 2027', 'Năm 2027, 2028'])
    expect(() => periodOf(words), words).toThrow(UnknownPeriodError);
});

test('every milestone of the plan names a period within its phase', () => {
  for (const { from, to, milestones } of phases) {
    const phase = yearsPeriod(from, to);
    for (const { when } of milestones) {
      const period = periodOf(when);
      expect(period.from >= phase.from && period.before <= phase.before, when).toBe(true);
    }
  }
});

test('a day before, in and after a period is told apart, to the day', () => {
  const quarter = periodOf('Quý II/2026');
  const days = ['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'];
  expect(days.map((day) => standingOn(day, quarter))).toEqual(['future', 'current', 'current', 'past']);
});

test('a day is named by its quarter', () => {
  const days = ['2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31'];
  expect(days.map(quarterOf)).toEqual(['Quý I/2026', 'Quý II/2026', 'Quý III/2026', 'Quý IV/2026']);
});
