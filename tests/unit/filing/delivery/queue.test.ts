import { deliverDue, type Send } from '../../../../src/filing/delivery/deliver.ts';
import { claimChunk, usualPatience } from '../../../../src/filing/delivery/queue.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { fileMany } from '../../../fixtures/intake.ts';

test('submissions wait in the order of filing, and two syncs give each its place once', async ({ db }) => {
  const codes: string[] = [];
  for (let filed = 0; filed < 12; filed += 1) codes.push(...(await fileMany(db, 1, filed)));
  const claim = async () => (await claimChunk(db, usualPatience)).map(({ code }) => code);
  expect(await claim()).toEqual(codes.slice(0, 10));
  expect(await claim()).toEqual(codes.slice(10));
  const later = await fileMany(db, 10, 12);
  const shares = await Promise.all([claim(), claim()]);
  expect(shares.flat().toSorted()).toEqual(later.toSorted());
});

const nothing = { delivered: [], refused: [], failure: null, postponed: false };

/** A back office that fails as told and notes the codes that arrived. */
function backOffice() {
  const arrived: string[] = [];
  const state = { isAway: false, poison: new Set<string>() };
  const send: Send = async (_form, chunk) => {
    const codes = chunk.map(({ code }) => code);
    if (state.isAway || codes.some((code) => state.poison.has(code)))
      return { ...nothing, failure: 'Timeout.' };
    arrived.push(...codes);
    return { ...nothing, delivered: codes };
  };
  return { arrived, state, send };
}

/** Time passes until the next run. */
const aMinute = (db: Database) =>
  db.query(`update deliveries set next_attempt_at = next_attempt_at - interval '1 minute'`);

test('after an outage, however long, submissions arrive in the order of filing', async ({ db }) => {
  const codes: string[] = [];
  for (let filed = 0; filed < 45; filed += 1) codes.push(...(await fileMany(db, 1, filed)));
  const { arrived, state, send } = backOffice();
  state.isAway = true;
  for (let run = 0; run < 8; run += 1) {
    await deliverDue(db, send, usualPatience);
    await aMinute(db);
  }
  state.isAway = false;
  await deliverDue(db, send, usualPatience);
  expect(arrived).toEqual(codes);
});

test('submissions that always fail, though they are the oldest, hold nobody up', async ({ db }) => {
  const codes: string[] = [];
  for (let filed = 0; filed < 60; filed += 1) codes.push(...(await fileMany(db, 1, filed)));
  const { arrived, state, send } = backOffice();
  state.poison = new Set(codes.slice(0, 40));
  for (let run = 0; run < 4; run += 1) {
    await deliverDue(db, send, usualPatience);
    await aMinute(db);
  }
  expect(arrived.toSorted()).toEqual(codes.slice(40).toSorted());
});
