import type { Database } from '../../../src/platform/postgres.ts';
import { coverage } from '../../../src/progress/coverage/coverage.ts';
import { readRollUps } from '../../../src/progress/reports/server/roll-up-tools.ts';
import { readFilings } from '../../../src/progress/server/store.ts';
import { closingDocument } from '../../../src/progress/years/closing.ts';
import { closeYear, readClosings } from '../../../src/progress/years/server/closings.ts';
import { publicClosing, sinceClosing } from '../../../src/progress/years/since.ts';
import { expect, test } from '../../fixtures/database.ts';
import { inventedStory } from '../../fixtures/story.ts';
import { reportOf, shownReport, storeFilings } from '../../fixtures/unit-filings.ts';

const story = {
  ...inventedStory,
  id: 'VD-0901',
  name: 'Tên zqvinhdanh',
  year: 2026,
  decisionNumber: '99/QĐ-THU',
  decisionDate: '2026-12-20',
  decisionBody: 'UBND thành phố',
};

async function close(db: Database, withSums: boolean) {
  const [rolled] = await readRollUps(db, [2026], false);
  if (!rolled) throw new Error('No roll-up.');
  const lines = coverage(await readFilings(db, false), '2027-02-01');
  const document = closingDocument(2026, { stories: [story], lines, rolled, withSums });
  return closeYear(db, 2026, document);
}

/** Nothing is public. */
const nothing = { stories: [], lines: [], sums: null, gone: [] };

const closingOf = async (db: Database) => {
  const [closing] = await readClosings(db);
  if (!closing) throw new Error('No closing.');
  return closing;
};

test('a closed year never changes; what comes later is listed beside it', async ({ db }) => {
  const first = { shown: shownReport('so-noi-vu', 2026, '2027-01-10'), report: reportOf({ models: 3 }) };
  await storeFilings(db, [first]);
  expect(await close(db, true)).toBe(true);
  const closed = await closingOf(db);
  expect(closed.document.sums?.[0]).toMatchObject({ total: 3, given: 1 });
  expect(closed.document.decisions).toMatchObject([{ number: '99/QĐ-THU', honours: [{ id: 'VD-0901' }] }]);
  expect(closed.document.forms.length).toBeGreaterThan(5);
  expect(closed.document.texts.map(({ number }) => number)).toContain('152/2025/NĐ-CP');

  await storeFilings(db, [
    first,
    { shown: shownReport('so-tai-chinh', 2026, '2027-02-20'), report: reportOf() },
  ]);
  expect(await close(db, true)).toBe(false);
  expect(await closingOf(db)).toEqual(closed);
  const lines = coverage(await readFilings(db, false), '2027-03-01');
  const corrected = { ...story, corrections: [{ day: '2099-03-01', text: 'Sửa tên.' }] };
  const since = sinceClosing(closed, { ...nothing, stories: [corrected], lines });
  expect(since.coverage).toEqual([expect.stringContaining('Sở Tài chính: có báo cáo, 20/2/2027')]);
  expect(since.corrections).toEqual([expect.stringContaining('Sửa tên.')]);
  expect(sinceClosing(closed, { ...nothing, stories: [story], lines }).withdrawn).toEqual([]);
});

test('an honour that is no longer public leaves the closed year by name, and is listed by its id alone', async ({
  db,
}) => {
  await close(db, false);
  const closing = await closingOf(db);
  expect(JSON.stringify(publicClosing(closing, [story]))).toContain('zqvinhdanh');
  expect(JSON.stringify(publicClosing(closing, []))).not.toContain('zqvinhdanh');
  expect(sinceClosing(closing, nothing).withdrawn).toEqual(['VD-0901']);
});

test('without the word of staff no sum of what units reported is released', async ({ db }) => {
  await storeFilings(db, [
    {
      shown: shownReport('so-noi-vu', 2026, '2027-01-10'),
      report: reportOf({ models: 7771, results: 'zqlời' }),
    },
  ]);
  await close(db, false);
  const said = JSON.stringify(await closingOf(db));
  expect(said).not.toContain('7771');
  expect(said).not.toContain('zqlời');
});
