import { expect, test } from '@playwright/test';
import { faultsOf, type Measures } from '../../../../src/back-office/health/bounds.ts';

const now = new Date('2027-03-01T08:00:00+07:00');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const well: Measures = {
  syncedAt: ago(1),
  waitingSubmissions: 3,
  oldestSubmission: ago(2),
  refusedSubmissions: 0,
  refusedFiles: 0,
  unreadStates: 0,
  waitingFiles: 1,
  waitingLetters: 1,
  failedLetters: 0,
  rebuildSince: ago(3),
  failedBuilds: 0,
  servedDigest: 'a',
  servedAt: ago(20),
  callsThisMonth: 100,
  monthlyCalls: 100_000,
  freeDisk: 0.5,
};
const names = (changes: Partial<Measures>) => faultsOf({ ...well, ...changes }, now).map(({ name }) => name);

test('a service that does its work has no fault', () => {
  expect(names({})).toEqual([]);
  expect(names({ oldestSubmission: null, rebuildSince: null, freeDisk: null })).toEqual([]);
});

for (const [name, changes] of [
  ['sync', { syncedAt: ago(11) }],
  ['sync', { syncedAt: null }],
  ['queue', { oldestSubmission: ago(61) }],
  ['refused', { refusedSubmissions: 1 }],
  ['refused', { refusedFiles: 1 }],
  ['states', { unreadStates: 1 }],
  ['letters', { failedLetters: 2 }],
  ['rebuild', { rebuildSince: ago(31) }],
  ['calls', { callsThisMonth: 80_001 }],
  ['disk', { freeDisk: 0.09 }],
] as const) {
  test(`${JSON.stringify(changes)} passes the bound “${name}” and no other`, () => {
    expect(names(changes)).toEqual([name]);
  });
}

test('the words give the number and the time in Việt Nam', () => {
  const [fault] = faultsOf({ ...well, waitingSubmissions: 1_234, oldestSubmission: ago(90) }, now);
  expect(fault?.words).toContain('1.234 phiếu');
  expect(fault?.words).toContain('06:30');
});
