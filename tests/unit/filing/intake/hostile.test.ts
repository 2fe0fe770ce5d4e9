import fc from 'fast-check';
import { postForm } from '../../../../src/filing/intake/post-form.ts';
import { findStatus } from '../../../../src/filing/intake/store.ts';
import { getStatus } from '../../../../src/filing/status/server/status.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { hostilePaths } from '../../../fixtures/hostile/corpus.ts';
import { checkRows, withstand } from '../../../fixtures/hostile/judge.ts';
import { withstandText } from '../../../fixtures/hostile/judge-text.ts';
import { attacks, corpusAttacks } from '../../../fixtures/hostile/requests.ts';
import { textAttacks } from '../../../fixtures/hostile/texts.ts';
import { intakeTools } from '../../../fixtures/intake.ts';

const generated = 400;

test('known attacks on every form: no 5xx, no row that its form refuses, nothing of them on the page', async ({
  db,
}) => {
  const statuses = new Map<number, number>();
  for (const attack of corpusAttacks()) {
    const status = await withstand(db, attack);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  // Some are words like any other, and are taken; a comment on a list that is not open is told so.
  expect([...statuses.keys()].sort()).toEqual([201, 303, 400, 409, 413, 422]);
  expect(await checkRows(db)).toBeGreaterThan(100);
});

test('generated attacks: the same', async ({ db }) => {
  const property = fc.asyncProperty(attacks, async (attack) => {
    await withstand(db, attack);
  });
  await fc.assert(property, { numRuns: generated, seed: 113 });
  expect(await checkRows(db)).toBeGreaterThan(0);
});

test('texts of all scripts and encodings: stored as cleaning says, or sent back', async ({ db }) => {
  const property = fc.asyncProperty(textAttacks, async (attack) => {
    await withstandText(db, attack);
  });
  await fc.assert(property, { numRuns: generated / 2, seed: 113 });
  expect(await checkRows(db)).toBeGreaterThan(0);
});

test('no path is a form, or a code, that it is not', async ({ db }) => {
  for (const path of hostilePaths) {
    const body = new Request('http://localhost/', { method: 'POST', body: '{}' });
    expect((await postForm(body, path, intakeTools(db))).status, path).toBe(404);
    const look = await getStatus(new Request('http://localhost/'), path, (code) => findStatus(db, code));
    expect(look.status, path).toBe(404);
  }
});
