import type { Database } from '../../../src/platform/postgres.ts';
import { coverage } from '../../../src/progress/coverage/coverage.ts';
import { readRollUps } from '../../../src/progress/reports/server/roll-up-tools.ts';
import { readFilings } from '../../../src/progress/server/store.ts';
import { closingDocument } from '../../../src/progress/years/closing.ts';
import {
  closeYear,
  closingsDigest,
  readClosings,
  readPresentSums,
} from '../../../src/progress/years/server/closings.ts';
import { sinceClosing } from '../../../src/progress/years/since.ts';
import { followRows } from '../../../src/vocabulary/owner-settings.ts';
import { changesSinceClose } from '../../fixtures/changes-since-close.ts';
import { atClose, type World } from '../../fixtures/closed-year.ts';
import { expect, test } from '../../fixtures/database.ts';
import { storeFilings } from '../../fixtures/unit-filings.ts';

test.afterEach(() => followRows([]));

async function become(db: Database, { stories, rows, filings }: World) {
  followRows(rows);
  await db.query('delete from unit_filings');
  await storeFilings(db, filings);
  const lines = coverage(await readFilings(db, false), '2027-03-01');
  return { stories, lines };
}

test('every change after a close is listed where it belongs, and nothing else is; a build is asked for', async ({
  db,
}) => {
  const first = await become(db, atClose);
  const [rolled] = await readRollUps(db, [2026], false);
  if (!rolled) throw new Error('No roll-up.');
  await closeYear(db, 2026, closingDocument(2026, { ...first, rolled, withSums: true }));
  const [closing] = await readClosings(db);
  if (!closing) throw new Error('No closing.');
  const since = async (world: World) => {
    const { stories, lines } = await become(db, world);
    const [present] = await readPresentSums(db);
    return sinceClosing(closing, { stories, lines, sums: present?.sums ?? null, gone: [] });
  };
  expect(Object.values(await since(atClose)).flat()).toEqual([]);
  const digest = await closingsDigest(db);
  for (const [what, world, where, words] of changesSinceClose) {
    const { [where]: said, ...others } = await since({ ...atClose, ...world });
    expect(said, what).toEqual([expect.stringMatching(words)]);
    // A report that comes or goes is in the sums as well.
    expect(
      Object.entries(others).flatMap(([part, lines]) => (part === 'sums' ? [] : lines)),
      what,
    ).toEqual([]);
    if (where === 'sums') expect(await closingsDigest(db)).not.toBe(digest);
  }
});

test('sums that staff did not release are not compared either', async ({ db }) => {
  const first = await become(db, atClose);
  const [rolled] = await readRollUps(db, [2026], false);
  if (!rolled) throw new Error('No roll-up.');
  await closeYear(db, 2026, closingDocument(2026, { ...first, rolled, withSums: false }));
  expect(await readPresentSums(db)).toEqual([]);
  expect(await closingsDigest(db)).toBe('/2026');
});
